/** The largest body that is taken, in bytes. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024
/** The most that all bodies together may take up at one time, in bytes. */
export const MAX_BUFFERED_BYTES = 32 * 1024 * 1024
/** Up to here a body's announced length is set aside at once; beyond, only what has really arrived counts. */
const SMALL_BYTES = 256 * 1024

/** A body, or why there is none. `release` gives its room back; call it when the bytes are not needed any more. */
export type ReadBody =
  | { bytes: Uint8Array<ArrayBuffer>; release: () => void }
  | { refused: 'too-large' | 'receiver-busy' | 'body-cut-short' }

/** Reads a request's body within the bounds. */
export type BodyReader = (request: Request) => Promise<ReadBody>

/**
 * Makes a reader that bounds each body and all of them together: they are read before the signature can be
 * checked, so anyone can send them.
 *
 * A small body of known length, which is every real one, is read by `arrayBuffer()`; HTTP servers hold a sender
 * to the length announced. Asking for `body` instead would make @hono/node-server build a full `Request` with a
 * stream for each delivery. Large bodies and those of unknown length are read and counted piece by piece, so
 * that announcing much and sending nothing takes up no room.
 */
export function createBodyReader({
  maxBytes = MAX_BODY_BYTES,
  maxBuffered = MAX_BUFFERED_BYTES,
}: {
  maxBytes?: number
  maxBuffered?: number
} = {}): BodyReader {
  let buffered = 0

  return async request => {
    let mine = 0
    const take = (count: number) => {
      mine += count
      buffered += count
    }
    const release = () => take(-mine)

    const announced = announcedLength(request)
    if (announced !== undefined && announced > maxBytes) return { refused: 'too-large' }
    if (announced !== undefined && buffered + announced > maxBuffered) return { refused: 'receiver-busy' }
    try {
      if (announced !== undefined && announced <= SMALL_BYTES) {
        take(announced)
        const bytes = new Uint8Array(await request.arrayBuffer())
        if (bytes.length <= maxBytes) return { bytes, release }
        release()
        return { refused: 'too-large' }
      }
      const chunks: Uint8Array[] = []
      for await (const chunk of pieces(request)) {
        take(chunk.length)
        chunks.push(chunk)
        if (mine > maxBytes || buffered > maxBuffered) {
          const refused = mine > maxBytes ? 'too-large' : 'receiver-busy'
          release()
          return { refused }
        }
      }
      return { bytes: joined(chunks, mine), release }
    } catch {
      release()
      return { refused: 'body-cut-short' }
    }
  }
}

function announcedLength(request: Request): number | undefined {
  const text = request.headers.get('content-length')
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

async function* pieces(request: Request): AsyncGenerator<Uint8Array> {
  if (!request.body) return
  const reader = request.body.getReader()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
  } finally {
    // Nothing more is wanted when the loop was left early; after the end this does nothing.
    reader.cancel().catch(() => {})
  }
}

function joined(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
