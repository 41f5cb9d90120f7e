import { causeCode } from './cause.ts'
import { ATTEMPT_TIMEOUT_MS } from './http-client.ts'

/** Failures before there was a connection. The server can't have seen the request. */
const NEVER_SENT = [
  'UND_ERR_CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]

/** Failures that will come again: no such host, a certificate that does not fit, an answer that is too long. */
const PERMANENT = /^ENOTFOUND$|CERT|UNABLE_TO_VERIFY|^UND_ERR_RES_EXCEEDED_MAX_SIZE$/

/** Whether a failed request can't have reached the server. */
export function wasNeverSent(error: unknown): boolean {
  return NEVER_SENT.includes(causeCode(error) ?? '')
}

/** Whether another attempt can't help. */
export function isPermanent(error: unknown): boolean {
  return PERMANENT.test(causeCode(error) ?? '')
}

/** Why there was no answer, for people: the system's code, or words. */
export function describeFailure(error: unknown): string {
  if (isTimeout(error)) return `no answer within ${ATTEMPT_TIMEOUT_MS / 1000} s`
  return causeCode(error) ?? 'connection lost'
}

/** Octokit wraps what its `fetch` threw. */
function isTimeout(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.name === 'TimeoutError') return true
  }
  return false
}
