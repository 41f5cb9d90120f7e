import { renderIssue } from '../../src/render/issue.ts'
import { readMails } from '../support/mails.ts'
import { input, ticketWith } from '../support/render-input.ts'
import { type Figures, figures } from './figures.ts'

/** Bytes of a mail that is not counted: it lets V8 compile the code. */
const WARM_UP = 16 * 1024

/** Bytes of the mails. The renderer reads no text beyond the larger of the two. */
const [SMALLEST, LARGEST] = [128 * 1024, 256 * 1024]

/** A kind of mail, and the milliseconds of processor time of one issue: for the smallest and for the largest size. */
export type MailKind = { name: string; smallest: Figures; largest: Figures }

/** Milliseconds in which a busy machine changes more than the size does. */
const SHORT = 200

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
 *
 * @param kinds the hard pieces alone take a quarter of the time
 */
export function measureMails({ rounds, kinds }: { rounds: number; kinds: 'all' | 'hard' }): MailKind[] {
  const fixtures = (kinds === 'all' ? readMails() : [])
    .filter(({ html }) => html !== '')
    .map(({ name, html }) => [name, html] as const)
  return [...fixtures, ...Object.entries(HARD)].map(([name, piece]) => {
    timeOf(piece, WARM_UP)
    const taken = (size: number) => figures(Array.from({ length: rounds }, () => timeOf(piece, size)))
    return { name, smallest: taken(SMALLEST), largest: taken(LARGEST) }
  })
}

/** Milliseconds of processor time for the issue of a mail: a piece, repeated to so many bytes. */
function timeOf(piece: string, bytes: number): number {
  const body = piece.repeat(Math.ceil(bytes / Buffer.byteLength(piece)))
  const ticket = ticketWith({ body })
  const before = process.threadCpuUsage()
  renderIssue({ ...input, ticket })
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}

/** The kinds, the slowest at the largest size first. */
export function mailsByTime(kinds: MailKind[]): MailKind[] {
  return kinds.toSorted((one, other) => other.largest.median - one.largest.median)
}

/** The most that the time of a kind grows from the smallest to the largest size. A short time says nothing. */
export function mostGrowth(kinds: MailKind[]): number {
  const long = kinds.filter(({ largest }) => largest.median > SHORT)
  return Math.max(0, ...long.map(({ smallest, largest }) => largest.low / smallest.low))
}
