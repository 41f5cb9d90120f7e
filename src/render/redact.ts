import type { Person } from '../model.ts'

/** Replaces a name or an address. */
const REDACTED = '[redacted]'

/** Shorter parts of a name (`Li`, `de`) are everyday words or syllables in many languages. */
const MIN_PART_LENGTH = 3

/**
 * Returns a function that removes the given people from a text. It removes e-mail addresses and full names in upper or
 * lower case. It removes parts of names with at least three letters only as whole words, and only in the same upper and
 * lower case (`Will` goes, `will` stays). It can't recognise anything else that people write about themselves.
 */
export function redaction(people: readonly Person[]): (text: string) => string {
  const anyCase = new Set<string>()
  const asWritten = new Set<string>()
  for (const { firstName, lastName, email } of people) {
    if (email?.trim()) anyCase.add(literal(email.trim()))
    const names = [firstName, lastName].map(name => name?.trim() ?? '').filter(name => name !== '')
    if (names.length > 1) {
      const words = names.join(' ').split(/\s+/)
      anyCase.add(wholeWord(words.map(literal).join('\\s+')))
    }
    for (const part of names.flatMap(parts)) asWritten.add(wholeWord(literal(part)))
  }
  const steps = [pattern(anyCase, 'giu'), pattern(asWritten, 'gu')].filter(step => step !== undefined)
  return text => steps.reduce((left, step) => left.replace(step, REDACTED), text)
}

/** The parts of `Anne-Marie O'Neil`: each word, and each piece between hyphens and apostrophes. */
function parts(name: string): string[] {
  const words = name.split(/\s+/)
  const pieces = name.split(/[^\p{L}\p{M}\p{N}]+/u)
  return [...words, ...pieces].filter(part => (part.match(/\p{L}/gu)?.length ?? 0) >= MIN_PART_LENGTH)
}

/** Matches `text` itself, composed (`é`) or decomposed (`e` and an accent). */
function literal(text: string): string {
  const forms = new Set([text, text.normalize('NFC'), text.normalize('NFD')])
  return `(?:${[...forms].map(form => RegExp.escape(form)).join('|')})`
}

// `\b` treats only ASCII letters as letters. Unlike there, `_` ends a word here: `Rodney_log.txt`.
function wholeWord(source: string): string {
  return `(?<![\\p{L}\\p{M}\\p{N}])${source}(?![\\p{L}\\p{M}\\p{N}])`
}

/** Longest first, so that a name that starts with another name is replaced as a whole. */
function pattern(sources: Set<string>, flags: string): RegExp | undefined {
  if (sources.size === 0) return undefined
  return new RegExp([...sources].sort((a, b) => b.length - a.length).join('|'), flags)
}
