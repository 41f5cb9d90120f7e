import { expect, test } from 'vitest'
import { read, textOf } from '../../support/markdown-reader.ts'
import { markdownOf } from '../../support/render-input.ts'

const cases: Record<string, [html: string, markdown: string]> = {
  'bold in pieces': [
    '<b>Error code:</b><b>&nbsp;</b><u><b>E-42</b></u><b>,&nbsp;</b><b>bu</b><b>ild</b>',
    '**Error code:\u00A0*E-42*,\u00A0build**',
  ],
  'blanks at both edges': ['Then <b> bold </b>and<i> slanted</i>.', 'Then **bold** and *slanted*.'],
  'a break at the end of bold': ['<b>Expected:<br></b>a receipt', '**Expected:**\\\na receipt'],
  'a colon before a letter': ['<b>Expected:</b>a receipt', '**Expected**:a receipt'],
  'a bracket behind a letter': ['a<b>(b)</b>', 'a(**b)**'],
  'bold that holds blanks only': ['a<b> </b>b<i><br></i>c', 'a b\\\nc'],
  'half a word': ['<b>Wh</b>ole', '**Wh**ole'],
  'blanks at the edges of code': ['4711<code> GET </code>it', '4711 `GET` it'],
  'code in pieces': ['<code>a.</code><code>b</code>', '`a.b`'],
  'a link in pieces': [
    '<a href="https://a.example/">one</a> <a href="https://a.example/">two</a>',
    '[one two](https://a.example/)',
  ],
  'two links': [
    '<a href="https://a.example/">one</a> <a href="https://b.example/">two</a>',
    '[one](https://a.example/) [two](https://b.example/)',
  ],
  'bold type as a style': ['<span style="font-weight:700;font-style:italic">a</span> b', '**_a_** b'],
  'a text from Google Docs': [
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p>a <span style="font-weight:700">b</span></p></b>',
    'a **b**',
  ],
  'paragraphs of blanks': ['<p>a</p><p>&nbsp;</p><p>\u200B</p><p>b</p>', 'a\n\nb'],
  'lines of blanks': ['a<br>&nbsp;<br>\u200C<br>b', 'a\n\nb'],
  'breaks at the edges': ['<div><br>a<br></div><div><br></div>b<br>', 'a\n\nb'],
  'two breaks in an item': ['<ul><li>a<br><br>b</li></ul>', '- a\n\n  b'],
  'a rule at the end': ['<p>a</p><hr>', 'a'],
  'a rule between': ['a<hr>b', 'a\n\n---\n\nb'],
  'nothing but blanks': ['<div><p class="MsoNormal"><o:p>&nbsp;</o:p></p></div>', ''],
  'nothing but a rule, a list and a table': ['<hr><ul><li></ul><table><tr><td></table><h1> </h1>', ''],
}

test.each(Object.entries(cases))('The Markdown of a mail reads well as source: %s', (_, [html, markdown]) => {
  expect(markdownOf(html)).toBe(markdown)
})

const copied: Record<string, [html: string, markdown: string]> = {
  'brackets in a URL and around it': [
    '(see https://wiki.example.test/Cart_(shop)) and (https://wiki.example.test/a_(b))',
    '(see <https://wiki.example.test/Cart_(shop)>) and (<https://wiki.example.test/a_(b)>)',
  ],
  'a URL in square brackets': ['[https://wiki.example.test/x].', '\\[<https://wiki.example.test/x>].'],
  'a key with the name of an emoji': ['cache:lock:17 and 3:100:5', '`cache:lock:17` and `3:100:5`'],
  'the name of an emoji': ['a literal :tada: sign', 'a literal `:tada:` sign'],
  'a time and a C++ name': ['10:15:30 and std::lock::x', '10:15:30 and std::lock::x'],
  'an address in quotes': ['"a@b.example"', '"a\\@b.example"'],
  'a number in two colours': ['<span>A</span><span>7</span>', 'A7'],
}

test.each(Object.entries(copied))(
  'What people copy has no invisible characters: %s',
  (_, [html, markdown]) => {
    expect(markdownOf(`<p>${html}</p>`)).toBe(markdown)
  },
)

test.each(['G<b>H-1</b>', '<b>acme/app</b>#3', '@<b>octocat</b>', 'www<b>.github.com</b>'])(
  'What would act across tags is still broken up: %s',
  html => {
    const { acting, tree } = read(markdownOf(`<p>${html}</p>`))
    expect(acting).toEqual([])
    expect(textOf(tree)).toContain('\u200B')
  },
)
