/**
 * A signature header that could be genuine. `key` is the same for every way of writing the same signature, so
 * that a replay can be told by it.
 */
export type Signature = { hash: 'SHA-1' | 'SHA-256'; bytes: Uint8Array<ArrayBuffer>; key: string }

/** Tells whether a body, byte for byte as it came, was signed with one of the secrets. */
export type Verify = (body: Uint8Array<ArrayBuffer>, signature: Signature) => Promise<boolean>

/**
 * Reads `X-FreeScout-Signature`, which needs no body: 20 bytes in base64 are the HMAC-SHA1 that FreeScout sends,
 * 32 bytes in base64 or hex an HMAC-SHA256, which the first design foresaw and some forks send.
 *
 * @returns `undefined` for anything else, which no secret can make right.
 */
export function readSignature(header: string | null): Signature | undefined {
  const text = (header ?? '').trim()
  if (/^[A-Za-z0-9+/]{27}=$/.test(text)) return signature('SHA-1', fromBase64(text))
  if (/^[A-Za-z0-9+/]{43}=$/.test(text)) return signature('SHA-256', fromBase64(text))
  if (/^[0-9A-Fa-f]{64}$/.test(text)) return signature('SHA-256', fromHex(text))
  return undefined
}

/**
 * Makes the check for a set of secrets; while one is being rotated, each of them counts.
 *
 * WebCrypto and not `node:crypto`: it is there without an import or a compatibility flag in Node and on Workers
 * alike, and its `verify` compares in constant time. The body is taken as bytes because PHP writes `\/` and
 * `\uXXXX`, which JSON that was parsed and written again would not have.
 */
export function createVerify(secrets: string[]): Verify {
  const keys = new Map<Signature['hash'], Promise<CryptoKey[]>>()
  const keysFor = (hash: Signature['hash']) => {
    const known = keys.get(hash) ?? Promise.all(secrets.map(secret => importKey(secret, hash)))
    keys.set(hash, known)
    return known
  }
  return async (body, { hash, bytes }) => {
    for (const key of await keysFor(hash)) {
      if (await crypto.subtle.verify('HMAC', key, bytes, body)) return true
    }
    return false
  }
}

function importKey(secret: string, hash: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), { name: 'HMAC', hash }, false, [
    'verify',
  ])
}

function signature(hash: Signature['hash'], bytes: Uint8Array<ArrayBuffer>): Signature {
  return { hash, bytes, key: Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('') }
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0))
}

function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  )
}
