import { expect, test } from 'vitest'
import { markdownOf } from '../../support/render-input.ts'

const cases: Record<string, [html: string, markdown: string]> = {
  'an editor’s lines, a block for each': [
    '<div style="font-family:Consolas,monospace;white-space:pre"><div><span>const</span> a = {</div><div>    <span>b:</span> 1,</div><div>}</div></div>',
    '```\nconst a = {\n    b: 1,\n}\n```',
  ],
  'one indented line that CSS keeps': [
    '<div style="white-space:pre">    make all</div>',
    '```\n    make all\n```',
  ],
  'code with a block for each line': [
    '<pre><code><div>function a() {</div><div>&nbsp; return <span>1</span>;</div><div>}</div></code></pre>',
    '```\nfunction a() {\n  return 1;\n}\n```',
  ],
  'the lines of a plain-text mail': [
    'cache:<br />\n  ttl: 5<br />\n  path: /a<br />\n<br />\nWhy?',
    '```\ncache:\n  ttl: 5\n  path: /a\n```\n\nWhy?',
  ],
  'lines that CSS keeps': [
    '<div style="white-space:pre-wrap">First line\nSecond line\n\n    indented\n</div>',
    'First line\\\nSecond line\n\n```\n    indented\n```',
  ],
  'lines of pre-line': ['<p style="white-space: pre-line">a\n   b</p>', 'a\\\nb'],
  'new lines in any other element': ['<p>a\n   b</p>', 'a b'],
  'code with line breaks': [
    '<p>Query:</p><code>SELECT *<br>FROM orders<br>&nbsp; WHERE id = 7</code>',
    'Query:\n\n```\nSELECT *\nFROM orders\n  WHERE id = 7\n```',
  ],
  'code with line breaks in a sentence': [
    '<p>See <code>a<br>b</code> there</p>',
    'See\n\n```\na\nb\n```\n\nthere',
  ],
  'pasted code, a block for each line': [
    '<div>My config:</div><div><br></div><div>server:</div><div>&nbsp; port: 80</div><div>&nbsp; tls: on</div><div><br></div><div>Why?</div>',
    'My config:\n\n```\nserver:\n  port: 80\n  tls: on\n```\n\nWhy?',
  ],
  'pasted code in a typewriter’s font': [
    '<div><font face="courier new">a = 1;</font></div><div><font face="courier new">b = 2;</font></div>',
    '```\na = 1;\nb = 2;\n```',
  ],
  'a stack trace in a formatted mail': [
    '<p>It says</p><div>TypeError: x is not a function</div><div>&nbsp; &nbsp; at pay (/srv/cart.js:7:15)</div><div>&nbsp; &nbsp; at /srv/index.js:21:3</div>',
    'It says\n\n```\nTypeError: x is not a function\n    at pay (/srv/cart.js:7:15)\n    at /srv/index.js:21:3\n```',
  ],
  'a letter in a typewriter’s font': [
    '<div style="font-family:monospace"><div>Dear all,</div><div>it fails.</div></div>',
    'Dear all,\n\nit fails.',
  ],
  'a name that is moved to the right': [
    '<div>Thanks,<br>&nbsp; &nbsp; Kim</div>',
    'Thanks,\\\n    Kim'.replace('    Kim', '\u00A0 \u00A0 Kim'),
  ],
}

test.each(Object.entries(cases))('White space that means something stays: %s', (_, [html, markdown]) => {
  expect(markdownOf(html)).toBe(markdown)
})
