import * as v from 'valibot'
import { CATALOGUE, ruleOf, type TextName } from '../texts/catalogue.ts'
import { ENGLISH } from '../texts/english.ts'
import { unknownPlaceholder } from '../texts/template.ts'
import { described, mappingSchema } from './values.ts'

/** Longer texts would make notes and comments that nobody reads. */
const MAX_LENGTH = 1000

/** The section `texts`: each text of the catalogue, with a template that only has the placeholders of that text. */
export const textsSection = mappingSchema(
  Object.fromEntries(Object.keys(CATALOGUE).map(name => [name, textEntry(name as TextName)])) as Record<
    TextName,
    ReturnType<typeof textEntry>
  >,
)

function textEntry(name: TextName) {
  const { about, placeholders, needs } = ruleOf(name)
  const allowed = placeholders.map(braced)
  const must = needs ? `, among them ${listed(needs.map(braced), 'or')}` : ''
  const expected =
    allowed.length > 0
      ? `one line of text with no placeholders except ${listed(allowed, 'and')}${must}, without "<!--" and "freescout-autolink"`
      : 'one line of text without placeholders, "<!--" and "freescout-autolink"'
  return described(
    `${about} English: "${ENGLISH[name]}".`,
    v.exactOptional(
      v.pipe(
        v.string(expected),
        v.trim(),
        v.nonEmpty(expected),
        v.maxLength(MAX_LENGTH, `at most ${MAX_LENGTH} characters`),
        v.regex(templatePattern({ known: placeholders, needs }), expected),
      ),
    ),
  )
}

/**
 * The pattern of one line that has no unknown placeholder and one of those that it needs. The marks by which the product
 * recognises what it wrote are added to the text, so the text must not hold the beginning of one.
 */
function templatePattern({
  known,
  needs,
}: {
  known: readonly string[]
  needs: readonly string[] | undefined
}): RegExp {
  const unknown = unknownPlaceholder(known)
  const needed = needs ? `(?=.*\\{(?:${needs.join('|')})\\})` : ''
  return new RegExp(`^(?!.*${unknown})(?!.*<!--)(?!.*[Ff]reescout-autolink)${needed}.*$`)
}

function braced(name: string): string {
  return `{${name}}`
}

function listed(words: string[], last: 'and' | 'or'): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}` : words.join('')
}
