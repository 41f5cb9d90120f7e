/** RFC 5208: version 0, algorithm rsaEncryption with no parameters. What a PKCS#8 key says before the key. */
const PKCS8_HEAD = [
  0x02, 0x01, 0, 0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 0x05, 0,
]

/**
 * Reads a GitHub App's private key for signing. GitHub hands it out as PKCS#1 (`BEGIN RSA PRIVATE KEY`), which
 * WebCrypto doesn't take, so it is wrapped as PKCS#8 (`BEGIN PRIVATE KEY`); that one is taken as it is. The line
 * breaks may be real, written as `\n`, or lost.
 *
 * @throws {Error} that says what is wrong with it, and never shows any of it
 */
export async function importAppKey(pem: string): Promise<CryptoKey> {
  const text = pem.replaceAll('\\r', '').replaceAll('\\n', '\n')
  const found = /-----BEGIN ((?:RSA |ENCRYPTED )?PRIVATE KEY)-----([\s\S]*?)-----END \1-----/.exec(text)
  if (!found) throw new Error('it is no PEM private key (from "-----BEGIN" to "-----END … KEY-----")')
  const [, kind, base64 = ''] = found
  if (kind?.startsWith('ENCRYPTED') || base64.includes('ENCRYPTED')) {
    throw new Error('it is encrypted with a passphrase')
  }
  try {
    const der = Uint8Array.from(atob(base64.replace(/\s/g, '')), character => character.charCodeAt(0))
    const pkcs8 = kind?.startsWith('RSA') ? wrapPkcs1(der) : der
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
    return await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])
  } catch {
    throw new Error('it is damaged, or no RSA key')
  }
}

/** SEQUENCE { version, algorithm, OCTET STRING { the PKCS#1 key } } */
function wrapPkcs1(der: Uint8Array): Uint8Array<ArrayBuffer> {
  const key = [0x04, ...derLength(der.length), ...der]
  return Uint8Array.from([0x30, ...derLength(PKCS8_HEAD.length + key.length), ...PKCS8_HEAD, ...key])
}

/** A length in DER: one byte below 128; else the number of bytes, plus 128, and the bytes. */
function derLength(length: number): number[] {
  if (length < 0x80) return [length]
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest >>= 8) bytes.unshift(rest & 0xff)
  return [0x80 | bytes.length, ...bytes]
}
