/** Says that a telephone number follows, in many languages. */
const WORDS =
  't[ée]l(?:efon|ephone|éphone|éfono|efono|efone|efoon|\\.?-?nr)?|tlf|tfn|puh|тел|моб|phone|ph|fon|mobile?|mobil(?:telefon)?|mob|cell(?:ulare|ular| ?phone)?|handy|fax|portable|m[óo]vil|celular|gsm|whatsapp|durchwahl|電話|电话|전화'
/**
 * Says so only at the start of a line or of a part of it, before a colon or a plus, and when the number looks like a
 * telephone number. `Model T: 4711` has none.
 */
const LETTERS = '[TMFPD]|office|direct|work|home|desk'
const NUMBER = '((?:\\+|\\(\\+?|\\b)\\d[\\d ()./\\u2010-\\u2015\\u00a0-]{4,24}\\d)(?![\\p{L}\\p{N}])'

const BEHIND_WORD = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${WORDS})\\s?\\.?\\s?(?:no\\.?|nr\\.?|number|#)?\\s?[:.]?\\s{0,3}${NUMBER}`,
  'giu',
)
const BEHIND_LETTER = new RegExp(
  `(?<=^[\\s*]{0,5}|[\n|·•,;/(\u2013\u2014-][\\s*]{0,5})(?:${LETTERS})(?:\\s?[:.]|(?=\\s{1,3}\\(?\\+))\\s{0,3}${NUMBER}`,
  'giu',
)
const ANY = /(?<![\p{L}\p{N}./-])(?:\+|\(\+?|0)\d?[\d ()./\u2010-\u2015\u00a0-]{5,24}\d(?![\p{L}\p{N}])/gu
const DATE = /^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?![./\d-])/
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/

/**
 * Finds telephone numbers that something marks as such: `Tel`, `Phone`, `M:` and the like in front. A bare number is
 * never found, because it may be an order's. With `anywhere`, which is for signatures, numbers that begin with `+`, `0`
 * or a bracket need no mark.
 */
export function findPhones(text: string, { anywhere = false } = {}): { start: number; end: number }[] {
  const found = [
    ...[...text.matchAll(BEHIND_WORD)],
    ...[...text.matchAll(BEHIND_LETTER)].filter(({ 1: number = '' }) =>
      /^[+(0]|\d[ .-]\d+[ .-]\d/.test(number),
    ),
    ...(anywhere ? [...text.matchAll(ANY)] : []),
  ]
  return found
    .map(({ 0: all, 1: number = all, index }) => ({ number, end: index + all.length }))
    .filter(({ number }) => isPhone(number))
    .map(({ number, end }) => ({ start: end - number.length, end }))
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return digits >= 6 && digits <= 15 && !IP_ADDRESS.test(text) && !DATE.test(text)
}
