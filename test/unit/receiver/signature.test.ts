import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createVerify, readSignature } from '../../../receiver/signature.ts'
import { recorded, SECRET, sign } from '../../support/receiver.ts'

const BODY = new TextEncoder().encode('{"id":12,"subject":"Привет \\/ \\u00e9"}')

async function isGenuine(header: string, secrets = [SECRET], body = BODY): Promise<boolean> {
  const signature = readSignature(header)
  if (!signature) throw new Error(`"${header}" was refused`)
  return createVerify(secrets)(body, signature)
}

describe('A signature', () => {
  it.each([
    ['HMAC-SHA1 in base64', sign(BODY)],
    ['HMAC-SHA256 in base64', sign(BODY, SECRET, 'sha256')],
    ['HMAC-SHA256 in hex', sign(BODY, SECRET, 'sha256', 'hex')],
    ['HMAC-SHA256 in upper-case hex', sign(BODY, SECRET, 'sha256', 'hex').toUpperCase()],
    ['one with spaces around it', ` ${sign(BODY)} `],
  ])('A genuine signature is accepted: %s', async (_name, header) => {
    expect(await isGenuine(header)).toBe(true)
    expect(await isGenuine(header, ['another secret'])).toBe(false)
    expect(await isGenuine(header, [SECRET], BODY.slice(1))).toBe(false)
  })

  it('The signature of every recorded delivery is accepted', async () => {
    for (const { headers, body } of recorded) {
      expect(
        await isGenuine(String(headers['x-freescout-signature']), [SECRET], new TextEncoder().encode(body)),
      ).toBe(true)
    }
  })

  it('The signature of bytes that are not UTF-8 is accepted', async () => {
    const bytes = Uint8Array.from([0xff, 0x00, 0xfe, 0x80])
    expect(await isGenuine(sign(bytes), [SECRET], bytes)).toBe(true)
  })

  it.each([
    ['none', null],
    ['an empty one', ''],
    ['HMAC-SHA1 in hex', sign(BODY, SECRET, 'sha1', 'hex')],
    ['base64 without its padding', sign(BODY).slice(0, -1)],
    ['base64url', `${'-_'.repeat(13)}A=`],
    ['HMAC-SHA512', sign(BODY, SECRET, 'sha512')],
    ['HMAC-MD5', sign(BODY, SECRET, 'md5')],
    ['one with a prefix', `sha256=${sign(BODY, SECRET, 'sha256', 'hex')}`],
    ['two in one header', `${sign(BODY)}, ${sign(BODY)}`],
    ['63 digits of hex', sign(BODY, SECRET, 'sha256', 'hex').slice(1)],
  ])('A header that can’t be a signature is refused: %s', (_name, header) => {
    expect(readSignature(header)).toBeUndefined()
  })

  it('A signature has one key in every spelling, and another body has another key', () => {
    const hex = sign(BODY, SECRET, 'sha256', 'hex')
    const keys = [hex, hex.toUpperCase(), sign(BODY, SECRET, 'sha256'), ` ${hex}`].map(
      header => readSignature(header)?.key,
    )
    expect(new Set(keys)).toEqual(new Set([hex]))
    expect(readSignature(sign('other'))?.key).not.toBe(readSignature(sign(BODY))?.key)
  })

  it('A truncated HMAC-SHA256 is not accepted as an HMAC-SHA1', async () => {
    const truncated = createHmac('sha256', SECRET).update(BODY).digest().subarray(0, 20).toString('base64')
    expect(await isGenuine(truncated)).toBe(false)
  })
})

describe('While the secret is being rotated', () => {
  it('The old secret and the new one both count, in any order', async () => {
    for (const secrets of [
      [SECRET, 'new'],
      ['new', SECRET],
    ]) {
      expect(await isGenuine(sign(BODY, SECRET), secrets)).toBe(true)
      expect(await isGenuine(sign(BODY, 'new', 'sha256'), secrets)).toBe(true)
      expect(await isGenuine(sign(BODY, 'gone'), secrets)).toBe(false)
    }
  })

  it('The old secret does not count after the rotation', async () => {
    expect(await isGenuine(sign(BODY, SECRET), ['new'])).toBe(false)
  })
})
