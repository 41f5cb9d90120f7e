const TEXT = "'((?:[^']|'')*)'"
const NAME = 'github\\.event\\.label\\.name'
const LISTED = new RegExp(`contains\\(\\s*fromJSON\\(\\s*${TEXT}\\s*\\)\\s*,\\s*${NAME}\\s*\\)`, 'gi')
const EQUAL = new RegExp(`${NAME}\\s*==\\s*${TEXT}`, 'gi')
const MENTION = /github\s*\.\s*event\s*(?:\.|\[\s*')\s*label/i
/** A denial of what was understood, or of something in parentheses that may hold it. */
const DENIED = /!\s*(?:LISTED|\()/

/**
 * Which labels the conditions of a job and its step let through: the list in
 * `contains(fromJSON('["a"]'), github.event.label.name)` and the names in `github.event.label.name == 'a'`.
 *
 * @returns `any` when the label plays no part in them, and `undefined` when it does in a way that isn't understood.
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
  return DENIED.test(rest) ? undefined : names
}

/** In an expression, a quote inside a text is written twice. */
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
