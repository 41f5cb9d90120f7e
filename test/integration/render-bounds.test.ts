import { expect, test } from 'vitest'
import { sanitiseHtml } from '../../src/render/html.ts'
import { renderIssue } from '../../src/render/issue.ts'
import { ISSUE_URL, input, markdownOf, safeHtmlOf, ticketWith } from '../support/render-input.ts'

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
  'empty spans': fill('<b></b> '),
  'spans of one blank': fill('<span> </span>'),
  'hidden words': fill('<span style="font-size:0">a</span> '),
  images: '<img alt="a b">'.repeat(9_900),
}

test.each(Object.entries(poisons))(
  'Rendering a message never throws and ends in time: %s',
  { timeout: SECONDS * 1_000 },
  (_, html) => {
    expect(
      renderIssue({ ...input, ticket: ticketWith({ body: html, subject: html }) }).body.length,
    ).toBeLessThanOrEqual(65_536)
    const safe = sanitiseHtml(html, { issueUrl: ISSUE_URL, ending: '…' })
    expect(safe.kind === 'rendered' ? safe.value.length : 0).toBeLessThan(2_000_000)
  },
)

/** A text before and behind everything, to see how much of a message is shown. */
const between = (html: string) => `<p>It fails.</p>${html}<p>The end.</p>`

/** Messages that are too long in one way or the other, and what must be in their issue. */
const long: Record<string, [html: string, shown: RegExp, isCut: boolean]> = {
  '50,000 open blocks': [between('<div>x'.repeat(50_000)), /It fails\.[\s\S]*x/, true],
  '12,002 tags': [between('<b>x</b> '.repeat(12_002)), /It fails\.[\s\S]*x/, true],
  '12,002 comments': [between('<!-- x -->'.repeat(12_002)), /It fails\.[\s\S]*The end\./, false],
  '200 levels of quotes': [
    between(`${'<blockquote>x'.repeat(200)}${'</blockquote>'.repeat(200)}`),
    /It fails\.[\s\S]*The end\.[\s\S]*x/,
    false,
  ],
  '5,000 levels of blocks': [
    between(`${'<div>'.repeat(5_000)}deep${'</div>'.repeat(5_000)}`),
    /It fails\.[\s\S]*deep[\s\S]*The end\./,
    false,
  ],
  'a picture of 264 KB in front': [
    between(`<img src="data:image/png;base64,${'A'.repeat(264_000)}">`),
    /It fails\.[\s\S]*The end\./,
    false,
  ],
  'a style of 300 KB': [
    between(`<style>${'p{} '.repeat(75_000)}</style>`),
    /It fails\.[\s\S]*The end\./,
    false,
  ],
  'a comment of 300 KB': [between(`<!--${'x '.repeat(150_000)}-->`), /It fails\.[\s\S]*The end\./, false],
  'attributes of 300 KB': [
    between(`<p style="${'x'.repeat(150_000)}" title="${'x'.repeat(150_000)}">`),
    /It fails\.[\s\S]*The end\./,
    false,
  ],
  '200 KB without a blank': [`${'漢'.repeat(200_000)}`, /漢{50000}/, true],
  '200 KB of one word of code': [`<pre>${'x'.repeat(200_000)}</pre>`, /x{50000}/, true],
  'one wide cell in 60 rows': [
    `<p>It fails.</p><table><tr><th>Row</th><th>Remark</th></tr>${many(60, at => `<tr><td>${at}</td><td>${at === 3 ? fill('word ', 1_500) : 'ok'}</td></tr>`)}</table><p>The end.</p>`,
    /It fails\.[\s\S]*\| 59 \| ok \|[\s\S]*The end\./,
    false,
  ],
}

test.each(Object.entries(long))(
  'The report is shown from its start, as much as fits: %s',
  (_, [html, shown, isCut]) => {
    const { body, warnings } = renderIssue({ ...input, ticket: ticketWith({ body: html }) })
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toMatch(shown)
    expect(body.includes('… cut. The whole message is in FreeScout.')).toBe(isCut)
    expect(warnings).toEqual([])
  },
)

test.each([0, 1, 2, 3, 4, 5])('A message that is cut at a line break ends without a backslash (%i)', more => {
  const html = `${'x'.repeat(more)}${'aaaa<br>'.repeat(20_000)}`
  const { body } = renderIssue({ ...input, ticket: ticketWith({ body: html }) })
  expect(body).toContain('… cut.')
  expect(body).not.toMatch(/\\\n(?:>? *\n|$)/)
})

test('Text is read up to 256 KB, and the result says that it was cut', () => {
  const html = `<style>${'x'.repeat(300_000)}</style>${'ä '.repeat(140_000)}<b>the end</b>`
  expect(markdownOf(html)).toMatch(/^[ä ]{200000,}ä$/)
  expect(safeHtmlOf(html)).toMatch(/ä ?<p><em>… cut\. The rest is on GitHub\.<\/em><\/p>$/)
})

test('A tag that is cut in two leaves no text', () => {
  expect(markdownOf('a <a href="https://example.org/')).toBe('a')
})

test('A comment does not join what stands around it to a tag', () => {
  expect(markdownOf('<<!-- x -->b>not bold')).toBe('\\<b>not bold')
})
