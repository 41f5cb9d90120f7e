import { expect, test } from 'vitest'
import { all, read } from '../../support/markdown-reader.ts'
import { markdownOf } from '../../support/render-input.ts'

const row = (...cells: string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
const head = (...cells: string[]) => `<tr>${cells.map(cell => `<th>${cell}</th>`).join('')}</tr>`

const cases: Record<string, [html: string, markdown: string]> = {
  'a caption': [
    `<table><caption>Totals</caption>${head('Item', 'Sum')}${row('Tea', '4')}</table>`,
    '**Totals**\n\n| Item | Sum |\n| - | - |\n| Tea | 4 |',
  ],
  'blocks in cells': [
    `<table>${head('Host', 'Answer')}${row('eu-1', '<p>waited 30</p><p>502 Bad Gateway</p>')}${row('eu-2', '<div>order 4711</div><div>0815 items</div>')}</table>`,
    '| Host | Answer |\n| - | - |\n| eu-1 | waited 30 · 502 Bad Gateway |\n| eu-2 | order 4711 · 0815 items |',
  ],
  'a line break after a full stop': [
    `<table>${head('A', 'B')}${row('1', 'It fails.<br>Always.')}</table>`,
    '| A | B |\n| - | - |\n| 1 | It fails. Always. |',
  ],
  'a list and code in cells': [
    `<table>${head('Browser', 'Result')}${row('Edge', '<ul><li>slow</li><li>blank</li></ul>')}${row('Safari', '<pre>a | b\n  c</pre>')}</table>`,
    '- Browser: Edge\\\n  Result:\n  - slow\n  - blank\n- Browser: Safari\\\n  Result:\n  ```\n  a | b\n    c\n  ```',
  ],
  'one line of code in a cell': [
    `<table>${head('A', 'B')}${row('1', '<pre>x | y</pre>')}</table>`,
    '| A | B |\n| - | - |\n| 1 | `x \\| y` |',
  ],
  'names above their values, as a form writes them': [
    `<table><tr><td colspan="2"><b>Message</b></td></tr>${row('&nbsp;', 'It fails.<br>Order 4711')}<tr><td colspan="2"><b>Plan</b></td></tr>${row('&nbsp;', 'Pro')}</table>`,
    '- **Message**: It fails. Order 4711\n- **Plan**: Pro',
  ],
  'a value of several lines': [
    `<table>${row('Plan', 'Pro')}${row('Message', 'Hello,<br>row 7 fails<br>every day')}</table>`,
    '- Plan: Pro\n- Message:\n\n  Hello,\\\n  row 7 fails\\\n  every day',
  ],
  'names and values': [
    `<table>${row('Order', '4711')}${row('Plan:', 'Pro')}</table>`,
    '- Order: 4711\n- Plan: Pro',
  ],
  'a form with a list as a value': [
    `<table>${row('Name', 'Kim')}${row('Steps', '<ol><li>a</li><li>b</li></ol>')}${row('Message', 'word '.repeat(200))}</table>`,
    `- Name: Kim\n- Steps:\n  1. a\n  2. b\n- Message: ${'word '.repeat(200).trim()}`,
  ],
  'a picture in front of each text': [
    `<table>${row('<img src="x.png" alt="dot">', 'one')}${row('<img src="x.png" alt="dot">', 'two')}</table>`,
    '\\[image: dot] · one\n\n\\[image: dot] · two',
  ],
  'names in header cells': [
    '<table><tr><th>Order</th><td>4711</td></tr><tr><th>Plan</th><td>Pro</td></tr></table>',
    '- Order: 4711\n- Plan: Pro',
  ],
  'a first row in bold': [
    `<table border="1">${row('<b>Store</b>', '<p><b>Stock</b></p>')}${row('Lyon', '-3')}</table>`,
    '| Store | Stock |\n| - | - |\n| Lyon | -3 |',
  ],
  'a first row of names': [
    `<table>${row('Host', 'Code', 'Time')}${row('eu-1', '502', '10:00')}</table>`,
    '| Host | Code | Time |\n| - | - | - |\n| eu-1 | 502 | 10:00 |',
  ],
  'a first row of values': [
    `<table>${row('eu-1', '502', '10:00')}${row('eu-2', '200', '10:01')}</table>`,
    '| | | |\n| - | - | - |\n| eu-1 | 502 | 10:00 |\n| eu-2 | 200 | 10:01 |',
  ],
  'cells that span others': [
    '<table border="1"><thead><tr><th rowspan="2">Host</th><th colspan="2">Errors</th></tr><tr><th>4xx</th><th>5xx</th></tr></thead>' +
      '<tbody><tr><td>eu-1</td><td>12</td><td>3</td></tr><tr><td>eu-2</td><td colspan="2">none</td></tr><tr><td>us-1</td></tr></tbody></table>',
    '| Host | Errors | |\n| - | - | - |\n| | 4xx | 5xx |\n| eu-1 | 12 | 3 |\n| eu-2 | none | |\n| us-1 | | |',
  ],
  'columns that keep a distance': [
    `<table>${head('A', '&nbsp;', 'B')}${row('1', '', '2')}${row('', '&nbsp;', '')}</table>`,
    '| A | B |\n| - | - |\n| 1 | 2 |',
  ],
  'a data table in tables for layout': [
    `<table><tr><td><table role="presentation"><tr><td><h1>Hi</h1></td></tr><tr><td><table>${head('A', 'B')}${row('1', '2')}</table></td></tr></table></td></tr></table>`,
    '# Hi\n\n| A | B |\n| - | - |\n| 1 | 2 |',
  ],
  'a data table in a cell of data': [
    `<table border="1">${head('Host', 'Errors')}${row('eu-1', `<table>${head('A', 'B')}${row('1', '2')}</table>`)}</table>`,
    '- Host: eu-1\\\n  Errors:\n\n  | A | B |\n  | - | - |\n  | 1 | 2 |',
  ],
  'a signature in one row': ['<table><tr><td>Acme</td><td>Sales</td></tr></table>', 'Acme · Sales'],
  'text in two columns': [
    '<table><tr><td><p>one</p><p>two</p></td><td><p>three</p><p>four</p></td></tr></table>',
    'one\n\ntwo\n\nthree\n\nfour',
  ],
  'an empty table': ['<p>x</p><table><tr><td>&nbsp;</td></tr></table>', 'x'],
}

test.each(Object.entries(cases))('A table says the same in an issue: %s', (_, [html, markdown]) => {
  expect(markdownOf(html)).toBe(markdown)
})

test('A table of too many columns becomes a list, and its header stays with the values', () => {
  const columns = Array.from({ length: 60 }, (_, at) => `c${at}`)
  const { tree } = read(
    markdownOf(`<table>${head(...columns)}${row(...columns.map(name => `${name}!`))}</table>`),
  )
  expect(all(tree, 'table')).toEqual([])
  expect(
    markdownOf(`<table>${head(...columns)}${row(...columns.map(name => `${name}!`))}</table>`),
  ).toContain('c59: c59!')
})

test('Every row of a table has as many cells as its header', () => {
  const html = `<table border="1">${head('A', 'B', 'C')}${row('1')}${row('1', '2', '3', '4')}<tr><td colspan="999999">x</td></tr></table>`
  const [table] = all(read(markdownOf(html)).tree, 'table')
  expect(new Set(table?.children.map(({ children }) => children.length)).size).toBe(1)
})
