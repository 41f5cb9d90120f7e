/** The largest body that is accepted, in bytes. */
const MAX_BODY_BYTES = 10 * 1024 * 1024
/** The most that all bodies together may take up at one time, in bytes. */
const MAX_BUFFERED_BYTES = 32 * 1024 * 1024
/**
 * A body up to this length counts when all of it has arrived; a longer one counts chunk by chunk. In Node, connections are
 * limited ({@link MAX_CONNECTIONS}), so bodies that still arrive take up 32 MiB at most beside those that count.
 */
const SMALL_BYTES = 32 * 1024

/** Why a body was not read. */
export type BodyRefusal = 'too-large' | 'receiver-busy' | 'body-cut-short'

/** A body, or why there is none. Call `release` when the bytes are not needed any more: it frees their room. */
type ReadBody =
  | { kind: 'read'; bytes: Uint8Array<ArrayBuffer>; release: () => void }
  | { kind: 'refused'; reason: BodyRefusal }

/** Reads a request's body within the limits. It never rejects. */
export type BodyReader = (request: Request) => Promise<ReadBody>

/**
 * Makes a reader that limits each body and all bodies together. Anybody can send bodies, because the signature can
 * only be checked after reading.
 *
 * Only bytes that arrived take up room. So a sender that announces a body and sends nothing takes room from nobody.
 *
 * A small body of known length, as most real ones are, is read by `arrayBuffer()`. HTTP servers hold a sender to the
 * announced length. Asking for `body` instead makes @hono/node-server build a full `Request` with a stream. For every
 * delivery, that would cost 30 MiB of memory and a third more processor time. All other bodies are read chunk by chunk.
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
    const refuse = (reason: BodyRefusal): ReadBody => {
      release()
      return { kind: 'refused', reason }
    }

    const announced = announcedLength(request)
    if (announced !== undefined && announced > maxBytes) return refuse('too-large')
    if (announced !== undefined && buffered + announced > maxBuffered) return refuse('receiver-busy')
    try {
      if (announced !== undefined && announced <= SMALL_BYTES) {
        const bytes = new Uint8Array(await request.arrayBuffer())
        take(bytes.length)
        if (buffered > maxBuffered) return refuse('receiver-busy')
        return bytes.length <= maxBytes ? { kind: 'read', bytes, release } : refuse('too-large')
      }
      const chunks: Uint8Array[] = []
      for await (const chunk of chunksOf(request)) {
        take(chunk.length)
        chunks.push(chunk)
        if (mine > maxBytes) return refuse('too-large')
        if (buffered > maxBuffered) return refuse('receiver-busy')
      }
      return { kind: 'read', bytes: joinChunks(chunks, mine), release }
    } catch {
      return refuse('body-cut-short')
    }
  }
}

function announcedLength(request: Request): number | undefined {
  const text = request.headers.get('content-length')
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** The body of a request or a response, chunk by chunk. Leaving the loop early cancels the rest. */
export async function* chunksOf({
  body,
}: {
  body: ReadableStream<Uint8Array> | null
}): AsyncGenerator<Uint8Array> {
  if (!body) return
  const reader = body.getReader()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value
  } finally {
    // After the end of the body this does nothing.
    reader.cancel().catch(() => {})
  }
}

/** The chunks in one array. @param length the sum of their lengths */
export function joinChunks(chunks: Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
