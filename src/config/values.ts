import * as v from 'valibot'

/*
 * The small values that the configuration is made of. Every message is the phrase that follows "expected" in a
 * mistake, so each schema says what it wants once, whatever went wrong. Text is trimmed before it is checked.
 */

/** Text of one to `max` characters. */
export function text(expected: string, max = 200) {
  return v.pipe(v.string(expected), v.trim(), v.nonEmpty(expected), v.maxLength(max, expected))
}

/** One of a few words. */
export function choice<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return v.picklist(words, words.join(', ').replace(/, ([^,]*)$/, ' or $1'))
}

/** A plain address, without a name before it; lower-cased. */
const address = /^[^\s@<>,;"]+@(?:localhost|[^\s@<>,;"]+\.[^\s@<>,;".]+)$/

/** An e-mail address, lower-cased. */
export function email(expected: string) {
  return v.pipe(v.string(expected), v.trim(), v.toLowerCase(), v.regex(address, expected))
}

/** The address of a mailbox. */
export const mailbox = email('the e-mail address of a mailbox')

const USER = "the FreeScout user's e-mail address or numeric id"

/** A FreeScout user: a lower-cased address, or an id. */
export const user = v.union(
  [
    v.pipe(v.number(USER), v.safeInteger(USER), v.minValue(1, USER)),
    v.pipe(v.string(USER), v.trim(), v.regex(/^[1-9]\d{0,14}$/, USER), v.transform(Number)),
    email(USER),
  ],
  USER,
)

const TAG = 'a tag as text'

/** A ticket's tag, trimmed and lower-cased as FreeScout does it. */
export const tag = v.pipe(v.string(TAG), v.trim(), v.toLowerCase(), v.nonEmpty(TAG), v.maxLength(100, TAG))

/** A GitHub label's name. GitHub allows 50 characters. */
export const label = text('a label of 1 to 50 characters', 50)

/** The name of a custom field, as FreeScout has it. */
export const fieldName = text('the name of a custom field')

const REPOSITORY = 'a repository as owner/name'

/** A repository on the same GitHub server, as `owner/name`. */
export const repository = v.pipe(
  v.string(REPOSITORY),
  v.trim(),
  v.regex(/^[A-Za-z0-9][\w-]{0,99}\/(?!\.{1,2}$)[\w.-]{1,100}$/, REPOSITORY),
)

/** A custom field and the value it must have. */
export type FieldValue = { name: string; value: string }

const FIELD_VALUE = 'a custom field and its value as name=value'

/** `name=value`, split at the first `=`. */
export const fieldValue = v.pipe(
  v.string(FIELD_VALUE),
  v.regex(/^\s*[^=\s][^=]*=\s*\S/, FIELD_VALUE),
  v.transform(splitField),
)

const TAG_OR_FIELD = 'a tag, or a custom field and its value as name=value'

/** A key of `issue.labels`: a tag or `name=value`. */
export const tagOrField = v.pipe(
  v.string(TAG_OR_FIELD),
  v.regex(/^\s*[^=\s][^=]*(?:=\s*\S[\s\S]*)?$/, TAG_OR_FIELD),
)

/** Splits `name=value` at the first `=`; what is left of it is trimmed. */
export function splitField(written: string): FieldValue {
  const at = written.indexOf('=')
  return { name: written.slice(0, at).trim(), value: written.slice(at + 1).trim() }
}

/** A length of time as it was written, and in milliseconds. */
export type Duration = { text: string; ms: number }

const DURATION = 'a duration such as 30d, 12h or 2w'
const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }

/** A duration in minutes, hours, days or weeks. */
export const duration = v.pipe(
  v.string(DURATION),
  v.trim(),
  v.regex(/^[1-9]\d{0,3}[mhdw]$/, DURATION),
  v.transform((written): Duration => {
    const unit = written.slice(-1) as keyof typeof UNITS
    return { text: written, ms: Number.parseInt(written, 10) * UNITS[unit] }
  }),
)
