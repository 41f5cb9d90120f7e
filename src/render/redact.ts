import { domainToASCII, domainToUnicode } from 'node:url'
import { findEncoded, replaceSpans, type Span } from '../mail/encodings.ts'
import { findPhones } from '../mail/phones.ts'
import type { Person, Ticket } from '../model.ts'

/** Replaces a name or an address. */
const REDACTED = '[redacted]'

/** Shorter parts of a name (`Li`, `de`) are everyday words or syllables in many languages. */
const MIN_PART_LENGTH = 3

/**
 * What people and machines write for the `@` of an address: `a=b.example` in bounces, `a (at) b.example`. Its escapes
 * are here too, because letters in front of the address may look like the start of another: `100%adam%40b.example`.
 */
const AT =
  '(?:[@=\uFF20]|%(?:25)*40|=40|&(?:amp;)*(?:#0*64|#x0*40|commat);?|\\\\(?:u00|x)40|\\s?[([{]at[)\\]}]\\s?)'

/**
 * Returns a function that removes the given people from a text, as {@link findPeople} finds them, and telephone numbers
 * that something marks as such. Bare numbers stay, because they may be an order's.
 */
export function redaction(people: readonly Person[]): (text: string) => string {
  const find = findPeople(people)
  return text => replaceSpans(text, [...find(text), ...findPhones(text)], REDACTED)
}

/**
 * Returns a function that finds the given people in a text. It finds e-mail addresses and full names in upper or
 * lower case. It finds parts of names with at least three letters only as whole words, and only in the same upper and
 * lower case (`Will` is found, `will` is not). It looks into encoded text too (see `findEncoded`); in base64 and in
 * hexadecimal digits it finds addresses only. It can't recognise anything else that people write about themselves.
 */
export function findPeople(people: readonly Person[]): (text: string) => Span[] {
  const addresses = new Set<string>()
  const fullNames = new Set<string>()
  const asWritten = new Set<string>()
  for (const { firstName, lastName, email } of people) {
    if (email?.trim()) for (const form of addressForms(email.trim())) addresses.add(form)
    const names = [firstName, lastName].map(name => name?.trim() ?? '').filter(name => name !== '')
    if (names.length > 1) {
      const words = names.join(' ').split(/\s+/)
      // In URLs and file names, other characters stand for the space: `erika+mustermann`, `erika_mustermann`.
      fullNames.add(wholeWord(words.map(literal).join('[\\s+._-]+')))
    }
    for (const part of names.flatMap(parts)) asWritten.add(wholeWord(literal(part)))
  }
  const address = pattern(addresses, 'giu')
  const patterns = [address, pattern(fullNames, 'giu'), pattern(asWritten, 'gu')]
  return text =>
    findEncoded(
      text,
      form => patterns.flatMap(each => spansOf(form, each)),
      form => spansOf(form, address),
    )
}

/**
 * The people of a ticket to redact. Of FreeScout's users only the address is redacted, because their names are often
 * everyday words (the user that runs Workflows is called "Workflow").
 */
export function peopleToRedact({ customer, createdBy, threads }: Ticket): Person[] {
  const everyone = [customer, createdBy, ...threads.map(thread => thread.createdBy)]
  return everyone
    .filter(person => person !== null)
    .map(person => (person.type === 'user' ? { ...person, firstName: null, lastName: null } : person))
}

function spansOf(text: string, wanted: RegExp | undefined): Span[] {
  if (!wanted) return []
  return [...text.matchAll(wanted)].map(({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }))
}

/** The patterns of an address, with its domain in letters beyond ASCII and in Punycode. */
function addressForms(email: string): string[] {
  const at = email.lastIndexOf('@')
  if (at < 1) return [literal(email)]
  const [user, domain] = [email.slice(0, at), email.slice(at + 1)]
  const domains = new Set([domain, domainToASCII(domain), domainToUnicode(domain)].filter(Boolean))
  return [...domains].map(each => `${literal(user)}${AT}${literal(each)}`)
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
