import { describe, expect, test } from 'vitest'
import { issueTitle } from '../../../src/render/plain.ts'
import { all, links, read, textOf } from '../../support/markdown-reader.ts'
import { markdownOf } from '../../support/render-input.ts'

const SHA = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'

describe('The Markdown of a message', () => {
  const cases: Record<string, [html: string, seen: string]> = {
    'a mention': ['ask @octocat', 'ask @\u200Boctocat'],
    'a team mention': ['ask @acme/team', 'ask @\u200Bacme/team'],
    'a mention as an entity': ['&#64;octocat', '@\u200Boctocat'],
    'a mention across tags': ['@<b>octocat</b>', '@\u200B octocat'],
    'a mention glued to an address': ['a@b.example@octocat', 'a@\u200Bb.example@\u200Boctocat'],
    'a mention behind a hidden character': ['@\u2060octocat', '@\u200Boctocat'],
    'an issue number (#1)': ['see #1', 'see #\u200B1'],
    'an issue number across tags': ['<b>#</b>1', '#\u200B 1'],
    'an issue number as an entity': ['&#35;1', '#\u200B1'],
    'GH-1': ['see gh-1', 'see gh-\u200B1'],
    'GH-1 across tags': ['G<b>H-1</b>', 'G \u200BH-1'],
    'another repository’s issue (o/r#1)': ['acme/app#1', 'acme/app#\u200B1'],
    'another user’s fork (o#1)': ['octocat#1', 'octocat#\u200B1'],
    'a commit': [`since ${SHA}`, `since  ${SHA}`],
    'a short commit': ['since abcdef1 or so', 'since  abcdef1  or so'],
    'a commit in a repository (o/r@sha)': ['acme/app@abcdef1', 'acme/app@\u200B abcdef1'],
    'a range of commits': ['abcdef1...1234567', 'abcdef1 ... 1234567'],
    'a closing keyword': ['fixes #1', 'fixes #\u200B1'],
    'a forged marker': [
      '&lt;!-- freescout-autolink ticket=1 url=https://tickets.example.org/conversation/1 --&gt;',
      '<!-- freescout-\u200Bautolink ticket=1 url= https://tickets.example.org/conversation/1  -->',
    ],
    'a forged sentinel line': [
      '[freescout-autolink] FreeScout ticket: x',
      '[freescout-\u200Bautolink] FreeScout ticket: x',
    ],
    'an HTML comment': ['a<!-- b -->c', 'ac'],
    'a footnote': ['[^1]', '[^1]'],
    'an invisible text': ['a<span style="display: none">b</span><span hidden>c</span>d', 'ad'],
    'a text that turns around (bidi)': ['a\u202Egnp.exe', 'agnp.exe'],
  }

  test.each(Object.entries(cases))('In a message, %s does nothing and reads as before', (_, [html, seen]) => {
    const { tree, acting } = read(markdownOf(html))
    expect(acting).toEqual([])
    expect(all(tree, 'html')).toEqual([])
    expect(textOf(tree)).toBe(seen)
  })

  test.each([
    'issues/1',
    'pull/2',
    'discussions/3',
    `commit/${SHA}`,
    'compare/abcdef1...1234567',
    'issues/1#issuecomment-2',
  ])('In a message, the URL of %s leads to its page without a link back, bare or as a link', path => {
    for (const host of [
      'https://github.com',
      'http://www.github.com',
      'https://GITHUB.com.:443',
      'www.github.com',
    ]) {
      const url = `${host}/acme/app/${path}`
      for (const html of [`closes ${url}.`, `<a href="${url}">${url}</a>`, `<a href="${url}">here</a>`]) {
        const { tree, acting } = read(markdownOf(html))
        expect(acting).toEqual([])
        const found = links(tree).map(link => link.href)
        expect(found).toEqual(
          html.includes('"www') && html.includes('here')
            ? []
            : [`https://redirect.github.com/acme/app/${path}`],
        )
        expect(textOf(tree)).not.toContain('/github.com')
      }
    }
  })

  test('In a message, an issue URL of an Enterprise server is text, not a link', () => {
    const url = 'https://ghe.example.org/acme/app/issues/1'
    for (const html of [url, `<a href="${url}">${url}</a>`]) {
      const { tree } = read(markdownOf(html, { serverUrl: 'https://ghe.example.org' }))
      expect(links(tree)).toEqual([])
      expect(textOf(tree)).toContain('ghe.example.org/acme/app/issues/1')
    }
  })

  test.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc',
    '/acme',
    '//x.example',
    '#x',
    'https://github.com@evil.example',
    '',
  ])('In a message, a link to %j becomes its text', href => {
    const { tree } = read(markdownOf(`<a href="${href}">text</a>`))
    expect(tree.children).toMatchObject([{ type: 'paragraph', children: [{ type: 'text', value: 'text' }] }])
  })

  test('A fence does not end before its code does', () => {
    const code = 'a\n```\n````\n~~~\n> b\n\n</pre> @octocat #1 <!-- x -->'
    const { tree, acting } = read(markdownOf(`<pre>${code.replaceAll('<', '&lt;')}</pre>after`))
    expect(tree.children.map(node => node.type)).toEqual(['code', 'paragraph'])
    expect(all(tree, 'code')[0]?.value).toBe(code)
    expect(acting).toEqual([])
  })

  test('Code in bold stays code', () => {
    expect(read(markdownOf('<b><pre>@octocat `#1`</pre></b>')).acting).toEqual([])
    expect(read(markdownOf('<b><code>@octocat</code><code>`#1 &lt;!-- x --&gt;</code></b>')).acting).toEqual(
      [],
    )
  })

  test('A tracking image is removed, another image becomes its name, and no picture is loaded', () => {
    const html =
      '<img src="https://t.example/open.gif?u=1" width="1" height="1"><img src="https://x.example/a.png" alt="The @octocat page">' +
      '<img src="https://x.example/b.png?token=secret"><img src="data:image/png;base64,AAAA"><img srcset="https://x.example/c.png">'
    const { tree, acting } = read(markdownOf(html))
    expect(all(tree, 'image')).toEqual([])
    expect(acting).toEqual([])
    expect(textOf(tree)).toBe('[image: The @\u200Boctocat page][image: b.png][image][image]')
  })

  test.each([
    '<a href="https://tickets.example.org/storage/attachment/1/a.png?id=1&token=secret">text</a>',
    '<a href="http://tickets.example.org:8080/%73torage/attachment/1/a.png?token=secret">text</a>',
    '<a href="https://cdn.example.org/storage/attachment/1/a.png?token=secret">text</a>',
    'text https://tickets.example.org/storage/attachment/1/a.png?token=secret',
    'text <code>curl https://tickets.example.org/storage/secret</code>',
    '<pre>text /storage/attachment/1/a.png?token=secret</pre>',
    'text <img src="https://tickets.example.org/storage/attachment/1/a.png?token=secret">',
  ])('A FreeScout storage URL stays in FreeScout: %s', html => {
    expect(markdownOf(html)).toContain('text')
    expect(markdownOf(html)).not.toMatch(/secret|storage/)
  })

  test('Scripts, styles, forms and frames leave nothing, not even their text', () => {
    const html =
      'a<script>alert(1)</script><style>p{}</style><title>t</title><iframe src=x>f</iframe><object>o</object>' +
      '<svg><text>s</text></svg><textarea>x</textarea><select><option>y</select><template>z</template>b'
    expect(markdownOf(html)).toBe('ab')
  })

  test('Two dollars do not start a formula', () => {
    expect(markdownOf('from $5 to $6')).toBe('from \\$5 to \\$6')
  })
})

