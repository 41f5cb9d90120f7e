import { expect, test } from 'vitest'
import { markdownOf } from '../../support/render-input.ts'

const cases: Record<string, [html: string, markdown: string]> = {
  'bold, italics, struck text and code': [
    '<p><b>Stale</b> <i>quotes</i>, <s>fine</s> broken: <code>GET /q</code></p>',
    '**Stale** *quotes*, ~~fine~~ broken: `GET /q`',
  ],
  'lists in lists': [
    '<ul><li>one<ul><li>deep</li></ul></li><li>two</li></ul><ol start="3"><li>three</li></ol>',
    '- one\n  - deep\n- two\n\n3. three',
  ],
  'a table': [
    '<table><tr><th>Time</th><th>Status</th></tr><tr><td>10:00</td><td>a|b</td></tr></table>',
    '| Time | Status |\n| - | - |\n| 10:00 | a\\|b |',
  ],
  'a table for layout': [
    '<table><tr><td><h1>Hello</h1></td></tr><tr><td><p>one</p><p>two</p></td></tr></table>',
    '# Hello\n\none\n\ntwo',
  ],
  'code, line by line': ['<pre>if (a) {\n\tb()\n}</pre>', '```\nif (a) {\n\tb()\n}\n```'],
  'a quote in a quote': ['<blockquote>a<blockquote>b</blockquote></blockquote>', '> a\n>\n> > b'],
  'a link with its text': [
    '<a href="https://example.org/?a=1&amp;b=2">docs</a>',
    '[docs](https://example.org/?a=1\\&b=2)',
  ],
  'a bare URL in a sentence': [
    'See https://example.org/a_(b)?c=@d#e.',
    'See <https://example.org/a_(b)?c=@d#e>.',
  ],
  'an address that can be copied': [
    'Mail <a href="mailto:ops@vendor.example">ops@vendor.example</a>.',
    'Mail <ops@vendor.example>.',
  ],
  'an order number that can be copied': ['Order 20261234567 failed', 'Order `20261234567` failed'],
  'lines of a mail': ['<div>Hi,<br>it fails.</div><div><br></div><div>Zoë</div>', 'Hi,\\\nit fails.\n\nZoë'],
  checkboxes: [
    '<ul><li><input type="checkbox" checked>done</li><li><input type="checkbox">open</li></ul>',
    '- ☑ done\n- ☐ open',
  ],
  'plain text': ['Still broken &amp; slow', 'Still broken & slow'],
  'Markdown that was meant as text': [
    '# not a title, *not* <i>a</i> list',
    '\\# not a title, \\*not\\* *a* list',
  ],
}

test.each(Object.entries(cases))('The Markdown of a message stays readable: %s', (_, [html, markdown]) => {
  expect(markdownOf(html)).toBe(markdown)
})
