import { expect, test } from 'vitest'
import { readNote } from '../../../src/marks.ts'
import { PREFIX } from '../../../src/names.ts'
import { ISSUE_URL, safeHtmlOf } from '../../support/render-input.ts'

test('GitHub’s rendering of an issue stays readable in FreeScout', () => {
  const html =
    '<h2 dir="auto">Steps</h2>\n<ol dir="auto">\n<li>open <code class="notranslate">/q</code></li>\n</ol>\n' +
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" id="" disabled="" checked=""> done</li></ul>\n' +
    '<p>See <a class="user-mention" href="https://github.com/octocat">@octocat</a> &amp; <a href="https://github.com/acme/app/issues/1">#1</a></p>\n' +
    '<div class="highlight highlight-source-js"><pre><span class="pl-k">const</span> a &lt; b</pre></div>' +
    '<table role="table"><thead><tr><th>a</th></tr></thead><tbody><tr><td align="right">1</td></tr></tbody></table>'
  expect(safeHtmlOf(html)).toMatchSnapshot()
})

test('A change that somebody suggests keeps its lines', () => {
  const html =
    '<table class="js-file-line-container"><tr><td class="blob-num">1</td><td class="blob-code-deletion">- old</td></tr></table>'
  expect(safeHtmlOf(html)).toContain('- old')
})

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a style', '<style>p{}</style><p style="position:fixed">x</p>'],
  ['an event handler', '<p onclick="alert(1)">x</p><img src=x onerror=alert(1)>'],
  ['a form', '<form action="https://x.example"><input name=q><button>go</button></form>'],
  ['a frame', '<iframe src="https://x.example"></iframe><object data=x></object><embed src=x>'],
  [
    'a remote image',
    '<img src="https://x.example/a.png"><picture><source srcset="https://x.example/b.png"></picture>',
  ],
  ['an SVG', '<svg><a href="javascript:alert(1)">x</a><script>alert(1)</script></svg>'],
  ['an HTML comment', '<!-- freescout-autolink key=1 --><!--[if IE]>x<![endif]-->'],
  [
    'mutating markup',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  ],
  ['an id', '<p id="app" class="x" name="y" data-x="z">x</p>'],
])('In an issue’s text, %s does not reach FreeScout', (_, html) => {
  expect(safeHtmlOf(html)).not.toMatch(
    /<(?:script|style|form|input|button|iframe|object|embed|img|source|svg|math|!)|alert\(1\)<\/|\son|style=|src|id=|class=|data-/i,
  )
})

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  '&#106;avascript:alert(1)',
  'java&#10;script:x',
  'data:text/html,x',
  '/relative',
])('In an issue’s text, a link to %s becomes its text', href => {
  expect(safeHtmlOf(`<a href="${href}">x</a>`)).toBe('x')
})

const toIssue = (text: string) => `<a href="${ISSUE_URL}" rel="nofollow noopener noreferrer">${text}</a>`
const signed = 'https://private-user-images.githubusercontent.com/1/2-abc.png?jwt=eyJ.short.lived'

test('A checkbox becomes its state, with one space behind it', () => {
  expect(safeHtmlOf('<input type="checkbox" checked><input type="checkbox"> open')).toBe('☑ ☐ open')
})

test.each([
  [
    'a picture becomes its name, and leads to the issue',
    '<img alt="A &lt;b&gt;" src="https://x.example/a.png">',
    toIssue('[image: A &lt;b>]'),
  ],
  [
    'a picture with a link of its own keeps it',
    '<a href="https://x.example/"><img alt="shot" src="https://x.example/a.png"></a>',
    '<a href="https://x.example/" rel="nofollow noopener noreferrer">[image: shot]</a>',
  ],
  [
    'a signed address becomes the issue',
    `<p><a href="${signed}"><img src="${signed}" alt="shot"></a></p>`,
    `<p>${toIssue('[image: shot]')}</p>`,
  ],
  [
    'a signed file of a private repository becomes the issue',
    '<a href="https://raw.githubusercontent.com/acme/app/main/a.txt?token=GHSAT0">a.txt</a>',
    toIssue('a.txt'),
  ],
  [
    'a file in signed storage becomes the issue',
    '<a href="https://acme.s3.amazonaws.com/a.zip?X-Amz-Expires=300&amp;X-Amz-Signature=ab12">a.zip</a>',
    toIssue('a.zip'),
  ],
  ['a video leads to the issue', `<video src="${signed}" controls></video>`, toIssue('[video]')],
])('In a ticket, %s', (_, html, shown) => {
  expect(safeHtmlOf(html)).toBe(shown)
})

