/** A part of a text: from `start` up to, not including, `end`, in UTF-16 units. */
export type Span = { start: number; end: number }

/** A text without its escapes. `at[i]` says where character `i` was in the source, `at[text.length]` where it ended. */
type Decoded = { text: string; at: Int32Array }

/** How often to decode: percent-encoding in percent-encoding in an entity takes three rounds. */
const MAX_ROUNDS = 5

/**
 * What may stand for other characters: in URLs, HTML, JavaScript and JSON, and full-width letters. Characters that nobody
 * sees stand for nothing.
 */
const ESCAPES =
  '(?:%[0-9a-f]{2})+|(?:\\\\x[0-9a-f]{2})+|(?:\\\\|%)u[0-9a-f]{4}|&#(?:\\d{1,7}|x[0-9a-f]{1,6});?|&(?:amp|commat|lowbar|period|plus);|[\\uFF01-\\uFF5E]|[\\u00AD\\u200B-\\u200F\\u2060\\uFEFF]+'
/** Quoted-printable looks like the start of many values: `ticket=1erika` is no escape. So it is tried apart. */
const QUOTED_PRINTABLE = '(?:=[0-9a-f]{2})+'

const ENTITIES: Record<string, string> = { amp: '&', commat: '@', lowbar: '_', period: '.', plus: '+' }

/** Base64 in both alphabets, and hexadecimal digits. A shorter word can't hold an address. */
const PACKED_WORD = /[A-Za-z0-9+/_-]{10,}/g

/**
 * Finds what `find` finds, also where the text is encoded: percent-encoding (also several times), entities, escapes of
 * JavaScript and of quoted-printable, full-width letters. `findPacked` searches words that are base64, base64url or
 * hexadecimal; such a word counts as a whole. The spans are those of `text`, without an order.
 */
export function findEncoded(
  text: string,
  find: (text: string) => Span[],
  findPacked: (text: string) => Span[],
): Span[] {
  const spans: Span[] = []
  for (const { text: form, at } of formsOf(text)) {
    const found = [...find(form), ...packedWords(form, findPacked)]
    for (const { start, end } of found) spans.push({ start: at[start] ?? 0, end: at[end] ?? text.length })
  }
  return spans
}

/** Replaces each span, and each run of overlapping spans, by `replacement`. */
export function replaceSpans(text: string, spans: Span[], replacement: string): string {
  let result = ''
  let done = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start >= done) result += text.slice(done, start) + replacement
    done = Math.max(done, end)
  }
  return result + text.slice(done)
}

/** The text itself, and what it is after each round of decoding. */
function formsOf(text: string): Decoded[] {
  const source = { text, at: Int32Array.from({ length: text.length + 1 }, (_, index) => index) }
  const forms = [source, ...rounds(source, ESCAPES)]
  const mayBeQuoted = forms.some(form => /=[0-9a-f]{2}/i.test(form.text))
  return mayBeQuoted ? [...forms, ...rounds(source, `${ESCAPES}|${QUOTED_PRINTABLE}`)] : forms
}

function rounds(source: Decoded, escapes: string): Decoded[] {
  const pattern = new RegExp(escapes, 'gi')
  const forms: Decoded[] = []
  for (let form = decodeOnce(source, pattern); form && forms.length < MAX_ROUNDS; ) {
    forms.push(form)
    form = decodeOnce(form, pattern)
  }
  return forms
}

function decodeOnce({ text, at }: Decoded, pattern: RegExp): Decoded | undefined {
  const pieces: string[] = []
  const positions: number[] = []
  const copy = (from: number, to: number) => {
    pieces.push(text.slice(from, to))
    for (let index = from; index < to; index++) positions.push(at[index] ?? 0)
  }
  let end = 0
  for (const found of text.matchAll(pattern)) {
    copy(end, found.index)
    for (const { character, offset } of unescaped(found[0])) {
      pieces.push(character)
      for (let unit = 0; unit < character.length; unit++) positions.push(at[found.index + offset] ?? 0)
    }
    end = found.index + found[0].length
  }
  if (end === 0) return undefined
  copy(end, text.length)
  positions.push(at[text.length] ?? 0)
  return { text: pieces.join(''), at: Int32Array.from(positions) }
}

/** The characters of one run of escapes, and where in the run each of them begins. */
function unescaped(run: string): { character: string; offset: number }[] {
  if (/^[&]/.test(run)) {
    const number = /^&#(x?)([0-9a-f]+)/i.exec(run)
    if (!number) return [{ character: ENTITIES[run.slice(1, -1).toLowerCase()] ?? run, offset: 0 }]
    const point = Number.parseInt(number[2] ?? '', number[1] ? 16 : 10)
    return [{ character: point <= 0x10ffff ? String.fromCodePoint(point) : run, offset: 0 }]
  }
  if (/^[\\%]u/i.test(run)) {
    return [{ character: String.fromCharCode(Number.parseInt(run.slice(2), 16)), offset: 0 }]
  }
  if (/^[\uFF01-\uFF5E]/.test(run)) return [{ character: run.normalize('NFKC'), offset: 0 }]
  if (/^[\u00AD\u200B-\u200F\u2060\uFEFF]/.test(run)) return []
  return bytesOf(run)
}

/** A run of escaped bytes as UTF-8; a byte that is none there as Latin-1. */
function bytesOf(run: string): { character: string; offset: number }[] {
  const width = run.startsWith('\\') ? 4 : 3
  const bytes = Uint8Array.from({ length: run.length / width }, (_, index) =>
    Number.parseInt(run.slice(index * width + width - 2, (index + 1) * width), 16),
  )
  const characters: { character: string; offset: number }[] = []
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at] ?? 0
    const length = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    const decoded = lead < 0x80 ? undefined : utf8(bytes.subarray(at, at + length))
    characters.push({ character: decoded ?? String.fromCharCode(lead), offset: at * width })
    at += decoded ? length : 1
  }
  return characters
}

function utf8(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString()
  return text.includes('\uFFFD') ? undefined : text
}

/** The words that hold what `find` finds. A slash may be a part of base64 or stand between the parts of a path. */
function packedWords(text: string, find: (text: string) => Span[]): Span[] {
  return [...text.matchAll(PACKED_WORD)].flatMap(({ 0: word, index }) => {
    const parts = [...word.matchAll(/[^/]{10,}/g)]
      .filter(part => holdsOne(part[0]))
      .map(part => ({ start: index + part.index, end: index + part.index + part[0].length }))
    if (parts.length > 0 || !word.includes('/')) return parts
    return holdsOne(word) ? [{ start: index, end: index + word.length }] : []
  })

  function holdsOne(word: string): boolean {
    // Only a text with one of these characters can hold an address. Most words don't, and need no more decoding.
    return unpacked(word).some(
      form => /[@=%(&[\\]/.test(form) && formsOf(form).some(({ text }) => find(text).length > 0),
    )
  }
}

/** What a word may have been before it was packed. Something may stand in front of base64, so all four starts count. */
function unpacked(word: string): string[] {
  const starts = [0, 1, 2, 3].map(start => Buffer.from(word.slice(start), 'base64').toString())
  return /^(?:[0-9a-f]{2})+$/i.test(word) ? [...starts, Buffer.from(word, 'hex').toString()] : starts
}
