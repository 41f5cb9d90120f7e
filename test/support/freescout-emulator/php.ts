import { createHmac } from 'node:crypto'

/**
 * JSON as PHP's `json_encode` writes it without flags: `/` as `\/`, all that is not ASCII as `\uXXXX` (one per
 * UTF-16 unit). A signature made over any other spelling of the same value does not verify.
 */
export function phpJson(value: unknown): string {
  return JSON.stringify(value).replace(/[/\u0080-\uffff]/g, unit =>
    unit === '/' ? '\\/' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** The value of `X-FreeScout-Signature`: base64 of HMAC-SHA1 over the raw body. */
export function sign(body: string, secret: string): string {
  return createHmac('sha1', secret).update(body).digest('base64')
}

/**
 * The preview that a ticket shows of its newest thread: tags, scripts and comments gone, a space for each
 * ended paragraph, `div` or line (list items get none, as recorded), at most 255 characters.
 */
export function preview(html: string): string {
  const text = html
    .replace(/<(script|style)\b[^>]*>.*?<\/\1>/gis, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/<\/(p|div)>|<br\s*\/?>/gi, ' ')
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return [...text].slice(0, 255).join('')
}

/**
 * Text as MariaDB's collation compares it: neither case nor accents count. Recorded: a customer `zoë@example.org`
 * is found again as `zoe@example.org`.
 */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** SQL's `text LIKE pattern`: `%` is any run, `_` any one character, `\` escapes; case and accents don't count. */
export function like(text: string, pattern: string): boolean {
  const source = folded(pattern).replace(/\\?[\s\S]/g, part => {
    if (part === '%') return '[\\s\\S]*'
    if (part === '_') return '[\\s\\S]'
    return RegExp.escape(part.length > 1 ? part.slice(1) : part)
  })
  return new RegExp(`^${source}$`).test(folded(text))
}
