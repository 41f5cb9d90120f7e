/** Says that a telephone number follows. The letters count only before `:` or a number that begins with `+`. */
const WORD_MARK =
  'tel(?:efon|ephone|éfono|efono|efone|efoon|\\.?-?nr)?|telephone|t[ée]l[ée]phone|phone|ph|fon|mobile?|mobil(?:telefon)?|mob|cell(?:ulare|ular| ?phone)?|handy|fax|portable|m[óo]vil|celular|gsm|whatsapp|durchwahl|téléphone|電話|电话|전화'
const LETTER_MARK = '[TMFPD]|office|direct|work|home|desk'
const NUMBER = '(?:\\+|\\(\\+?|\\b)\\d[\\d ()./\\u2010-\\u2015\\u00a0-]{4,24}\\d'

const MARKED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${WORD_MARK})\\s?\\.?\\s?(?:no\\.?|nr\\.?|number|#)?\\s?[:.]?|(?:${LETTER_MARK})\\s?[:.]|(?:${LETTER_MARK})(?=\\s{1,3}\\(?\\+))\\s{0,3}(${NUMBER})`,
  'giu',
)
const ANY = /(?<![\p{L}\p{N}./-])(?:\+|\(\+?|0)\d?[\d ()./\u2010-\u2015\u00a0-]{5,24}\d(?![\p{L}\p{N}])/gu
const IP_ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/

/**
 * Finds telephone numbers that something marks as such: `Tel`, `Phone`, `M:` and the like in front. A bare number is
 * never found, because it may be an order's. With `anywhere`, which is for signatures, numbers that begin with `+`, `0`
 * or a bracket need no mark.
 */
export function findPhones(text: string, { anywhere = false } = {}): { start: number; end: number }[] {
  const marked = [...text.matchAll(MARKED)].map(({ 0: found, 1: number = '', index }) => ({
    start: index + found.length - number.length,
    end: index + found.length,
  }))
  const bare = anywhere
    ? [...text.matchAll(ANY)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    : []
  return [...marked, ...bare].filter(({ start, end }) => isPhone(text.slice(start, end)))
}

function isPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length
  return digits >= 6 && digits <= 15 && !IP_ADDRESS.test(text) && !/^20\d\d-\d\d-\d\d/.test(text)
}
