import * as v from 'valibot'
import { describeFailure, wasNeverSent } from '../http/failure.ts'
import type { HttpResponse } from '../http/http-client.ts'
import type { RetryingFetch } from '../http/retry.ts'
import { ServiceError } from '../service-error.ts'
import { refusal } from './schemas.ts'
import { readServerTime } from './server-time.ts'

/** Where FreeScout is, and the key for it. `url` has no trailing slash and no `/api`. */
export type FreeScoutAccess = { url: string; apiKey: string; fetch: RetryingFetch }

/** One call of FreeScout's API. */
export type FreeScoutCall = {
  method: 'GET' | 'POST' | 'PUT'
  /** What follows `/api`. */
  path: string
  body?: unknown
  /** Gives the body of each later attempt, when the first one's may be out of date after a wait. */
  bodyForRepeat?: () => Promise<unknown>
  /** The call in words, after "could not": `read ticket id 12`. */
  what: string
  /** It may be sent twice. A GET always may. */
  idempotent?: true
  /** It creates something in several steps. FreeScout may refuse a later step (400) when the first is done already. */
  mayActWhenRefused?: true
}

/**
 * The answer to a call that succeeded: its JSON (`undefined` for an empty body), and the time by the server's clock.
 */
export type FreeScoutAnswer = { json: unknown; at: Date }

/**
 * Sends one call to FreeScout's API.
 *
 * @returns `undefined` for 404.
 * @throws {ServiceError} for everything else that is not 2xx, with what to do next.
 */
export async function callFreeScout(
  access: FreeScoutAccess,
  call: FreeScoutCall,
): Promise<FreeScoutAnswer | undefined> {
  const response = await send(access, call)
  const { status, headers } = response
  const text = await response.text()
  if (status === 404) return undefined
  if (status < 200 || status > 299) throw refusedCall(access, call, { status, headers, text })
  return { json: text ? readJson(text, access, call) : undefined, at: readServerTime(headers) ?? new Date() }
}

/**
 * Sends a call and reads its answer by a schema.
 *
 * @throws {ServiceError} when FreeScout does not find the thing (404), for any other refusal, and for an answer of
 *   another shape.
 */
export async function askFreeScout<S extends v.GenericSchema>(
  access: FreeScoutAccess,
  call: FreeScoutCall,
  schema: S,
): Promise<v.InferOutput<S>> {
  const answer = await callFreeScout(access, call)
  if (!answer) throw notFound(access, call)
  return readAnswer(schema, answer, call)
}

/** A call that reads; `what` names it in error messages. */
export function getCall(path: string, what: string): FreeScoutCall {
  return { method: 'GET', path, what }
}

/** Returns the id, so that only digits get into a URL. @throws {RangeError} for a number that can't be an id. */
export function safeId(id: number): number {
  if (!Number.isSafeInteger(id) || id < 1) throw new RangeError(`${id} is not an id in FreeScout.`)
  return id
}

/** The error for a call about something that FreeScout does not find. A wrong path in its address is the usual cause. */
export function notFound({ url }: Pick<FreeScoutAccess, 'url'>, { what }: FreeScoutCall): ServiceError {
  const path = URL.parse(url)?.pathname.replace(/\/$/, '')
  const underPath = path ? `, and whether FreeScout is really under its path ${path}` : ''
  return new ServiceError({
    service: 'FreeScout',
    call: what,
    status: 404,
    happened: `FreeScout at ${url} answered "not found" (404)`,
    todo: `Check freescout-url${underPath}. Check also that the module API & Webhooks is active there, and that nobody deleted the ticket meanwhile.`,
  })
}

/**
 * Reads an answer by its schema.
 *
 * @throws {ServiceError} for an answer of another shape. It names paths and expectations, and no values.
 */
export function readAnswer<S extends v.GenericSchema>(
  schema: S,
  answer: FreeScoutAnswer,
  { method, what }: FreeScoutCall,
): v.InferOutput<S> {
  const result = v.safeParse(schema, answer.json)
  if (result.success) return result.output
  throw new ServiceError({
    service: 'FreeScout',
    call: what,
    happened: `FreeScout's answer is not what its API promises, at ${describeMismatch(result.issues)}`,
    todo: 'Check the version of the API & Webhooks module (1.0.82 is known to work).',
    mayHaveActed: method !== 'GET',
  })
}

/** Where an answer has another shape, and what was expected there. It names no values. */
export function describeMismatch(issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return issues.map(issue => `${v.getDotPath(issue) ?? 'answer'} (${issue.expected})`).join(', ')
}

/** Whether the call failed because its module is off: FreeScout then has no route for it, and answers 400. */
export function isModuleOff(error: unknown): boolean {
  return error instanceof ServiceError && error.status === 400
}

