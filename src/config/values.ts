import * as v from 'valibot'
import { REPOSITORY_NAME } from '../names.ts'

/*
 * The schemas of single values, and the functions that make schemas. Every message is the phrase that follows
 * "expected" in a mistake, so a schema has one message for everything that can be wrong. Text is trimmed first.
 */

/** Adds the description that the documentation and the JSON Schema show. */
export function described<const Schema extends v.GenericSchema>(description: string, schema: Schema) {
  return v.pipe(schema, v.description(description))
}

/** A mapping with these keys and no others. */
export function mappingSchema<const Entries extends v.ObjectEntries>(entries: Entries) {
  const [first = '', ...others] = Object.keys(entries)
  const keys = others.length ? `keys ${[first, ...others].join(', ')}` : `key ${first}`
  return v.strictObject(entries, `a mapping with the ${keys}`)
}

/** Text of one to `max` characters. */
export function textSchema(expected: string, max = 200) {
  return v.pipe(v.string(expected), v.trim(), v.nonEmpty(expected), v.maxLength(max, expected))
}

/**
 * Text in the form in which keywords are compared: lower case, single spaces, and no characters that nobody sees. A
 * phrase is found across a line break. The result may be empty.
 */
export function plainWords(text: string): string {
  return text
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/[\0\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

/** One of a few words. */
export function choiceSchema<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return v.picklist(words, words.join(', ').replace(/, ([^,]*)$/, ' or $1'))
}

/** A plain address, without a name before it. */
const ADDRESS = /^[^\s@<>,;"]+@(?:localhost|[^\s@<>,;"]+\.[^\s@<>,;".]+)$/

/** An e-mail address, lower-cased. */
export function addressSchema(expected: string) {
  return v.pipe(v.string(expected), v.trim(), v.toLowerCase(), v.regex(ADDRESS, expected))
}

/** The address of a mailbox, lower-cased. */
export const mailboxAddressSchema = addressSchema('the email address of a mailbox')

const USER = "the FreeScout user's email address or numeric id"

/** A FreeScout user: a lower-cased address, or an id. */
export const userSchema = v.union(
  [
    v.pipe(v.number(USER), v.safeInteger(USER), v.minValue(1, USER)),
    v.pipe(v.string(USER), v.trim(), v.regex(/^[1-9]\d{0,14}$/, USER), v.transform(Number)),
    addressSchema(USER),
  ],
  USER,
)

const TAG = 'a tag as text'

/** A ticket's tag, trimmed and lower-cased as FreeScout does it. */
export const tagSchema = v.pipe(
  v.string(TAG),
  v.trim(),
  v.toLowerCase(),
  v.nonEmpty(TAG),
  v.maxLength(100, TAG),
)

/** The name of a GitHub label. GitHub allows 50 characters. */
export const labelNameSchema = textSchema('a label of 1 to 50 characters', 50)

/** The name of an issue type of a GitHub organisation. */
export const typeNameSchema = textSchema('the name of an issue type', 100)

/** The name of a label whose issues are listed. GitHub's list takes several labels with commas between them. */
export const listedLabelSchema = v.pipe(labelNameSchema, v.regex(/^[^,]*$/, 'a label without a comma'))

/** The name of a custom field in FreeScout. Its case matters. */
export const fieldNameSchema = textSchema('the name of a custom field')

const REPOSITORY = 'a repository as owner/name'

/** A repository on the same GitHub server, as `owner/name`. */
export const repositoryNameSchema = v.pipe(
  v.string(REPOSITORY),
  v.trim(),
  v.regex(REPOSITORY_NAME, REPOSITORY),
)

/** A custom field and the value that it must have. */
export type FieldValue = { name: string; value: string }

const FIELD_VALUE = 'a custom field and its value as name=value'

/** `name=value`, split at the first `=`. */
export const fieldValueSchema = v.pipe(
  v.string(FIELD_VALUE),
  v.regex(/^\s*[^=\s][^=]*=\s*\S/, FIELD_VALUE),
  v.transform(splitFieldValue),
)

const TAG_OR_FIELD_VALUE = 'a tag, or a custom field and its value as name=value'

/** A key of `issue.labels`: a tag or `name=value`, as it was written. */
export const tagOrFieldValueSchema = v.pipe(
  v.string(TAG_OR_FIELD_VALUE),
  v.regex(/^\s*[^=\s][^=]*(?:=\s*\S[\s\S]*)?$/, TAG_OR_FIELD_VALUE),
)

/** Splits `name=value` at the first `=` and trims both parts. */
export function splitFieldValue(written: string): FieldValue {
  const index = written.indexOf('=')
  return { name: written.slice(0, index).trim(), value: written.slice(index + 1).trim() }
}

/** A length of time as it was written, and in milliseconds. */
export type Duration = { text: string; ms: number }

const DURATION = 'a duration such as 30d, 12h or 2w'
const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** A duration in minutes, hours, days or weeks. */
export const durationSchema = v.pipe(
  v.string(DURATION),
  v.trim(),
  v.regex(/^[1-9]\d{0,3}[mhdw]$/, DURATION),
  v.transform((written): Duration => {
    const unit = written.slice(-1) as keyof typeof UNITS
    return { text: written, ms: Number.parseInt(written, 10) * UNITS[unit] }
  }),
)
