const TEXT = "'((?:[^']|'')*)'"
const NAME = 'github\\.event\\.label\\.name'
const LISTED = new RegExp(`contains\\(\\s*fromJSON\\(\\s*${TEXT}\\s*\\)\\s*,\\s*${NAME}\\s*\\)`, 'gi')
const EQUAL = new RegExp(`${NAME}\\s*==\\s*${TEXT}`, 'gi')
const MENTION = /github\s*\.\s*event\s*(?:\.|\[\s*')\s*label/i
/** A `!` before a list that was understood, or before parentheses that may hold one. */
const NEGATED = /!\s*(?:LISTED|\()/

/**
 * Reads which labels the conditions of a job and its step let through. It understands the list in
 * `contains(fromJSON('["a"]'), github.event.label.name)` and the names in `github.event.label.name == 'a'`.
 *
 * @returns `any` when no condition uses the label, and `undefined` when one uses it in another way.
 */
export function labelsIn(conditions: string[]): string[] | 'any' | undefined {
  const read = conditions.map(labelsInOne).filter(labels => labels !== 'any')
  return read.length === 0 ? 'any' : read.length === 1 ? read[0] : undefined
}

function labelsInOne(condition: string): string[] | 'any' | undefined {
  const names: string[] = []
  const rest = condition
    .replace(LISTED, (whole, json: string) => {
      const list = listIn(unquoted(json))
      names.push(...(list ?? []))
      return list ? 'LISTED' : whole
    })
    .replace(EQUAL, (_, name: string) => {
      names.push(unquoted(name))
      return 'LISTED'
    })
  if (MENTION.test(rest)) return undefined
  if (!rest.includes('LISTED')) return 'any'
  return NEGATED.test(rest) ? undefined : names
}

/** Expressions write a quote inside a text twice. */
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
