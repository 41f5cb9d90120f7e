import { describe, expect, it } from 'vitest'
import { createBodyReader } from '../../../receiver/body.ts'

const KB = 1024

function post(body: BodyInit | null, headers: Record<string, string> = {}): Request {
  return new Request('http://receiver.example/', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit)
}

/** A body in pieces. It counts how many were read, and notes whether the reader cancelled it. */
function inPieces(sizes: number[], { failAt = -1 } = {}) {
  const seen = { pieces: 0, cancelled: false }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const size = sizes[seen.pieces]
        if (seen.pieces === failAt) return controller.error(new Error('connection lost'))
        if (size === undefined) return controller.close()
        controller.enqueue(new Uint8Array(size).fill(65 + seen.pieces))
        seen.pieces++
      },
      cancel() {
        seen.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { stream, seen }
}

describe('A body', () => {
  it('A body of known length is read byte for byte', async () => {
    const bytes = Uint8Array.from([0, 255, 128, 10, 13])
    const body = await createBodyReader()(post(bytes, { 'content-length': '5' }))
    expect(body).toMatchObject({ bytes })
  })

  it('A body of unknown length is read byte for byte', async () => {
    const body = await createBodyReader()(post(inPieces([2, 0, 3]).stream))
    expect(body).toMatchObject({ bytes: new TextEncoder().encode('AACCC') })
  })

  it('A missing body is read as an empty one', async () => {
    expect(await createBodyReader()(post(null))).toMatchObject({ bytes: new Uint8Array(0) })
  })

  it('A body that is announced as too large is refused before a byte of it is read', async () => {
    const { stream, seen } = inPieces([1])
    const reader = createBodyReader({ maxBytes: 10 })
    expect(await reader(post(stream, { 'content-length': '11' }))).toEqual({
      kind: 'refused',
      reason: 'too-large',
    })
    expect(seen.pieces).toBe(0)
  })

  it('A body of exactly the limit is read, and one byte more is refused, announced or not', async () => {
    const reader = createBodyReader({ maxBytes: 10 })
    expect(await reader(post('0123456789', { 'content-length': '10' }))).toHaveProperty('bytes')
    expect(await reader(post(inPieces([5, 5]).stream))).toHaveProperty('bytes')
    expect(await reader(post(inPieces([5, 6]).stream))).toEqual({ kind: 'refused', reason: 'too-large' })
  })

  it('A body that grows too large is cancelled at once', async () => {
    const { stream, seen } = inPieces([6, 6, 6, 6])
    expect(await createBodyReader({ maxBytes: 10 })(post(stream))).toEqual({
      kind: 'refused',
      reason: 'too-large',
    })
    expect(seen).toEqual({ pieces: 2, cancelled: true })
  })

  it('A body that is longer than announced is refused', async () => {
    const reader = createBodyReader({ maxBytes: 10 })
    expect(await reader(post('0123456789x', { 'content-length': '3' }))).toEqual({
      kind: 'refused',
      reason: 'too-large',
    })
  })

  it('A body that breaks off is refused, and its room is free again', async () => {
    const reader = createBodyReader({ maxBuffered: 10 })
    expect(await reader(post(inPieces([4, 4], { failAt: 1 }).stream))).toEqual({
      kind: 'refused',
      reason: 'body-cut-short',
    })
    expect(await reader(post(inPieces([10]).stream))).toHaveProperty('bytes')
  })
})

describe('All bodies together', () => {
  it('All bodies together take up no more than the limit, until one is released', async () => {
    const reader = createBodyReader({ maxBuffered: 10 })
    const first = await reader(post('012345', { 'content-length': '6' }))
    if (first.kind === 'refused') throw new Error('the first body was refused')
    expect(await reader(post('01234', { 'content-length': '5' }))).toEqual({
      kind: 'refused',
      reason: 'receiver-busy',
    })
    expect(await reader(post(inPieces([3, 3]).stream))).toEqual({ kind: 'refused', reason: 'receiver-busy' })
    expect(await reader(post('0123', { 'content-length': '4' }))).toHaveProperty('bytes')
    first.release()
    expect(await reader(post('01234', { 'content-length': '5' }))).toHaveProperty('bytes')
  })

  it.each([1, 32, 33, 256, 300])(
    'Bodies of %d KB that are announced and never come take up no room',
    async size => {
      const reader = createBodyReader({ maxBuffered: 400 * KB })
      for (let sender = 0; sender < 500; sender++) {
        const stalled = new ReadableStream({ pull: () => new Promise(() => {}) })
        void reader(post(stalled, { 'content-length': String(size * KB) }))
      }
      for (const valid of [2 * KB, 390 * KB]) {
        const body = await reader(post('x'.repeat(valid), { 'content-length': String(valid) }))
        if (body.kind === 'refused') throw new Error(`The body of ${valid} bytes was refused.`)
        body.release()
      }
    },
  )

  it('Small bodies that arrive at the same time take up no more than the limit', async () => {
    const reader = createBodyReader({ maxBuffered: 100 * KB })
    const body = 'x'.repeat(30 * KB)
    const headers = { 'content-length': String(body.length) }
    const bodies = await Promise.all(Array.from({ length: 5 }, () => reader(post(body, headers))))
    expect(bodies.filter(({ kind }) => kind === 'read')).toHaveLength(3)
    expect(bodies.filter(read => read.kind === 'refused' && read.reason === 'receiver-busy')).toHaveLength(2)
  })
})
