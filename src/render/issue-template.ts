import type { BlockContent, PhrasingContent } from 'mdast'
import { fill, placeholdersIn } from '../texts/template.ts'
import { serialiseInline } from './markdown.ts'
import { issueTitle, isVisible, neutralise, oneLine, TITLE_LIMIT, ZERO_WIDTH } from './plain.ts'

/** Values of the placeholders in `issue.body`. Those of `blocks` stand on a line of their own. All of them are inert. */
export type BodyValues = {
  inline: Record<string, PhrasingContent[] | undefined>
  blocks: Record<string, BlockContent[]>
}

/**
 * Fills the template of an issue's body. Its own words stay as they are, Markdown included. A line is left out when none of
 * its placeholders has a value.
 */
export function fillIssueBody(template: string, { inline, blocks }: BodyValues): BlockContent[] {
  return partsOfBody(template, blocks).flatMap((part): BlockContent[] => {
    if (part.kind === 'block') return blocks[part.name] ?? []
    const lines = part.lines.filter(line => {
      const names = placeholdersIn(line)
      return names.length === 0 || names.some(name => inline[name] !== undefined)
    })
    if (lines.length === 0) return []
    return [{ type: 'paragraph', children: [{ type: 'html', value: fillLines(lines, inline) }] }]
  })
}

/** A piece of filled lines. The words are the author's, so they are Markdown as they stand. */
type Piece = { text: string; isValue: boolean }

function fillLines(lines: string[], inline: BodyValues['inline']): string {
  const isTable = lines.some(line => /-/.test(line) && /^[\s>|:-]+$/.test(line))
  const given = Object.entries(inline).map(([name, value]) => [
    name,
    value && { text: serialiseInline(value, { isTable }), isValue: true },
  ])
  const words = (text: string): Piece => ({ text, isValue: false })
  const pieces = fill<Piece>(lines.join('\n'), { words, values: Object.fromEntries(given) })
  return pieces.map((piece, at) => apart(pieces[at - 1], piece) + piece.text).join('')
}

type BodyPart = { kind: 'block'; name: string } | { kind: 'lines'; lines: string[] }

/** Splits a template at blank lines, and at lines that are one placeholder for blocks. */
function partsOfBody(template: string, blocks: BodyValues['blocks']): BodyPart[] {
  const parts: BodyPart[] = []
  let lines: string[] = []
  const endLines = () => {
    if (lines.length > 0) parts.push({ kind: 'lines', lines })
    lines = []
  }
  for (const line of template.split('\n')) {
    const name = /^\s*\{([a-z]+)\}\s*$/.exec(line)?.[1]
    const isBlock = name !== undefined && Object.hasOwn(blocks, name)
    if (isBlock || line.trim() === '') endLines()
    if (isBlock) parts.push({ kind: 'block', name })
    else if (line.trim() !== '') lines.push(line.trimEnd())
  }
  endLines()
  return parts
}

/** What may stand right before a value, and right behind one. */
const OPENING = /[\s([*_~"'“„«|>]$/
const CLOSING = /^[\s)\]*_~"'”“».,;:!?|]/

/**
 * What keeps a value from acting together with what it touches. An `@` or `#` of the author would mention somebody or refer
 * to an issue, and a backslash, `<`, `&` or `!` would change what the value's own first character means.
 */
function apart(before: Piece | undefined, piece: Piece): string {
  if (!before || !(before.isValue || piece.isValue)) return ''
  const isFree = piece.isValue
    ? !before.isValue && OPENING.test(before.text)
    : CLOSING.test(piece.text) && !before.text.endsWith('\\')
  return isFree ? '' : ZERO_WIDTH
}

/**
 * Fills the template of an issue's title: one inert line of 1 to 256 UTF-16 units. When it is too long, the subject is cut.
 * Without a subject, `fallback` takes its place. Brackets around a placeholder without a value go with it.
 */
export function fillIssueTitle(
  template: string,
  { values, fallback }: { values: Record<string, string> & { subject: string }; fallback: string },
): string {
  const hasSubject = isVisible(values.subject)
  if (!hasSubject && template.trim() === '{subject}') return fallback
  const subject = hasSubject ? values.subject : fallback
  const used = template.replace(/[[(]\{([^{}]+)\}[\])] ?/g, (whole, name: string) =>
    name === 'subject' || values[name] ? whole : '',
  )
  const write = (limit: number) =>
    fill<string>(used, {
      words: words => words,
      values: { ...values, subject: oneLine(subject, limit) },
    }).join('')
  for (let limit = TITLE_LIMIT; limit > 0; limit -= 8) {
    const title = neutralise(oneLine(write(limit), 4 * TITLE_LIMIT))
    if (title.length <= TITLE_LIMIT) return isVisible(title) ? title : fallback
  }
  return issueTitle(write(1), fallback)
}
