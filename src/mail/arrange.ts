import type { ElementContent, Root, RootContent } from 'hast'
import { type Part, readParts, saidIn, writtenText } from './earlier.ts'
import { isReadable, type Line, type Lines, type Range, readLines, sliceTree } from './lines.ts'
import { isAboutMail } from './mail-headers.ts'
import { element, text } from './nodes.ts'
import { findPhones } from './phones.ts'
import { hideInLine } from './private-text.ts'
import { findSignatures, isContact } from './signature.ts'
import type { LeftOut, MailOptions } from './step.ts'

/** How much of an earlier message is shown. */
const MAX_EARLIER_LINES = 8
const MAX_EARLIER_LENGTH = 800

/** A short text that says so has answers, or the report itself, in the message below. */
const MAX_POINTER = 300
const POINTS_BELOW =
  /(?<!\p{L})(?:below|inline|in-line|in (?:red|blue|green|bold)|unten|in (?:rot|blau|grün)|ci-dessous|en rouge|abajo|en rojo|sotto|in rosso|hieronder|nedan|abaixo)(?!\p{L})/iu

type Quote = Extract<Part, { kind: 'quote' }>

/**
 * Arranges a mail as its reader wants it: what is new first and whole, then a few lines of the earlier messages as a
 * quote. Of the lines about a forwarded message, subject and date stay. Signatures are folded, kept or dropped. When
 * nothing is new, the earlier messages stay whole. Changes the tree in place.
 */
export function arrangeMail(tree: Root, { signature, subject, findPeople, texts }: MailOptions): LeftOut[] {
  const found = readLines(tree)
  const parts = readParts(found, subject)
  const allSignatures = signaturesIn(found, parts)
  const phones =
    findPeople && signature === 'keep' ? allSignatures.flatMap(range => hidePhones(found, range)) : []
  const signatures = signature === 'keep' || isReport(found, parts, allSignatures) ? [] : allSignatures
  if (parts.every(({ kind }) => kind === 'new') && signatures.length === 0) return phones

  const { lines } = found
  const leftOut: LeftOut[] = [
    ...phones,
    ...signatures.map(range => ({ rule: 'signature', text: textOf(lines, range) })),
  ]
  const written = parts.filter(({ kind }) => kind === 'new').flatMap(part => without(part, signatures))
  const newWords = writtenText(lines, written)
  const hasNewText = isReadable(newWords)
  const isNew = hasNewText || written.some(range => hasPicture(found, range))
  const pointsBelow = newWords.length <= MAX_POINTER && POINTS_BELOW.test(newWords)
  const lastNew = written.findLast(range => isReadable(textOf(lines, range)))?.from ?? -1
  for (const part of parts) if (part.kind !== 'new') for (const box of part.boxes) box.tagName = 'div'

  let isTitled = false
  tree.children = parts.flatMap(part => {
    if (part.kind === 'new') return newText(part)
    if (part.kind === 'forwarded') {
      leftOut.push({ rule: 'mail-header', text: textOf(lines, part) })
      return part.kept.length > 0 ? [paragraph(...part.kept)] : []
    }
    return earlier(part)
  })
  return leftOut

  function newText(part: Part): RootContent[] {
    const kept = without(part, signatures).flatMap(({ from, to }) => lines.slice(from, to))
    const isLastNew = lastNew >= part.from && lastNew < part.to
    const fold = signature === 'fold' && signatures.length > 0 && hasNewText && isLastNew
    return [
      ...sliceTree(tree, found, trimmed(kept, found)),
      ...(fold ? [remark(texts['signature-left-out'])] : []),
    ]
  }

  function earlier(part: Quote): RootContent[] {
    const body = { from: part.headers.to, to: part.to }
    const inside = signature === 'keep' ? [] : findSignatures(found, { range: body, isWritten: false })
    const about = [
      ...lines.slice(part.from, part.headers.to),
      ...lines.slice(part.headers.to, part.to).filter(isAboutMail),
    ]
    leftOut.push({ rule: 'mail-header', text: about.map(({ text }) => text).join('\n') })
    leftOut.push(...inside.map(range => ({ rule: 'signature', text: textOf(lines, range) })))
    const said = trimmed(
      without(body, inside).flatMap(range => saidIn(lines, range)),
      found,
    )
    if (!said.some(({ text }) => isReadable(text))) return []
    const isLast = part.from > lastNew
    const title = isLast && !isTitled ? [bold(texts['earlier-messages'])] : []
    isTitled ||= isLast
    const { shown, cut } = isNew && !pointsBelow ? beginning(said) : { shown: said, cut: false }
    if (cut)
      leftOut.push({
        rule: 'earlier-messages',
        text: said
          .slice(shown.length)
          .map(({ text }) => text)
          .join('\n'),
      })
    const children = [...sliceTree(tree, found, shown), ...(cut ? [remark(texts['earlier-cut'])] : [])]
    return [...title, element('blockquote', children as ElementContent[])]
  }
}

