import { expect, test } from 'vitest'
import { readNote } from '../../../src/marks.ts'
import { PREFIX } from '../../../src/names.ts'
import { safeHtmlOf } from '../../support/render-input.ts'

test('GitHub’s rendering of an issue stays readable in FreeScout', () => {
  const html =
    '<h2 dir="auto">Steps</h2>\n<ol dir="auto">\n<li>open <code class="notranslate">/q</code></li>\n</ol>\n' +
    '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" id="" disabled="" checked=""> done</li></ul>\n' +
    '<p>See <a class="user-mention" href="https://github.com/octocat">@octocat</a> &amp; <a href="https://github.com/acme/app/issues/1">#1</a></p>\n' +
    '<div class="highlight highlight-source-js"><pre><span class="pl-k">const</span> a &lt; b</pre></div>' +
    '<table role="table"><thead><tr><th>a</th></tr></thead><tbody><tr><td align="right">1</td></tr></tbody></table>'
  expect(safeHtmlOf(html)).toMatchSnapshot()
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

test('An image becomes its name, and a checkbox its state', () => {
  expect(safeHtmlOf('<img alt="A &lt;b&gt;" src="https://x.example/a.png">')).toBe('[image: A &lt;b>]')
  expect(safeHtmlOf('<input type="checkbox" checked><input type="checkbox">')).toBe('☑ ☐')
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