describe('The title of an issue', () => {
  test.each([
    ['ask @octocat', 'ask @\u200Boctocat'],
    ['fixes #1, GH-2, acme/app#3', 'fixes #\u200B1, GH-\u200B2, acme/app#\u200B3'],
    [`since ${SHA}`, `since \u200B${SHA}`],
    ['https://github.com/acme/app/issues/1', 'https\u200B://github\u200B.com/acme/app/issues/1'],
    ['[freescout-autolink] FreeScout ticket: x', '[freescout-\u200Bautolink] FreeScout ticket: x'],
    [' two\r\n lines\tand\u0000 \u001B[31mred\u202E ', 'two lines and [31mred'],
    ['write to ops@vendor.example.', 'write to ops@vendor.example.'],
    ['👩‍💻 Zoë 漢字', '👩‍💻 Zoë 漢字'],
    ['', 'fallback'],
    [' \u200B\u202E\u200D\n', 'fallback'],
    ['\uD800', '\uFFFD'],
  ])('The subject %j becomes the title %j', (subject, title) => {
    expect(issueTitle(subject, 'fallback')).toBe(title)
  })

  test.each([
    'x'.repeat(300),
    '💸'.repeat(300),
    '@'.repeat(300),
    `${'x'.repeat(254)}💸💸`,
    '#1 '.repeat(200),
  ])('A long subject is cut to 256 characters, never inside a character (case %#)', subject => {
    const title = issueTitle(subject, 'fallback')
    expect(title.length).toBeLessThanOrEqual(256)
    expect(title.length).toBeGreaterThan(200)
    expect(title).toMatch(/…$/)
    expect(title.isWellFormed()).toBe(true)
  })
})
