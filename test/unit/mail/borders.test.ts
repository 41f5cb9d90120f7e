import { expect, test } from 'vitest'
import { read, textOf } from '../../support/markdown-reader.ts'
import { markdownOf } from '../../support/render-input.ts'

const BLOCKS = (
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 ' +
  'h3 h4 h5 h6 header hgroup li listing main menu nav ol p pre search section summary ul xmp'
).split(' ')
const WRAPPERS: Record<string, (inner: string) => string> = {
  nothing: inner => inner,
  'a cell': inner => `<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>${inner}</td></tr></table>`,
  'a heading': inner => `<h2>${inner}</h2>`,
  bold: inner => `<b>${inner}</b>`,
  'bold in a cell': inner =>
    `<table border=1><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><b>${inner}</b></td></tr></table>`,
  italics: inner => `<i>${inner}</i>`,
  underlined: inner => `<u>${inner}</u>`,
  'a font': inner => `<font color="red">${inner}</font>`,
  'a link': inner => `<a href="https://a.example/">${inner}</a>`,
  'an item': inner => `<ul><li>${inner}</li></ul>`,
  'a caption': inner => `<table><caption>${inner}</caption><tr><td>1</td><td>2</td></tr></table>`,
  code: inner => `<code>${inner}</code>`,
  'a raised text': inner => `x<sup>${inner}</sup>`,
  'a button': inner => `<label>${inner}</label>`,
}

test.each(Object.entries(WRAPPERS))('Two numbers in two blocks stay two numbers in %s', (_, wrap) => {
  for (const tag of BLOCKS) {
    const text = textOf(read(markdownOf(wrap(`<${tag}>order 4711</${tag}><${tag}>0815 items</${tag}>`))).tree)
    expect([tag, text]).toEqual([tag, expect.stringMatching(/4711[^0-9]+0815/)])
  }
})

test.each(Object.entries(WRAPPERS))('Two numbers on two lines stay two numbers in %s', (_, wrap) => {
  expect(textOf(read(markdownOf(wrap('order 4711<br>0815 items'))).tree)).toMatch(/4711[^0-9]+0815/)
})

test('An empty paragraph in bold type keeps the texts around it apart', () => {
  const html = 'order 4711<p><b><span></span></b></p><b>0815 items</b>'
  expect(textOf(read(markdownOf(html)).tree)).toMatch(/4711[^0-9]+0815/)
})

const raised: Record<string, [html: string, markdown: string]> = {
  'spans that are shown as blocks': [
    '<p>Order <span style="display:block">4711</span><span style="float:left">0815</span></p>',
    'Order\n\n4711\n\n0815',
  ],
  'spans with a gap between them': [
    '<span style="display:inline-block;width:50px">4711</span><span>12</span><b style="margin-left:9px">7</b>',
    '4711 12 **7**',
  ],
  'a power': ['10<sup>6</sup> rows', '10^6 rows'],
  'a power that a number touches': ['2<sup>6</sup>7 rows', '2⁶7 rows'],
  'a power that a letter touches': ['10<sup>n</sup>x', '10^(n)x'],
  'an index that a letter touches': ['H<sub>2</sub>O', 'H₂O'],
  'a power with a number behind it': ['2<sup>10</sup>3', '2¹⁰3'],
  'a unit': ['5 m<sup>2</sup>', '5 m²'],
  'a formula': ['H<sub>2</sub>O', 'H₂O'],
  'a base': ['101<sub>2</sub>', '101₂'],
  'a footnote behind a word': ['see above<sup>1</sup>', 'see above¹'],
  'an ordinal': ['the 2<sup>nd</sup> try', 'the 2nd try'],
  'a power of more': ['2<sup>n+1</sup>', '2^(n+1)'],
  'a mark': ['Acme<sup>®</sup>', 'Acme®'],
}

test.each(Object.entries(raised))(
  'A raised or lowered number does not become a part of another: %s',
  (_, [html, markdown]) => {
    expect(markdownOf(`<p>${html}</p>`)).toBe(markdown)
  },
)

test('Bold and a link go into the blocks in them', () => {
  expect(markdownOf('<b><div>one</div><div>two</div></b>')).toBe('**one**\n\n**two**')
  expect(markdownOf('<a href="https://a.example/x"><div>one</div><div>two</div></a>')).toBe(
    '[one](https://a.example/x)\n\n[two](https://a.example/x)',
  )
})
