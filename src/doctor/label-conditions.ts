const TEXT = "'((?:[^']|'')*)'"
const NAME = 'github\\.event\\.label\\.name'
const LIST_CALL = new RegExp(`contains\\(\\s*fromJSON\\(\\s*${TEXT}\\s*\\)\\s*,\\s*${NAME}\\s*\\)`, 'gi')
const COMPARISON = new RegExp(`${NAME}\\s*==\\s*${TEXT}`, 'gi')
/** Any other use of the label. */
const MENTION = /github\s*\.\s*event\s*(?:\.|\[\s*')\s*label/i
/** Replaces the parts of a condition that were understood. */
const LISTED = 'LISTED'
/** A `!` before a part that was understood, or before parentheses that may hold one. */
const NEGATED = /!\s*(?:LISTED|\()/

/**
 * Reads which labels the conditions of a job and its step let through. It understands the list in
 * `contains(fromJSON('["a"]'), github.event.label.name)` and the names in `github.event.label.name == 'a'`.
 *
 * @returns `any` when no condition uses the label; `undefined` when one uses it in another way, or when several use it
 */
export function labelsIn(conditions: string[]): string[] | 'any' | undefined {
  const read = conditions.map(labelsInOne).filter(labels => labels !== 'any')
  return read.length === 0 ? 'any' : read.length === 1 ? read[0] : undefined
}

function labelsInOne(condition: string): string[] | 'any' | undefined {
  const names: string[] = []
  const rest = condition
    .replace(LIST_CALL, (whole, json: string) => {
      const list = listIn(unquoted(json))
      names.push(...(list ?? []))
      return list ? LISTED : whole
    })
    .replace(COMPARISON, (_, name: string) => {
      names.push(unquoted(name))
      return LISTED
    })
  if (MENTION.test(rest)) return undefined
  if (!rest.includes(LISTED)) return 'any'
  return NEGATED.test(rest) ? undefined : names
}

/** In GitHub's expressions, `''` inside a text stands for one quote. */
function unquoted(text: string): string {
  return text.replaceAll("''", "'")
}

function listIn(json: string): string[] | undefined {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.map(String) : undefined
  } catch {
    return undefined
  }
}
