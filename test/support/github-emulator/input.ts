import type { Context } from 'hono'
import { badJson, type FieldError, invalidRequest, validationFailed } from './responses.ts'

/** A JSON object as it came in. */
export type Json = Record<string, unknown>

/** The request's body; `{}` when there is none, 400 when it isn't JSON. A list is handed on as `{labels}`. */
export async function bodyOf(c: Context): Promise<Json> {
  const text = await c.req.text()
  if (text === '') return {}
  const value = parse(text)
  if (Array.isArray(value)) return { labels: value }
  if (typeof value !== 'object' || value === null) throw badJson()
  return value as Json
}

/** A text that must be there. */
export function requiredText(body: Json, key: string): string {
  const value = body[key]
  if (value === undefined) throw invalidRequest(`"${key}" wasn't supplied.`)
  if (typeof value !== 'string') throw invalidRequest(`For 'properties/${key}', ${value} is not a string.`)
  return value
}

/** A text that may be absent (`undefined`) or `null`. */
export function optionalText(body: Json, key: string): string | null | undefined {
  const value = body[key]
  return value === undefined || value === null ? value : requiredText(body, key)
}

/** GitHub's limits of text, counted in characters. */
const LIMITS = {
  title: 256,
  body: 65_536,
  name: 50,
  description: 100,
}

/** Throws 422 when one of the texts is longer than GitHub takes it, naming all that are. */
export function checkLengths(
  resource: 'Issue' | 'IssueComment' | 'Label',
  texts: { [Field in keyof typeof LIMITS]?: string | null | undefined },
): void {
  const errors = Object.entries(LIMITS).flatMap(([field, limit]): FieldError[] => {
    const text = texts[field as keyof typeof LIMITS] ?? ''
    if ([...text].length <= limit) return []
    const message = `${field} is too long (maximum is ${limit} characters)`
    return [{ resource, code: 'custom', field, message }]
  })
  if (errors.length > 0) throw validationFailed(...errors)
}

/** Labels by name, from strings or objects with a `name`. */
export function labelNames(value: unknown): string[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw invalidRequest("For 'properties/labels', this is not an array.")
  return value.map((entry: unknown) => {
    const name = typeof entry === 'string' ? entry : (entry as Json | null)?.name
    if (typeof name !== 'string') throw invalidRequest("For 'properties/labels', a label has no name.")
    checkLengths('Label', { name })
    return name
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badJson()
  }
}