async function send({ url, apiKey, fetch }: FreeScoutAccess, call: FreeScoutCall): Promise<HttpResponse> {
  const { method, path, body, bodyForRepeat, idempotent, what } = call
  try {
    return await fetch(`${url}/api${path}`, {
      method,
      idempotent,
      headers: {
        'X-FreeScout-API-Key': apiKey,
        Accept: 'application/json',
        'User-Agent': 'freescout-autolink',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(bodyForRepeat && { bodyForRepeat: async () => JSON.stringify(await bodyForRepeat()) }),
    })
  } catch (cause) {
    // A read for the body of a later attempt failed. It says itself what happened.
    if (cause instanceof ServiceError) throw cause
    throw new ServiceError({
      service: 'FreeScout',
      call: what,
      happened: `FreeScout gave no answer at ${url} (${describeFailure(cause)})`,
      todo: 'Check freescout-url, and that the runner can reach this host; then run the workflow again.',
      mayHaveActed: method !== 'GET' && !wasNeverSent(cause),
      cause,
    })
  }
}

type Refusal = { status: number; headers: HttpResponse['headers']; text: string }

function refusedCall({ url }: FreeScoutAccess, call: FreeScoutCall, refused: Refusal): ServiceError {
  const { status } = refused
  return new ServiceError({
    service: 'FreeScout',
    call: call.what,
    status,
    ...(status === 429 && { code: 'rate-limited' }),
    mayHaveActed:
      call.method !== 'GET' && (status >= 500 || (status === 400 && call.mayActWhenRefused === true)),
    ...explain(url, refused),
  })
}

function explain(url: string, { status, headers, text }: Refusal): Pick<ServiceError, 'happened' | 'todo'> {
  if (status === 401) {
    return {
      happened: 'FreeScout refused the API key (401)',
      todo: 'Check the secret FREESCOUT_API_KEY; the key is shown under Manage » API & Webhooks.',
    }
  }
  if (status >= 300 && status < 400) {
    const location = URL.parse(headers.get('location') ?? '', url)
    const target = location?.origin ?? 'elsewhere'
    if (target === URL.parse(url)?.origin && /\/log-?in\b/i.test(location?.pathname ?? '')) {
      return {
        happened: `A login page answers at ${url} instead of FreeScout's API (${status})`,
        todo:
          'Check that the API & Webhooks module is active, and that nothing in front of FreeScout asks ' +
          'for a login under /api.',
      }
    }
    return {
      happened: `FreeScout at ${url} redirects to ${target} (${status})`,
      todo: 'Set freescout-url to the final address; the API key is not sent on.',
    }
  }
  if (status === 403 && /^\s*</.test(text)) {
    return {
      happened: `A proxy or firewall in front of FreeScout at ${url} refused the request with a web page (403)`,
      todo: "Let the runner's requests pass to /api there. A bot protection is often the cause.",
    }
  }
  if (status === 405) {
    return {
      happened: `FreeScout at ${url} does not know this call (405)`,
      todo: 'Check that the API & Webhooks module is active and up to date.',
    }
  }
  if (status === 429) {
    return {
      happened: 'FreeScout limits our requests (429)',
      todo: 'Run the workflow again in a few minutes.',
    }
  }
  if (status >= 500) {
    return {
      happened: `FreeScout is not working right now (${status}${status === 503 ? ', perhaps in maintenance' : ''})`,
      todo: 'Run the workflow again when it is up.',
    }
  }
  return {
    happened: `FreeScout refused the request (${status}${complaints(text)})`,
    todo: 'Check what the message names, then run the workflow again.',
  }
}

/** The paths and messages of a 400. Refused values are removed, because one may be somebody's address. */
function complaints(text: string): string {
  try {
    const { errors } = v.parse(refusal, JSON.parse(text))._embedded
    return errors.map(({ path, message }) => `; ${path}: ${withoutValue(message)}`).join('')
  } catch {
    return ''
  }
}

function withoutValue(message: string): string {
  return message.replace(/\S+@\S+/g, '…').replace(/(Invalid email:).*/s, '$1 …')
}

function readJson(text: string, { url }: FreeScoutAccess, call: FreeScoutCall): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new ServiceError({
      service: 'FreeScout',
      call: call.what,
      happened: `FreeScout at ${url} answered with ${/^\s*</.test(text) ? 'a web page' : 'something else'} instead of JSON`,
      todo: 'A proxy or a login page may be in front of the API; open freescout-url + /api/mailboxes to see it.',
      mayHaveActed: call.method !== 'GET',
      cause,
    })
  }
}
