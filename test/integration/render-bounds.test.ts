import { expect, test } from 'vitest'
import { sanitiseHtml } from '../../src/render/html.ts'
import { renderIssue } from '../../src/render/issue.ts'
import { htmlToBlocks } from '../../src/render/markdown.ts'
import { ISSUE_URL, input, markdownOf, policy, safeHtmlOf, ticketWith } from '../support/render-input.ts'

/** On a slow, shared machine; alone each takes less than 2 s. */
const SECONDS = 10

const fill = (piece: string, bytes = 262_000) => piece.repeat(Math.floor(bytes / piece.length))
const many = (count: number, piece: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => piece(at)).join('')

/** Each of these once took minutes, gigabytes or the stack of a parser or serialiser. */
const poisons: Record<string, string> = {
  '50,000 nested blocks': '<div>'.repeat(50_000),
  '5,000 nested lists': '<ul><li>'.repeat(5_000),
  '150 nested quotes of many lines': '<blockquote>'.repeat(150) + fill('line<br>', 60_000),
  '5,000 open fonts, repeated by every paragraph': `<p>${many(4_900, at => `<font a${at}>`)}${'<p>x'.repeat(4_900)}`,
  'every formatting element, three times': `<p>${'<b><big><code><em><font><i><s><small><strike><tt><u>'.repeat(3)}${'<p>x'.repeat(9_000)}`,
  'bold in bold in bold': '<b><i><s>'.repeat(60) + '<p>x'.repeat(500),
  'a table of 4,500 columns and 2,200 rows': `<table><tr>${'<td>a'.repeat(4_500)}${'<tr><td>'.repeat(2_200)}`,
  'a cell over a thousand million columns': '<table><tr><td colspan=1000000000 rowspan=65534>a<td>b</table>',
  'a tag of 40,000 attributes': `<a ${many(40_000, at => `a${at} `)}>x</a>`,
  'one word of 256 KB': fill('a'),
  brackets: fill('['),
  stars: fill('*_'),
  'backticks in code': `<code>${many(700, at => `${'`'.repeat(at)} `)}</code>`,
  'at signs': fill('@'),
  URLs: fill('https://example.org/a '),
  'URLs that end in brackets': fill(`http://x.y/${')'.repeat(1_900)} `),
  'the beginning of URLs': fill('http://'),
  numbers: fill('1234567 '),
  escapes: fill('%2f%E0%A4%A'),
  'open tags': fill('<a '),
  'open comments': fill('<!--'),
  'less-than signs': fill('<'),
  images: '<img alt="a b">'.repeat(9_900),
}

test.each(Object.entries(poisons))(
  'Rendering a message never throws and ends in time: %s',
  { timeout: SECONDS * 1_000 },
  (_, html) => {
    expect(
      renderIssue({ ...input, ticket: ticketWith({ body: html, subject: html }) }).body.length,
    ).toBeLessThanOrEqual(65_536)
    const safe = sanitiseHtml(html, { issueUrl: ISSUE_URL })
    expect(safe.kind === 'rendered' ? safe.value.length : 0).toBeLessThan(2_000_000)
  },
)

test('HTML that is too deep is not rendered at all, and the reason is returned', () => {
  for (const [html, reason] of [
    ['<div>'.repeat(50_000), 'too-many-tags'],
    ['<div>'.repeat(5_000), 'too-deep'],
  ] as const) {
    expect(htmlToBlocks(html, policy)).toMatchObject({ kind: 'gave-up', reason })
    expect(sanitiseHtml(html, { issueUrl: ISSUE_URL })).toMatchObject({ kind: 'gave-up', reason })
  }
})

test('HTML is read up to 256 KB, counted in bytes, and the result says that it was cut', () => {
  const html = `${'ä '.repeat(120_000)}<b>the end</b>`
  expect(markdownOf(html)).toMatch(/^[ä ]{100000,}ä$/)
  expect(safeHtmlOf(html)).toMatch(/ä ?<p><em>… cut: the rest is on GitHub\.<\/em><\/p>$/)
})

test('A tag that is cut in two leaves no text', () => {
  const html = `${'a '.repeat(131_060)}<a href="https://example.org/${'x'.repeat(200)}">x</a>`
  expect(markdownOf(html)).toMatch(/a$/)
})
