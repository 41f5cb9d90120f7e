import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'

/** How deep encodings are undone: a wrapped link in a wrapped link is encoded twice. */
const ROUNDS = 4

/**
 * Every text that somebody could read in `text` by undoing percent-encoding, entities and base64, each several times
 * and in any order, without zero-width characters and in lower case. The result is one string.
 */
export function readings(text: string): string {
  const seen = new Set<string>()
  let round = [visible(text)]
  for (let count = 0; count < ROUNDS && round.length > 0; count++) {
    for (const each of round) seen.add(each)
    round = round
      .flatMap(each => [percentDecoded(each), entitiesDecoded(each), ...base64Decoded(each)])
      .filter(each => each !== '' && !seen.has(each))
  }
  return [...seen, ...round].join('\n').toLowerCase()
}

function visible(text: string): string {
  return text.replace(/[\u200B-\u200D\u00AD\u2060\uFEFF]/g, '')
}

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, escapes => {
    const bytes = escapes
      .slice(1)
      .split('%')
      .map(byte => Number.parseInt(byte, 16))
    return new TextDecoder().decode(new Uint8Array(bytes))
  })
}

function entitiesDecoded(text: string): string {
  return toText(fromHtml(text.replaceAll('<', '&lt;'), { fragment: true }), { whitespace: 'pre' })
}

function base64Decoded(text: string): string[] {
  return [...text.matchAll(/[A-Za-z0-9+/_-]{12,}/g)].map(([run]) =>
    Buffer.from(run.replaceAll('-', '+').replaceAll('_', '/'), 'base64').toString(),
  )
}
