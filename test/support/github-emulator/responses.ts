import type { Context } from 'hono'
import type { Repository } from './state.ts'

const DOCS = 'https://docs.github.com/rest'

/** An answer other than the hoped-for one, thrown by handlers. `body` is sent as JSON. */
export class Refusal extends Error {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly headers: Record<string, string>

  constructor(status: number, body: { message: string } & Record<string, unknown>, headers = {}) {
    super(body.message)
    this.status = status
    this.body = { documentation_url: DOCS, ...body, status: String(status) }
    this.headers = headers
  }

  answer(): Response {
    return Response.json(this.body, { status: this.status, headers: this.headers })
  }
}

export const notFound = () => new Refusal(404, { message: 'Not Found' })
export const badCredentials = () => new Refusal(401, { message: 'Bad credentials' })
export const authenticationRequired = () => new Refusal(401, { message: 'Requires authentication' })
export const deleted = () => new Refusal(410, { message: 'This issue was deleted' })
export const badJson = () => new Refusal(400, { message: 'Problems parsing JSON' })

/** The token is fine, its permissions are not. `needed` goes into a header, as GitHub does: `issues=write`. */
export function notAccessible(by: 'User' | 'Bot', needed: string): Refusal {
  const who = by === 'Bot' ? 'integration' : 'personal access token'
  return new Refusal(
    403,
    { message: `Resource not accessible by ${who}` },
    { 'x-accepted-github-permissions': needed },
  )
}

/** Where something went: clients read it from `Location` and from `url` in the body. */
export function moved(url: string): Refusal {
  return new Refusal(
    301,
    {
      message: 'Moved Permanently',
      url,
      documentation_url: `${DOCS}/guides/best-practices-for-using-the-rest-api#follow-redirects`,
    },
    { location: url },
  )
}

/** A field that doesn't pass. `code` is one of GitHub's: `missing_field`, `invalid`, `already_exists`, `custom`. */
export type FieldError = { resource: string; field: string; code: string; message?: string }

export function validationFailed(...errors: FieldError[]): Refusal {
  return new Refusal(422, { message: 'Validation Failed', errors })
}

/** The request's shape is wrong, before any of its values are looked at. */
export function invalidRequest(what: string): Refusal {
  return new Refusal(422, { message: `Invalid request.\n\n${what}` })
}

/**
 * One page of a list, with a `Link` header as GitHub writes it: by repository id, so that only clients
 * that follow the header find their way. With `byCursor` pages have no numbers and no last one is told
 * (see github.com/google/go-github/issues/3565 for GitHub's refusal).
 */
export function page<Item>(
  c: Context,
  items: Item[],
  { repository, present, byCursor = false }: PageOptions<Item>,
): Response {
  const url = new URL(c.req.url)
  const perPage = Math.min(numeric(url.searchParams.get('per_page'), 30), 100)
  const asked = numeric(url.searchParams.get('page'), 1)
  if (byCursor && url.searchParams.has('page') && asked > 1) {
    throw new Refusal(422, {
      message:
        'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)',
    })
  }
  const after = url.searchParams.get('after')
  const start = after ? Number(Buffer.from(after, 'base64url').toString()) : (asked - 1) * perPage
  const number = Math.floor(start / perPage) + 1
  const last = Math.max(1, Math.ceil(items.length / perPage))

  const link = (rel: string, key: string, value: string) => {
    const target = new URL(`${url.origin}/repositories/${repository.id}${resourcePath(url)}${url.search}`)
    for (const other of ['page', 'after']) target.searchParams.delete(other)
    target.searchParams.set(key, value)
    return `<${target}>; rel="${rel}"`
  }
  const links = byCursor
    ? [number < last && link('next', 'after', Buffer.from(String(start + perPage)).toString('base64url'))]
    : [
        number > 1 && link('prev', 'page', String(number - 1)),
        number < last && link('next', 'page', String(number + 1)),
        number < last && link('last', 'page', String(last)),
        number > 1 && link('first', 'page', '1'),
      ]
  const header = links.filter(Boolean).join(', ')
  return Response.json(items.slice(start, start + perPage).map(present), {
    headers: header ? { link: header } : {},
  })
}

type PageOptions<Item> = {
  repository: Repository
  present: (item: Item) => unknown
  byCursor?: boolean
}

/** What follows `/repos/{owner}/{repo}`. */
function resourcePath(url: URL): string {
  return `/${url.pathname.split('/').slice(4).join('/')}`
}

function numeric(text: string | null, fallback: number): number {
  const value = Number(text)
  return text !== null && Number.isInteger(value) && value > 0 ? value : fallback
}
