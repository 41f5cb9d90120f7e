import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * A signature header that could be genuine. `key` is the same for every way of writing the same signature, so
 * that a replay can be told by it.
 */
export type Signature = { hash: 'sha1' | 'sha256'; bytes: Uint8Array; key: string }

/** Tells whether a body, byte for byte as it came, was signed with one of the secrets. */
export type Verify = (body: Uint8Array, signature: Signature) => boolean

/**
 * Reads `X-FreeScout-Signature`, which needs no body: 20 bytes in base64 are the HMAC-SHA1 that FreeScout sends,
 * 32 bytes in base64 or hex an HMAC-SHA256, which the first design foresaw and some forks send.
 *
 * @returns `undefined` for anything else, which no secret can make right.
 */
export function readSignature(header: string | null): Signature | undefined {
  const text = (header ?? '').trim()
  if (/^[A-Za-z0-9+/]{27}=$/.test(text)) return signature('sha1', Buffer.from(text, 'base64'))
  if (/^[A-Za-z0-9+/]{43}=$/.test(text)) return signature('sha256', Buffer.from(text, 'base64'))
  if (/^[0-9A-Fa-f]{64}$/.test(text)) return signature('sha256', Buffer.from(text, 'hex'))
  return undefined
}

/**
 * Makes the check for a set of secrets; while one is being rotated, each of them counts.
 *
 * `node:crypto` and not WebCrypto, whose every call is a job for another thread: in Node that was more than half
 * of a delivery's processor time. Workers have it too, with the flag `nodejs_compat`. The body is taken as bytes
 * because PHP writes `\/` and `\uXXXX`, which JSON that was parsed and written again would not have.
 */
export function createVerify(secrets: string[]): Verify {
  return (body, { hash, bytes }) =>
    secrets.some(secret => timingSafeEqual(createHmac(hash, secret).update(body).digest(), bytes))
}

function signature(hash: Signature['hash'], bytes: Buffer): Signature {
  return { hash, bytes, key: bytes.toString('hex') }
}
