import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A signature header that could be genuine. `key` is the same for every spelling of the same signature, so that a
 * replay is recognised by it.
 */
export type Signature = { hash: 'sha1' | 'sha256'; bytes: Uint8Array; key: string }

/** Whether a body was signed with one of the secrets. The body must be the bytes that arrived. */
type VerifySignature = (body: Uint8Array, signature: Signature) => boolean

/**
 * Reads the header `X-FreeScout-Signature`. FreeScout sends an HMAC-SHA1: 20 bytes in base64. 32 bytes in base64 or
 * hex are an HMAC-SHA256, as some forks send it.
 *
 * @returns `undefined` for anything else, which no secret can make genuine
 */
export function readSignature(header: string | null): Signature | undefined {
  const text = (header ?? '').trim()
  if (/^[A-Za-z0-9+/]{27}=$/.test(text)) return signature('sha1', Buffer.from(text, 'base64'))
  if (/^[A-Za-z0-9+/]{43}=$/.test(text)) return signature('sha256', Buffer.from(text, 'base64'))
  if (/^[0-9A-Fa-f]{64}$/.test(text)) return signature('sha256', Buffer.from(text, 'hex'))
  return undefined
}

/**
 * Makes the check of signatures. Each of the secrets counts, so that one can be rotated.
 *
 * The body is checked as bytes, because PHP writes `\/` and `\uXXXX`: parsed and written again, the JSON would differ.
 * `node:crypto` is synchronous; WebCrypto's jobs in another thread took more than half of a delivery's processor time.
 */
export function createVerify(secrets: string[]): VerifySignature {
  return (body, { hash, bytes }) =>
    secrets.some(secret => timingSafeEqual(createHmac(hash, secret).update(body).digest(), bytes))
}

function signature(hash: Signature['hash'], bytes: Buffer): Signature {
  return { hash, bytes, key: bytes.toString('hex') }
}
