import type { Context } from 'hono'
import { phpJson } from './php.ts'

/** A refusal, as thrown by a route. `path` names the parameter at fault. */
export class Refusal extends Error {
  readonly status: number
  readonly path: string | undefined

  constructor(status: number, message: string, path?: string) {
    super(message)
    this.status = status
    this.path = path
  }
}

/** A 400 about one parameter. */
export function badRequest(path: string, message: string): Refusal {
  return new Refusal(400, message, path)
}

/** A 400 about a parameter that is not there. */
export function missing(path: string): Refusal {
  return badRequest(path, `\`${path}\` parameter is required`)
}

/** A 400 that says nothing of why. */
export function unexplained(): Refusal {
  return new Refusal(400, 'Error occurred')
}

/** The 404 of the API. */
export function notFound(): Refusal {
  return new Refusal(404, 'Not Found')
}

/** An answer in JSON as PHP writes it. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(phpJson(value), { status, headers: { 'content-type': 'application/json', ...headers } })
}

/** A 201 with the new object and its id in `Resource-ID`. */
export function created<T extends { id: number }>(object: T): Response {
  return json(object, 201, { 'resource-id': String(object.id) })
}

/** A 204: the write was taken, which need not mean that it did anything. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: { 'content-type': 'text/html; charset=UTF-8' } })
}

/** A refusal's answer: what went wrong, and with which parameter. */
export function refused({ status, path, message }: Refusal): Response {
  if (path === undefined) return json({ message, _embedded: { errors: [] } }, status)
  return json(
    { message: 'Error occurred', _embedded: { errors: [{ path, message, source: 'JSON' }] } },
    status,
  )
}

/** A page of a list, under its name in `_embedded`. An empty list has one page. */
export function paged<T, U>(
  context: Context,
  { name, items, present }: { name: string; items: T[]; present: (item: T, index: number) => U },
): Response {
  const size = Number(context.req.query('pageSize') ?? 50)
  const number = Number(context.req.query('page') ?? 1)
  const shown = items.slice((number - 1) * size, number * size)
  const totalPages = Math.max(1, Math.ceil(items.length / size))
  return json({
    _embedded: { [name]: shown.map(present) },
    page: { size, totalElements: items.length, totalPages, number },
  })
}

/** A body as the API reads it: what is not a JSON object counts as an empty one. */
export async function bodyOf(context: Context): Promise<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(await context.req.text())
    return isObject(body) ? body : {}
  } catch {
    return {}
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a JSON list; anything else counts as an empty list. */
export function objectsIn(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** `{id, value}` pairs of a body; what is not one is passed over. */
export function fieldsIn(customFields: unknown): { id: number; value: string }[] {
  return objectsIn(customFields).map(({ id, value }) => ({ id: Number(id), value: String(value ?? '') }))
}
