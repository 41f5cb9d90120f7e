import type { Element } from 'hast'
import { isReadable, type Line, type Lines, marksOf, type Range } from './lines.ts'
import { isAboutMail, type MailHeaders, readMailHeaders } from './mail-headers.ts'

/**
 * A part of a mail, as a range of lines. `new`: what the sender wrote. `quote`: an earlier message; `headers` has the
 * lines about it, which name people, and `boxes` the elements around it. `forwarded`: the lines about a forwarded
 * message, whose text is new to the reader; `kept` has those that say its subject and date.
 */
export type Part =
  | (Range & { kind: 'new' })
  | (Range & { kind: 'quote'; headers: Range; boxes: Element[] })
  | (Range & { kind: 'forwarded'; kept: string[]; boxes: Element[] })

/** Marks of an element around an earlier message that is no `blockquote`. Yahoo puts random letters in front. */
const QUOTE_MARK =
  /yahoo_quoted|^(?:gmail_extra_quote|zmail_extra|protonmail_quote|moz-quote|quoted-text|tutanota_quote)$/i
/** Marks of an element that holds the lines about an earlier message. */
const HEADERS_MARK = /^(?:gmail_attr|moz-cite-prefix|divrplyfwdmsg|outlookmessageheader|reply-intro)$/i

/** A mail with more parts is built to exhaust the steps. What follows the last of them counts as new. */
const MAX_PARTS = 200

/** With a text of at most so many characters above it ("Please see below"), the message below is the report. */
const MAX_POINTER = 60
const FORWARD_SUBJECT =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:fwd?|wg|tr|rv|enc|i|inoltro|doorst|vb|vs|vl|pd|转发|轉寄|転送)\s*:/iu
const REPLY_SUBJECT =
  /^\s*(?:\[[^\]]{1,40}\]\s*)?(?:re|aw|antw|antwort|sv|rép|rif|r|odp|vá|答复|回复|返信)\s*:/iu

/** Splits a mail into what is new and what is quoted. `subject` is the ticket's, which tells a forward from a reply. */
export function readParts(found: Lines, subject: string): Part[] {
  const { lines } = found
  const parts: Part[] = []
  let at = 0
  let newFrom = 0
  let isDecided = false
  while (at < lines.length) {
    const start = parts.length < MAX_PARTS ? startOf(found, at) : undefined
    if (!start) {
      at++
      continue
    }
    if (at > newFrom) parts.push({ kind: 'new', from: newFrom, to: at })
    const { headers, boxes } = start
    const isFirst = !isDecided
    isDecided = true
    if (headers && isForwarded(headers, { written: () => writtenText(lines, parts), subject, isFirst })) {
      parts.push({ kind: 'forwarded', from: at, to: headers.to, kept: headers.kept, boxes })
      at = headers.to
    } else {
      const intro = { from: at, to: headers?.to ?? at }
      const to = Math.max(start.to, intro.to, at + 1)
      parts.push({ kind: 'quote', from: at, to, headers: intro, boxes })
      at = to
    }
    newFrom = at
  }
  if (lines.length > newFrom) parts.push({ kind: 'new', from: newFrom, to: lines.length })
  return parts
}

/** The text that is new, without white space at its ends. */
export function writtenText(lines: Line[], parts: Part[]): string {
  return parts
    .filter(({ kind }) => kind === 'new')
    .flatMap(({ from, to }) => lines.slice(from, to).map(({ text }) => text.trim()))
    .join('\n')
    .trim()
}

type Start = { headers: MailHeaders | undefined; boxes: Element[]; to: number }

/** What begins in line `at`: an earlier message, and where it ends. */
function startOf(found: Lines, at: number): Start | undefined {
  const { lines } = found
  const opens = lines[at]?.opens ?? []
  const headers = readMailHeaders(lines, at) ?? markedHeaders(found, at)
  const first = opens.find(isQuote) ?? (headers && opens.find(isBox))
  if (!first && !headers) return undefined
  const textAt = nextReadable(lines, headers?.to ?? at)
  const inside = lines.slice(at, textAt + 1).flatMap(line => line.opens.filter(isBox))
  const box = first ?? inside[0]
  if (box) return { headers, boxes: [...new Set([box, ...inside])], to: endOf(box, found) }
  if (isMarked(lines[textAt])) {
    const end = lines.findIndex((line, index) => index > textAt && isReadable(line.text) && !isMarked(line))
    return { headers, boxes: [], to: end < 0 ? lines.length : end }
  }
  // Without an element around it, an earlier message goes on to the end. A line that only reads like an attribution
  // must name an address for that.
  const isSure =
    headers?.style !== 'attribution' || lines.slice(at, headers.to).some(({ text }) => text.includes('@'))
  return isSure ? { headers, boxes: [], to: lines.length } : undefined
}

/** Lines about an earlier message that a mail program marked, in whatever language. */
function markedHeaders(found: Lines, at: number): MailHeaders | undefined {
  const element = found.lines[at]?.opens.find(each => marksOf(each).some(mark => HEADERS_MARK.test(mark)))
  if (!element) return undefined
  return { to: endOf(element, found), kept: [], style: 'attribution' }
}

function isQuote(element: Element): boolean {
  const marks = marksOf(element)
  if (marks.some(mark => QUOTE_MARK.test(mark))) return true
  return (
    element.tagName === 'blockquote' &&
    (element.properties.type === 'cite' ||
      'cite' in element.properties ||
      marks.some(mark => /gmail_quote/i.test(mark)))
  )
}

function isBox(element: Element): boolean {
  return element.tagName === 'blockquote' || isQuote(element)
}

/** The line behind an element. */
function endOf(element: Element, { lines, ranges }: Lines): number {
  const end = ranges.get(element)?.to ?? 0
  let low = 0
  for (let high = lines.length; low < high; ) {
    const middle = (low + high) >> 1
    if ((lines[middle]?.from ?? 0) >= end) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether lines about a message forward it. Without a mark, only those of the first message can. */
function isForwarded(
  { style }: MailHeaders,
  { written, subject, isFirst }: { written: () => string; subject: string; isFirst: boolean },
): boolean {
  if (style === 'forward') return true
  if (style === 'attribution' || !isFirst) return false
  if (FORWARD_SUBJECT.test(subject)) return true
  const text = written()
  return !isReadable(text) || (text.length <= MAX_POINTER && !REPLY_SUBJECT.test(subject))
}

/** Whether a line is marked as quoted, as in a mail of plain text. */
function isMarked(line: Line | undefined): boolean {
  return line !== undefined && /^\s*>/.test(line.text)
}

function nextReadable(lines: Line[], at: number): number {
  let next = at
  while (next < lines.length && !isReadable(lines[next]?.text ?? '')) next++
  return next
}

/** The lines of an earlier message that say something: no headers, no attributions. */
export function saidIn(lines: Line[], { from, to }: Range): Line[] {
  return lines.slice(from, to).filter(line => !isAboutMail(line))
}