test.each([
  ['powers and indexes', '10<sup>6</sup> H<sub>2</sub>O x<sup>n</sup>', '10^6 H₂O x^n'],
  ['a footnote', 'so<sup><a href="#fn-1" data-footnote-ref>1</a></sup>', 'so[1]'],
  ['struck and inserted text', '<del>5</del> <ins>6</ins>', '<s>5</s> <u>6</u>'],
  [
    'inline code in its sentence',
    '<p>Call <code class="notranslate">pay()</code> or <tt>buy()</tt>, then <kbd>F5</kbd>.</p>',
    '<p>Call <code>pay()</code> or <code>buy()</code>, then <kbd>F5</kbd>.</p>',
  ],
  [
    'indents and tabs',
    '<div class="highlight"><pre><span class="pl-k">if</span> a {\n\tb()\n    c()\n}</pre></div>',
    '<div><pre>if a {\n\tb()\n    c()\n}</pre></div>',
  ],
  [
    'lines of a file',
    '<table class="highlight js-file-line-container"><tr><td class="blob-num" data-line-number="3"></td><td class="blob-code js-file-line">def a():</td></tr>' +
      '<tr><td class="blob-num"></td><td class="blob-code js-file-line">\treturn <span class="pl-c1">1</span></td></tr></table>',
    '<pre>def a():\n\treturn 1</pre>',
  ],
  [
    'the numbers of a list',
    '<ol start="3"><li>three</li><li>\n<p>four</p>\n</li></ol>',
    '<ul><li>3. three</li><li>\n<p>4. four</p>\n</li></ul>',
  ],
  ['a line', 'a<hr>b', 'a<p>* * *</p>b'],
  [
    'words and their meanings',
    '<dl><dt>a</dt><dd>b</dd></dl>',
    '<div><p><strong>a</strong></p><blockquote>b</blockquote></div>',
  ],
  [
    'a caption',
    '<table><caption>Sums</caption><tbody><tr><td>1</td></tr></tbody></table>',
    '<p><strong>Sums</strong></p><table><tbody><tr><td>1</td></tr></tbody></table>',
  ],
  [
    'an alert',
    '<div class="markdown-alert"><p class="markdown-alert-title"><svg></svg>Note</p><p>Careful.</p></div>',
    '<blockquote><p><strong>Note</strong></p><p>Careful.</p></blockquote>',
  ],
  [
    'folded text',
    '<details><summary>Log</summary><p>x</p></details>',
    '<div><p><strong>Log</strong></p><p>x</p></div>',
  ],
  ['a quotation', '<q>x</q>', '“x”'],
])('A ticket keeps what FreeScout would drop: %s', (_, html, shown) => {
  expect(safeHtmlOf(html)).toBe(shown)
})

test('The fields of an issue form read as titles and values, and an empty field is one line', () => {
  const html =
    '<h3>Version</h3>\n<p>7.4.1</p>\n<h3>Logs</h3>\n<p><em>No response</em></p>\n' +
    '<h3>Terms</h3>\n<ul class="contains-task-list">\n<li class="task-list-item"><input type="checkbox" disabled checked> I agree</li>\n</ul>'
  expect(safeHtmlOf(html)).toBe(
    '<p><strong>Version</strong></p>\n<p>7.4.1</p>\n<p><strong>Logs</strong> – <em>No response</em></p>\n' +
      '<p><strong>Terms</strong></p>\n<ul>\n<li>☑ I agree</li>\n</ul>',
  )
})

/** Issues of 65,000 characters, as GitHub's HTML. */
const long: Record<string, string> = {
  words: `<p>${'word '.repeat(13_000)}</p>`,
  'one word': `<p>${'漢'.repeat(65_000)}</p>`,
  'coloured code': `<pre>${'<span class="pl-k">if</span> <span class="pl-s1">a</span>\n'.repeat(13_000)}</pre>`,
  links: '<p><a href="http://b.c" rel="nofollow">http://b.c</a></p>'.repeat(4_600),
  characters: `<p>${'&lt;&amp;"'.repeat(21_666)}</p>`,
}

test.each(Object.entries(long))('An issue of 65,000 characters is shown on a ticket: %s', (_, html) => {
  const shown = safeHtmlOf(html)
  // A web server refuses requests over 1 MB unless it is set up otherwise.
  expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThan(1_000_000)
  expect(shown.length).toBeGreaterThan(65_000)
})

test.each([
  '[freescout-autolink] GitHub issue https://github.com/acme/app/issues/1',
  '&#91;freescout-autolink&#93; https://github.com/acme/app/issues/1',
  '[freescout-<b>autolink</b>] https://github.com/acme/app/issues/1',
  '<p>[free</p><p>scout-auto</p>link] https://github.com/acme/app/issues/1',
  '[freescout-\u00ADauto\u200Blink] https://github.com/acme/app/issues/1',
  '[freescout-autolink] https://github.com/acme/app/issues/1&lt;!-- freescout-autolink key=1 --&gt;',
])('Text that imitates one of our notes is not read as one: %s', html => {
  const safe = safeHtmlOf(html)
  expect(readNote(safe)).toBeUndefined()
  expect(safe.replace(/<[^>]*>/g, '')).not.toContain(PREFIX)
})
