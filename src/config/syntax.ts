import { type Alias, type Document, LineCounter, parseDocument, visit } from 'yaml'
import { findOpenBrackets, type OpenBracket } from './brackets.ts'
import type { Mistake } from './mistakes.ts'

/** The longest text that is read. Any configuration needs far less. */
const MAX_CHARACTERS = 65_536
const MAX_ALIASES = 100

/** A text as YAML. `value` is what it holds, as plain data. */
export type YamlText =
  | { kind: 'document'; document: Document; lines: LineCounter; value: unknown }
  | { kind: 'invalid'; mistakes: Mistake[] }

/** Reads a text as YAML 1.2. Keys that are there twice, and what the values should be, are checked later. */
export function readYaml(text: string): YamlText {
  const encoding = encodingMistake(text)
  if (encoding) return { kind: 'invalid', mistakes: [encoding] }
  if (text.length > MAX_CHARACTERS)
    return unreadable(`not readable: longer than ${MAX_CHARACTERS} characters`)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
    return unreadable('not readable: nested too deeply')
  const aliases = aliasesOf(document)
  if (aliases.length > MAX_ALIASES)
    return unreadable(`not readable: more than ${MAX_ALIASES} aliases (*name)`)
  const mistakes = [
    ...documentMistakes(document, { text, lines }),
    ...aliases.filter(alias => !alias.resolve(document)).map(alias => aliasMistake(alias, lines)),
  ]
  if (mistakes.length > 0) return { kind: 'invalid', mistakes }
  try {
    return { kind: 'document', document, lines, value: document.toJS({ maxAliasCount: MAX_ALIASES }) }
  } catch (error) {
    return unreadable(`not readable: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/**
 * The mistake in a text that was not UTF-8. Whoever reads bytes as UTF-8 puts U+FFFD in place of those that are none, and
 * UTF-16 leaves a NUL beside each letter of ASCII. No YAML has a NUL in it.
 */
function encodingMistake(text: string): Mistake | undefined {
  const place = { line: 1, col: 1 }
  if (text.includes('\0')) {
    return syntaxMistake('not UTF-8, but most likely UTF-16: save it as UTF-8', place)
  }
  const at = text.indexOf('\uFFFD')
  if (at === -1) return undefined
  const before = text.slice(0, at).split(/\r\n?|\n/)
  place.line = before.length
  place.col = (before.at(-1) ?? '').length + 1
  const found =
    'not UTF-8: this character cannot be read. Save the text as UTF-8 and write the character again'
  return syntaxMistake(found, place)
}

/** The mistakes that the YAML parser found. After an open bracket it finds only what follows from that. */
function documentMistakes(
  { errors, warnings }: Document,
  { text, lines }: { text: string; lines: LineCounter },
): Mistake[] {
  const open = errors.length > 0 ? findOpenBrackets(text).map(bracket => openMistake(bracket, lines)) : []
  const [first] = open
  const others = [...errors, ...warnings].map(({ code, message, pos: [start] }) => {
    const isSecond = code === 'MULTIPLE_DOCS'
    const found = isSecond ? 'not readable: a second document begins here' : `not valid YAML: ${message}`
    return syntaxMistake(found, lines.linePos(start))
  })
  return [...others.filter(mistake => !first || isBefore(mistake, first)), ...open]
}

function openMistake({ kind, closing, offset, comment }: OpenBracket, lines: LineCounter): Mistake {
  if (!comment) {
    const found = `not valid YAML: the ${kind} that begins here has no ${closing}`
    return syntaxMistake(found, lines.linePos(offset))
  }
  const text = comment.text.length > 60 ? `${comment.text.slice(0, 59)}…` : comment.text
  const found = `not valid YAML: ${JSON.stringify(text)} is a comment, so the ${kind} before it has no ${closing}`
  const [value] = /^#[^\s,[\]{}]+/.exec(comment.text) ?? []
  return { ...syntaxMistake(found, lines.linePos(comment.offset)), ...(value && { suggestion: value }) }
}

function isBefore(one: Mistake, other: Mistake): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column)
}

function aliasMistake({ source, range }: Alias, lines: LineCounter): Mistake {
  const found = `not valid YAML: *${source} without an &${source} before it`
  return syntaxMistake(found, lines.linePos(range?.[0] ?? 0))
}

function unreadable(found: string): YamlText {
  return { kind: 'invalid', mistakes: [syntaxMistake(found, { line: 1, col: 1 })] }
}

function syntaxMistake(found: string, { line, col }: { line: number; col: number }): Mistake {
  // For an empty text, yaml reports line 0.
  return {
    kind: 'syntax',
    line: Math.max(line, 1),
    column: Math.max(col, 1),
    key: '',
    found,
    expected: 'YAML',
  }
}

function aliasesOf(document: Document): Alias[] {
  const aliases: Alias[] = []
  visit(document, {
    Alias(_, alias) {
      aliases.push(alias)
    },
  })
  return aliases
}