/** Hides every telephone number in a signature that is kept. */
function hidePhones(found: Lines, { from, to }: Range): LeftOut[] {
  return found.lines
    .slice(from, to)
    .flatMap(line => hideInLine(line, { found, spans: findPhones(line.text, { anywhere: true }) }))
}

/** The signatures in what is new. */
function signaturesIn(found: Lines, parts: Part[]): Range[] {
  let isWritten = false
  return parts.flatMap(part => {
    if (part.kind !== 'new') return []
    const signatures = findSignatures(found, { range: part, isWritten })
    isWritten ||= without(part, signatures).some(range => isReadable(textOf(found.lines, range)))
    return signatures
  })
}

/** Whether people wrote their report where the mail program puts the signature, and nothing else is new. */
function isReport(found: Lines, parts: Part[], signatures: Range[]): boolean {
  const written = parts.filter(({ kind }) => kind === 'new').flatMap(part => without(part, signatures))
  if (isReadable(writtenText(found.lines, written))) return false
  return !isContact(signatures.flatMap(range => textOf(found.lines, range).split('\n')))
}

/** Lines without blank lines and rules (`<hr>`, `_____`) at both ends. */
function trimmed(lines: Line[], { leaves }: Lines): Line[] {
  const isShown = (line: Line) =>
    /[^\s_=*-]/.test(line.text) ||
    /^\s*\S{1,4}\s*$/.test(line.text) ||
    leaves
      .slice(line.from, line.to)
      .some(leaf => leaf.type === 'element' && /^(?:img|input)$/.test(leaf.tagName))
  const first = lines.findIndex(isShown)
  return first < 0 ? [] : lines.slice(first, lines.findLastIndex(isShown) + 1)
}

/** The first lines of an earlier message, up to a few lines or some hundred characters, and at least one. */
function beginning(said: Line[]): { shown: Line[]; cut: boolean } {
  let count = 0
  let length = 0
  const end = said.findIndex(({ text }) => {
    if (!isReadable(text)) return false
    count++
    length += text.length
    return count > 1 && (count > MAX_EARLIER_LINES || length > MAX_EARLIER_LENGTH)
  })
  return end < 0 ? { shown: said, cut: false } : { shown: said.slice(0, end), cut: true }
}

/** A range of lines less those of other ranges. */
function without({ from, to }: Range, others: Range[]): Part[] {
  const inside = others
    .filter(other => other.from < to && other.to > from)
    .toSorted((a, b) => a.from - b.from)
  const ends = [from, ...inside.map(other => other.to)]
  const starts = [...inside.map(other => other.from), to]
  return ends
    .map((end, index): Part => ({ kind: 'new', from: end, to: starts[index] ?? to }))
    .filter(part => part.to > part.from)
}

function textOf(lines: Line[], { from, to }: Range): string {
  return lines
    .slice(from, to)
    .map(({ text }) => text.trim())
    .filter(text => text !== '')
    .join('\n')
}

function hasPicture({ lines, leaves }: Lines, { from, to }: Range): boolean {
  return lines
    .slice(from, to)
    .some(line =>
      leaves.slice(line.from, line.to).some(leaf => leaf.type === 'element' && leaf.tagName === 'img'),
    )
}

function paragraph(...texts: string[]): RootContent {
  return element(
    'p',
    texts.flatMap((value, index) => [...(index > 0 ? [element('br', [])] : []), text(value)]),
  )
}

function remark(value: string): RootContent {
  return element('p', [element('em', [text(value)])])
}

function bold(value: string): RootContent {
  return element('p', [element('strong', [text(value)])])
}
