import { lineOf } from './faulty-bridge.ts'
import type { NetworkTrouble } from './network.ts'

/** A request as a fault sees it. */
export type RequestLine = { method: string; path: string }

/** A way in which a request can fail. */
export type FaultKind = {
  name: string
  trouble: NetworkTrouble
  /** Which requests it can befall; without it, any. */
  befalls?: (request: RequestLine) => boolean
  /** It needs no long wait and no simulated network: the bundle can be put through it too. */
  quick?: boolean
  /** The server says that it did nothing, and how long to wait. */
  isRefusal?: boolean
}

const isGitHub = ({ path }: RequestLine) => !path.startsWith('/api/')
const isPost = ({ method }: RequestLine) => method === 'POST'
const isCreate = (request: RequestLine) =>
  isPost(request) && /(\/issues|\/api\/conversations)$/.test(request.path)
/** FreeScout answers these with 204, whatever it did. */
const isSilentWrite = (request: RequestLine) => request.method === 'PUT' && lineOf(request).includes('/api/')

const json = { 'content-type': 'application/json' }
const page = '<!doctype html><html><title>Bad gateway</title><body>nginx</body></html>'
const html = { 'content-type': 'text/html' }
const answer = (status: number, headers: Record<string, string> = {}): NetworkTrouble => ({
  answer: { status, headers: { ...json, ...headers }, body: '{"message":"Something is wrong"}' },
})
const secondary = (headers: Record<string, string> = {}): NetworkTrouble => ({
  answer: {
    status: 403,
    headers: { ...json, ...headers },
    body: '{"message":"You have exceeded a secondary rate limit. Please wait a few minutes."}',
  },
})

/** What can befall one request. */
export const FAULT_KINDS: FaultKind[] = [
  { name: 'connection lost before', trouble: { dropBefore: true }, quick: true },
  { name: 'answer lost', trouble: { dropAfter: true }, quick: true },
  { name: 'killed before', trouble: { kill: 'before' } },
  { name: 'killed after', trouble: { kill: 'after' } },
  { name: '500 instead', trouble: answer(500), quick: true },
  { name: '500 after acting', trouble: { garble: () => ({ status: 500, body: 'Whoops' }) }, quick: true },
  { name: '502 page instead', trouble: { answer: { status: 502, headers: html, body: page } }, quick: true },
  {
    name: '502 page after acting',
    trouble: { garble: () => ({ status: 502, headers: html, body: page }) },
    quick: true,
  },
  { name: '503', trouble: answer(503), quick: true },
  { name: '503, Retry-After 20 s', trouble: answer(503, { 'retry-after': '20' }) },
  { name: '429', trouble: answer(429), isRefusal: true },
  { name: '429, Retry-After 30 s', trouble: answer(429, { 'retry-after': '30' }), isRefusal: true },
  { name: '403 secondary', trouble: secondary(), befalls: isGitHub, isRefusal: true },
  {
    name: '403 secondary, Retry-After 30 s',
    trouble: secondary({ 'retry-after': '30' }),
    befalls: isGitHub,
    isRefusal: true,
  },
  { name: 'answer after 20 s', trouble: { delayMs: 20_000 } },
  { name: 'answer too late', trouble: { delayMs: 45_000 } },
  {
    name: 'arrives too late',
    trouble: { arriveAfterMs: 45_000 },
    // A note or a comment that arrives after its run looked again is said twice: nothing can know of it.
    befalls: request => !isPost(request) || isCreate(request),
  },
  { name: '204 without acting', trouble: { answer: { status: 204 } }, befalls: isSilentWrite, quick: true },
  { name: '200 page instead', trouble: { answer: { status: 200, headers: html, body: page } }, quick: true },
  {
    name: '200 page after acting',
    trouble: { garble: () => ({ status: 200, headers: html, body: page }) },
    quick: true,
  },
  {
    name: 'JSON cut short',
    trouble: {
      garble: body => ({ status: 200, headers: json, body: body.slice(0, body.length / 2) || '{' }),
    },
    quick: true,
  },
  { name: '401', trouble: answer(401), quick: true },
]

/** The kinds that can befall a request. */
export function faultKindsFor(request: RequestLine): FaultKind[] {
  return FAULT_KINDS.filter(({ befalls }) => befalls?.(request) ?? true)
}
