import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createReceiver, type ReceiverOptions } from '../../receiver/app.ts'
import type { SendRequest } from '../../receiver/github-api.ts'
import type { LogEntry } from '../../receiver/log.ts'
import type { Settings } from '../../receiver/settings.ts'

export const SECRET = '67c45c0085549f3d4a000fd9c2513f55'
export const TOKEN = 'github_pat_11ABC'
export const ISSUE_URL = 'https://github.com/raxx-app/TradeMasterAPI/issues/42'
export const START = Date.parse('2026-11-22T12:00:00Z')

/** One delivery as a real FreeScout sent it. */
export type Recorded = { step: string; event: string; headers: Record<string, string>; body: string }

export const recorded: Recorded[] = JSON.parse(fixture('freescout-webhooks.json'))

export function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8')
}

export function settings(changes: Partial<Settings> = {}): Settings {
  return {
    enabled: true,
    secrets: [SECRET],
    repository: 'raxx-app/TradeMasterAPI',
    apiUrl: 'https://api.github.example',
    credentials: { kind: 'token', token: TOKEN },
    events: null,
    tagEvents: null,
    mailboxIds: null,
    issueField: 'github_issue_url',
    dispatchesPerMinute: 120,
    proxy: undefined,
    host: undefined,
    port: 8080,
    ...changes,
  }
}

export function sign(
  body: string | Uint8Array,
  secret = SECRET,
  hash = 'sha1',
  encoding: 'base64' | 'hex' = 'base64',
): string {
  return createHmac(hash, secret).update(body).digest(encoding)
}

/** A webhook's request with a genuine signature, or with the given one; `null` leaves the header out. */
export function delivery(
  body: string | object,
  {
    event = 'convo.created',
    source = 'ops',
    signature,
  }: { event?: string; source?: string; signature?: string | null } = {},
): Request {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const header = signature === undefined ? sign(text) : signature
  return new Request(`http://receiver.example/api/webhooks/freescout/${source}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(text)),
      'x-freescout-event': event,
      ...(header !== null && { 'x-freescout-signature': header }),
    },
    body: text,
  })
}

/** A conversation's payload: an unlinked active ticket with one customer's thread. */
export function conversation(changes: object = {}): object {
  return {
    id: 12,
    number: 1007,
    status: 'active',
    state: 'published',
    subject: 'Quotes are stale',
    mailboxId: 1,
    closedAt: null,
    _embedded: { threads: [{ id: 1, type: 'customer', state: 'published', body: '<p>Since ten.</p>' }] },
    customFields: issueField(''),
    ...changes,
  }
}

/** The list of custom fields of a ticket whose `github_issue_url` holds the value. */
export function issueField(value: string): { id: number; name: string; value: string; text: string }[] {
  return [
    { id: 1, name: 'component_tag', value: 'quotes', text: '' },
    { id: 3, name: 'github_issue_url', value, text: '' },
  ]
}

export type Call = { url: string; authorization: string; body: Record<string, unknown> }
export type FakeAnswer = { status: number; headers?: Record<string, string>; body?: string }

/** A GitHub that records the calls. It answers 204 to all of them, unless `answer` says otherwise. */
export function fakeGitHub(
  answer: (call: Call) => FakeAnswer | Promise<FakeAnswer> = () => ({ status: 204 }),
): {
  send: SendRequest
  calls: Call[]
} {
  const calls: Call[] = []
  const send: SendRequest = async (url, { headers, body }) => {
    const call = { url, authorization: String(headers.authorization), body: JSON.parse(body ?? '{}') }
    calls.push(call)
    const { status, headers: answered, body: text } = await answer(call)
    return { status, headers: new Headers(answered), text: status === 204 ? '' : (text ?? '{}') }
  }
  return { send, calls }
}

/** A receiver with a fake GitHub, a clock that only tests move, and its log. */
export function receiver(
  changes: Partial<Settings> = {},
  {
    github = fakeGitHub(),
    ...more
  }: { github?: ReturnType<typeof fakeGitHub> } & Partial<ReceiverOptions> = {},
) {
  const clock = { now: START }
  const lines: string[] = []
  const { fetch } = createReceiver({
    settings: settings(changes),
    send: github.send,
    log: line => lines.push(line),
    now: () => clock.now,
    ...more,
  })
  return {
    calls: github.calls,
    clock,
    lines,
    entries: () => lines.map(line => JSON.parse(line) as LogEntry),
    /** Sends a request. Returns the answer's status and JSON, and `retryAfter` if there is one. */
    async send(request: Request): Promise<Answered> {
      const response = await fetch(request)
      const retryAfter = response.headers.get('retry-after')
      const answer = (await response.json()) as { forwarded: boolean; reason?: string }
      return { status: response.status, ...answer, ...(retryAfter !== null && { retryAfter }) }
    },
    fetch,
  }
}

export type Answered = { status: number; forwarded: boolean; reason?: string; retryAfter?: string }

export const forwarded: Answered = { status: 202, forwarded: true }

export function ignored(reason: string): Answered {
  return { status: 200, forwarded: false, reason }
}

export function refused(status: number, reason: string): Answered {
  return { status, forwarded: false, reason }
}

/** A promise, and the way to fulfil it. */
export function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>(fulfil => {
    resolve = fulfil
  })
  return { promise, resolve }
}
