import { causeCode } from './cause.ts'
import { ATTEMPT_TIMEOUT_MS } from './http-client.ts'

/** Failures before there was a connection, so the request did not reach the server. */
const NEVER_SENT = [
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]

/** Failures that another attempt would have again: an unknown host, a wrong certificate, an answer that is too long. */
const PERMANENT = /^ENOTFOUND$|CERT|UNABLE_TO_VERIFY|^UND_ERR_RES_EXCEEDED_MAX_SIZE$/

/** Whether a failed request can't have reached the server. */
export function wasNeverSent(error: unknown): boolean {
  return NEVER_SENT.includes(causeCode(error) ?? '')
}

/** Whether another attempt can't help. */
export function isPermanent(error: unknown): boolean {
  return PERMANENT.test(causeCode(error) ?? '')
}

/** Why there was no answer, for people: the system's code, or a phrase. */
export function describeFailure(error: unknown): string {
  if (isTimeout(error)) return `no answer within ${ATTEMPT_TIMEOUT_MS / 1000} s`
  return causeCode(error) ?? 'connection lost'
}

/** Searches the whole chain of causes, because Octokit wraps what its `fetch` threw. */
function isTimeout(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'TimeoutError') return true
  }
  return false
}
