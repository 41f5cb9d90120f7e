import * as v from 'valibot'
import { isSameName } from '../names.ts'
import { askFreeScout, type FreeScoutAccess, getCall } from './api.ts'
import { number, userRow } from './schemas.ts'

/** What FreeScout says about a page. Versions differ in what they say. */
const pageInfo = v.fallback(
  v.object({ size: v.optional(number), totalPages: v.optional(number), totalElements: v.optional(number) }),
  {},
)

/** A page of a list. `total` counts the rows of all pages, as far as FreeScout says it. */
type Page<Row> = { rows: Row[]; total: number }

/** Which list to read. `key` is its name in the answer, `what` names the call in error messages. */
type ListCall<S extends v.GenericSchema> = {
  path: string
  parameters?: URLSearchParams
  key: string
  row: S
  what: string
}

/**
 * Reads a list page by page, until one is not full. The number of pages in the answer only counts when FreeScout does not
 * say how many rows a full page has. A server that ignores `page` sends the same page again; that ends the list, too.
 */
export async function* readPages<S extends v.GenericSchema>(
  access: FreeScoutAccess,
  { path, parameters, key, row, what }: ListCall<S>,
): AsyncGenerator<Page<v.InferOutput<S>>, void> {
  const answer = v.object({
    _embedded: v.pipe(
      v.object({ [key]: v.array(row) }),
      v.transform(lists => lists[key] ?? []),
    ),
    page: v.optional(pageInfo, {}),
  })
  let before = ''
  for (let page = 1; ; page++) {
    const query = new URLSearchParams(parameters)
    if (page > 1 || query.has('page')) query.set('page', String(page))
    const call = getCall(query.size ? `${path}?${query}` : path, what)
    const { _embedded: rows, page: about } = await askFreeScout(access, call, answer)
    const now = JSON.stringify(rows)
    if (rows.length > 0 && now === before) return
    before = now
    yield { rows, total: about.totalElements ?? rows.length }
    const isFull = about.size === undefined ? page < (about.totalPages ?? 1) : rows.length >= about.size
    if (rows.length === 0 || !isFull) return
  }
}

/**
 * Finds a user by address or id. It searches every page of the list, because an older FreeScout ignores `?email=`.
 * FreeScout does not list robots and deleted users.
 */
export async function findUser(
  access: FreeScoutAccess,
  user: string | number,
): Promise<{ id: number; email: string } | undefined> {
  const parameters = new URLSearchParams(typeof user === 'string' ? { email: user } : {})
  const list = { path: '/users', key: 'users', what: 'look up the signing user', row: userRow, parameters }
  for await (const { rows } of readPages(access, list)) {
    const found = rows.find(({ id, email }) =>
      typeof user === 'number' ? id === user : isSameName(email, user),
    )
    if (found) return found
  }
  return undefined
}
