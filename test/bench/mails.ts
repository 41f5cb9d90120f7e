import { renderIssue } from '../../src/render/issue.ts'
import { readMails } from '../support/mails.ts'
import { input, ticketWith } from '../support/render-input.ts'
import { type Figures, figures } from './figures.ts'

/** Bytes of the mails. The largest is what a message may have. */
const SIZES = [64 * 1024, 128 * 1024, 256 * 1024] as const

/** A kind of mail, with the times of one issue, in milliseconds, for each size. */
export type MailKind = { kind: string; times: Figures[] }

/** Kinds beside the mails of the fixtures: each once took long in one of the steps. */
const HARD: Record<string, string> = {
  'words without a tag': 'word ',
  'one word': '漢',
  'paragraphs of one word': '<p>word</p>\n',
  'lines of a mail': 'word word<br />\n',
  'quoted lines': '&gt; word word<br />\n',
  'deep quotes': '<blockquote type="cite">word ',
  'split bold': '<b>a</b><b>&nbsp;</b><b>b</b> ',
  'table rows': '<table border="1"><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>',
  'nested tables': '<table><tr><td>',
  addresses: 'rodney@example.org rodney%40example.org ',
  'wrapped links':
    '<a href="https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fshop.example.test%2F&amp;data=05%7Crodney%40example.org">x</a> ',
  base64: 'cm9kbmV5QGV4YW1wbGUub3Jn',
  escapes: '%2540%40&#64;&amp;#64;',
  'lines about mails': '<div><b>From:</b> a<br><b>Sent:</b> b<br><b>Subject:</b> c</div><p>word</p>',
  'lines that end mails': '-- <br />\nword<br />\n',
  traces: 'Error: word<br />\n    at word (word.js:1:1)<br />\n',
  'hidden words': '<span style="font-size:0">word</span><span style="color:#fff">word</span> ',
  indents: '&nbsp;&nbsp;word: 1<br>',
  brackets: '(https://example.org/a_(b)) [https://example.org/] ',
}

/**
 * Measures the issue of each kind of mail at each size, rendered from the sources in this process. Every kind is a
 * mail of the fixtures or a hard piece, as often as it fits.
 */
export function measureMails(rounds: number): MailKind[] {
  const fixtures = readMails()
    .filter(({ html }) => html !== '')
    .map(({ name, html }) => [name, html] as const)
  return [...fixtures, ...Object.entries(HARD)].map(([kind, piece]) => ({
    kind,
    times: SIZES.map(size => figures(Array.from({ length: rounds }, () => timeOf(piece, size)))),
  }))
}

function timeOf(piece: string, size: number): number {
  const body = piece.repeat(Math.ceil(size / Buffer.byteLength(piece)))
  const ticket = ticketWith({ body })
  const from = performance.now()
  renderIssue({ ...input, ticket })
  return performance.now() - from
}

/** The kind that takes longest at the largest size. */
export function slowestMail(kinds: MailKind[]): MailKind | undefined {
  return kinds.toSorted((one, other) => longest(other) - longest(one))[0]
}

/** The most that a kind's time grows, when its size is doubled twice. 4 is linear; a short time says nothing. */
export function mostGrowth(kinds: MailKind[]): number {
  const ratios = kinds
    .filter(kind => longest(kind) > 100)
    .map(({ times }) => (times.at(-1)?.median ?? 0) / (times[0]?.median ?? 1))
  return Math.max(0, ...ratios)
}

function longest({ times }: MailKind): number {
  return times.at(-1)?.median ?? 0
}
