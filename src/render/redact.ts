import type { Person } from '../model.ts'

/** What stands where a name or an address stood. */
export const REDACTED = '[redacted]'

/** Shorter parts of a name (`Li`, `de`) are everyday words or syllables in too many languages. */
const SHORTEST_PART = 3

/**
 * Gives a function that takes the given people out of a text: their e-mail addresses and full names in any
 * capitals, and the parts of their names of three letters and more as whole words, exactly as capitalised
 * (`Will` goes, `will` stays). What else somebody writes about themselves can't be known.
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

/** `Anne-Marie O'Neil` is known by each of her words, and by what hyphens and apostrophes join. */
function parts(name: string): string[] {
  const words = name.split(/\s+/)
  const pieces = name.split(/[^\p{L}\p{M}\p{N}]+/u)
  return [...words, ...pieces].filter(part => (part.match(/\p{L}/gu)?.length ?? 0) >= SHORTEST_PART)
}

/** Matches `text` itself, composed (`é`) or decomposed (`e` and an accent). */
function literal(text: string): string {
  const forms = new Set([text, text.normalize('NFC'), text.normalize('NFD')])
  return `(?:${[...forms].map(form => form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`
}

// Not `\b`, which knows ASCII only; and `_` bounds a word here: `Rodney_log.txt`.
function wholeWord(source: string): string {
  return `(?<![\\p{L}\\p{M}\\p{N}])${source}(?![\\p{L}\\p{M}\\p{N}])`
}

/** Longest first, so that a name that starts with another one goes as a whole. */
function pattern(sources: Set<string>, flags: string): RegExp | undefined {
  if (sources.size === 0) return undefined
  return new RegExp([...sources].sort((a, b) => b.length - a.length).join('|'), flags)
}
