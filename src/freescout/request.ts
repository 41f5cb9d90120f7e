import * as v from 'valibot'
import { ServiceError } from '../http/errors.ts'
import type { Answer as HttpAnswer } from '../http/https.ts'
import { describeFailure, type Fetch, wasNeverSent } from '../http/transport.ts'
import { refusal } from './schemas.ts'

/** Where FreeScout is, and how it knows us. `url` has no trailing slash and no `/api`. */
export type FreeScoutAccess = { url: string; apiKey: string; fetch: Fetch }

/** One call: `path` starts after `/api`; `what` names it in error messages ("read ticket 12"). */
export type Call = { method: 'GET' | 'POST' | 'PUT'; path: string; body?: unknown; what: string }

/** A good answer: its JSON (`undefined` when it has none) and the server's own time. */
export type Answer = { json: unknown; at: Date }

/**
 * Sends one call to FreeScout's API.
 *
 * @returns `undefined` for 404.
 * @throws {ServiceError} for everything else that is not 2xx, with what to do next.
 */
export async function callFreeScout(access: FreeScoutAccess, call: Call): Promise<Answer | undefined> {
  const response = await send(access, call)
  const { status } = response
  const text = await response.text()
  if (status === 404) return undefined
  if (status < 200 || status > 299) throw refused(access, call, { status, headers: response.headers, text })
  return { json: text ? parsed(text, access, call) : undefined, at: serverTime(response) }
}

async function send({ url, apiKey, fetch }: FreeScoutAccess, call: Call): Promise<HttpAnswer> {
  try {
    return await fetch(`${url}/api${call.path}`, {
      method: call.method,
      headers: {
        'X-FreeScout-API-Key': apiKey,
        Accept: 'application/json',
        'User-Agent': 'freescout-autolink',
        ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    })
  } catch (cause) {
    throw new ServiceError(
      `FreeScout gave no answer at ${url} (${describeFailure(cause)}): could not ${call.what}. ` +
        'Check freescout-url, and that the runner can reach this host; then run the workflow again.',
      { service: 'FreeScout', mayHaveActed: call.method !== 'GET' && !wasNeverSent(cause), cause },
    )
  }
}

type Refused = { status: number; headers: HttpAnswer['headers']; text: string }

function refused({ url }: FreeScoutAccess, call: Call, { status, headers, text }: Refused): ServiceError {
  const mayHaveActed = call.method !== 'GET' && status >= 500
  return new ServiceError(`${explain({ url, call, status, headers, text })} Could not ${call.what}.`, {
    service: 'FreeScout',
    status,
    mayHaveActed,
  })
}

function explain({ url, status, headers, text }: Refused & { url: string; call: Call }): string {
  if (status === 401) {
    return (
      'FreeScout refused the API key (401). Check the secret FREESCOUT_API_KEY; ' +
      'the key is shown under Manage » API & Webhooks.'
    )
  }
  if (status >= 300 && status < 400) {
    const target = URL.parse(headers.get('location') ?? '', url)?.origin ?? 'elsewhere'
    return `FreeScout at ${url} redirects to ${target} (${status}). Set freescout-url to the final address; the API key is not sent on.`
  }
  if (status === 405) {
    return `FreeScout at ${url} does not know this call (405). Check that the API & Webhooks module is active and up to date.`
  }
  if (status === 429) return 'FreeScout limits our requests (429). Run the workflow again in a few minutes.'
  if (status >= 500) {
    return `FreeScout is in trouble (${status}${status === 503 ? ', perhaps in maintenance' : ''}). Run the workflow again when it is up.`
  }
  return `FreeScout refused the request (${status}${complaints(text)}).`
}

/** The paths and messages of a 400. Some repeat the value that was refused, and that may be an address. */
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

function parsed(text: string, { url }: FreeScoutAccess, call: Call): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const kind = /^\s*</.test(text) ? 'a web page' : 'something else'
    throw new ServiceError(
      `FreeScout at ${url} answered with ${kind} instead of JSON: could not ${call.what}. ` +
        'A proxy or a login page may stand in front of the API; open freescout-url + /api/mailboxes to see it.',
      { service: 'FreeScout', mayHaveActed: call.method !== 'GET', cause },
    )
  }
}

function serverTime(response: HttpAnswer): Date {
  const time = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(time) ? new Date() : new Date(time)
}
