import { chunksOf, joinChunks } from './body.ts'
import { MAX_ANSWER_BYTES, type SendRequest } from './github-api.ts'

/**
 * Sends requests to GitHub on Workers, by the host's own `fetch`. That has no limit for the size of an answer, so this
 * counts the bytes while they arrive.
 */
export const sendByFetch: SendRequest = async (url, { method, headers, body = null, signal }) => {
  const response = await fetch(url, { method, headers, body, redirect: 'manual', signal })
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunksOf(response)) {
    length += chunk.length
    if (length > MAX_ANSWER_BYTES) {
      throw Object.assign(new Error('The answer is too long'), { code: 'ANSWER_TOO_LONG' })
    }
    chunks.push(chunk)
  }
  const text = new TextDecoder().decode(joinChunks(chunks, length))
  return { status: response.status, headers: response.headers, text }
}
