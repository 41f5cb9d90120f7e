import { isReadable, type Line, type Lines, marksOf, type Range } from './lines.ts'
import { findPhones } from './phones.ts'
import { findTraces } from './traces.ts'

/** A longer text is no signature, whatever stands before it. */
const MAX_LINES = 25
/** A signature without a mark is short, and so is each line of it. */
const MAX_UNMARKED_LINES = 12
const MAX_UNMARKED_LENGTH = 120

/** How mail programs mark the element of a signature. Yahoo puts random letters in front. */
const SIGNATURE_MARK =
  /^(?:gmail_signature(?:_prefix)?|moz-signature|(?:mail|email|outlook|apple|front|tutanota|hs|missive|gmx|web|user|message|composer)?[_-]?signature|applemailsignature|signature(?:-\d+|_block|-block|_section|-section)?|ms-outlook-mobile-signature|outlook-signature|protonmail_signature_block(?:-\w+)?|ymail_(?:android|ios|iphone)_signature|(?:ydp)?[0-9a-z]{0,16}yahoo[_-]?signature|ydp[0-9a-f]{6,10}signature|messagesignaturesection|bloop_sign\w*|mb_sig|-x-evo-signature-wrapper|_rc_sig|__sig_(?:pre|post)__|zm-_id_-sgn\w*|wisestamp\w*|sh-signature)$/i
/** Marks of an empty element behind which the signature begins. */
const SIGNATURE_START = /^(?:linebreakatbeginningofsignature|_mailautosig)$/i

/** A line of its own that mail programs of phones add. */
const SENT_FROM =
  /^\W*(?:sent (?:from|via|with) .{2,40}|get outlook for .{2,30}|sent from (?:my )?.{2,40}|von mein\S+ .{2,30} gesendet|gesendet (?:von|mit|über) .{2,40}|(?:hol(?:e|en sie sich)? )?outlook für .{2,20}(?: beschaffen| herunterladen)?|envoyé (?:de|depuis|avec|à partir de) .{2,40}|(?:obtenez|télécharger) outlook pour .{2,30}|enviado (?:desde|do|de) .{2,40}|(?:obtener|obter) (?:o )?outlook (?:para|for) .{2,30}|inviato (?:da|dal) .{2,40}|(?:scarica|ottieni) outlook per .{2,30}|verzonden (?:vanaf|met) .{2,40}|verstuurd vanaf .{2,40}|(?:download )?outlook voor .{2,30}(?: downloaden)?|skickat från .{2,40}|sendt fra .{2,40}|wysłan[eo] z .{2,40}|lähetetty .{2,40}|отправлено (?:с|из) .{2,40}|iphoneから送信|从我的 ?iphone ?发送|发自我的 ?\S{2,20})\W*$/iu
const DEVICE =
  /iphone|ipad|android|samsung|galaxy|pixel|huawei|xiaomi|blackberry|mobile|handy|phone|outlook|yahoo|gmx|web\.de|proton|mail|gmail|windows|nokia|tablet|telefon|téléphone|móvil|smartphone/i

/** How people close a mail: words of this list, perhaps several, and a place: "Danke und viele Grüße aus Bonn". */
const CLOSING_WORDS =
  "(?:(?:many |kind |kindest |best |warm |with (?:kind |best )?)?(?:regards|thanks|wishes)|thank you(?: (?:very much|in advance|for your help))?|cheers|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|all the best|br|rgds|(?:mit )?(?:freundliche[nrms]?|beste[nrms]?|viele[nrms]?|liebe[nrms]?|herzliche[nrms]?|schöne[nrms]?|sonnige[nrms]?) (?:grüße?n?|grüsse?n?|gruss|gruß|dank)|mfg|vg|lg|gruß|grüße|danke|dank|vielen dank(?: im voraus)?|(?:bien )?cordialement|cdlt|sincères salutations|salutations(?: distinguées)?|bien à vous|merci(?: d’avance| d'avance)?|(?:un )?(?:cordial )?saludos?(?: cordiales)?|(?:muchas )?gracias|atentamente|cordiali saluti|distinti saluti|saluti|grazie|met vriendelijke groet(?:en)?|(?:vriendelijke )?groet(?:en|jes)?|atenciosamente|obrigad[oa]|med vänliga hälsningar|mvh|hälsningar|med venlig hilsen|(?:med )?vennlig hilsen|hilsen|pozdrawiam|z poważaniem|с уважением|s (?:přátelským )?pozdrave?m|(?:ystävällisin )?terveisin|saygılar(?:ımla|ımızla)?|(?:tisztelettel|üdvözlettel)|děkuji|kiitos|köszönöm|teşekkürler|よろしくお願い(?:いた)?します。?|谢谢)"
const CLOSING = new RegExp(
  `^\\W*${CLOSING_WORDS}(?:(?:\\W+|\\s+(?:and|und|et|y|e|en|och|og|i)\\s+)${CLOSING_WORDS}){0,2}(?:\\s+(?:aus|from|de|uit)\\s+[\\p{L} ]{2,30})?\\W*$`,
  'iu',
)
/** What belongs to the report, although it stands below the signature. */
const POSTSCRIPT =
  /^\s*(?:P\.?\s?P?\.?\s?S\.?\s?[:\s]|(?:OS|operating system|betriebssystem|browser|version|order|bestell\p{L}*|error|fehler\p{L}*|erreur|steps|expected|actual|serial|device|gerät|log)(?: [\p{L}.]{1,12})?\s?:)/iu
const CONTACT = /@|www\.|https?:\/\/|\.(?:com|org|net|de|fr|example)\b/i

/** Words of the long texts below signatures. */
const DISCLAIMER =
  /confiden|privileged|vertraulich|intended|recipient|empfänger|destinat|bestimmt|geadresseerde|vertrouwelijk|riservat|e-?mail|disclaimer|registe?r|amtsgericht|hrb|geschäftsführ|vorstand|vat\b|gmbh|\bltd\b|virus|print|druck|@|https?:|www\.|機密|конфиденц/i

/** An address or a site. The URL of a page may belong to the report. */
const PERSON = /@|(?:www\.|https?:\/\/|^\s*)(?:[\w-]+\.)+[a-z]{2,10}\/?(?=[\s|,;>)]|$)/i

/** Two to four words, as a name has. */
const NAME = /^\s*(?:\p{Lu}[\p{L}.'’-]*[\s,]*){2,4}$/u

/** Whether an element is a signature, by the marks that a mail program put on it. */
function isSignatureElement(element: Line['opens'][number]): boolean {
  return marksOf(element).some(mark => SIGNATURE_MARK.test(mark))
}

/**
 * Finds the signatures in the lines of a range: elements that a mail program marked, what follows `-- `, lines such as
 * "Sent from my iPhone", and closing words or a name with telephone numbers or addresses below. Returns ranges of lines.
 * Except for marked elements and such lines, something must be written before a signature, in the range or, as
 * `isWritten` says, before it.
 */
export function findSignatures(
  found: Lines,
  { range: { from, to }, isWritten }: { range: Range; isWritten: boolean },
): Range[] {
  const { lines } = found
  const marked = markedSignatures(found, { from, to })
  const taken = new Set(marked.flatMap(range => indexes(range.from, range.to)))
  const free = indexes(from, to).filter(line => !taken.has(line) && isReadableLine(lines[line]))
  const start = dashes(lines, { from, to }) ?? closing(lines, free) ?? contactBlock(lines, free)
  const written =
    isWritten || indexes(from, start ?? to).some(line => !taken.has(line) && isReadableLine(lines[line]))
  const end = start === undefined ? to : (free.find(line => line > start && isPostscript(lines[line])) ?? to)
  const rest = start !== undefined && written ? [{ from: start, to: end }] : []
  const last = free.filter(line => start === undefined || line < start).slice(-2)
  const sent = last
    .filter(line => isSentFrom(lines[line]?.text ?? ''))
    .map(line => ({ from: line, to: line + 1 }))
  return [...marked, ...sent, ...rest]
}

/** Signatures that a mail program marked. One inside of another counts as a part of it. */
function markedSignatures({ lines, ranges }: Lines, { from, to }: Range): Range[] {
  const result: Range[] = []
  for (let at = from; at < to; at++) {
    const opens = lines[at]?.opens ?? []
    const element = opens.find(isSignatureElement)
    const startsHere = opens.some(each => marksOf(each).some(mark => SIGNATURE_START.test(mark)))
    if (!element && !startsHere) continue
    const leaves = element && ranges.get(element)
    let end = at + 1
    while (end < to && (!leaves || (lines[end]?.from ?? 0) < leaves.to)) end++
    if (!element && end - at > MAX_LINES) continue
    result.push({ from: at, to: end })
    at = end - 1
  }
  return result
}

/**
 * A line that is only `-- `, when little follows. Of several such lines, the first. Without the blank, it may be a
 * comment of SQL, so what follows must look like a signature.
 */
function dashes(lines: Line[], { from, to }: Range): number | undefined {
  let start: number | undefined
  const below: string[] = []
  for (let at = to - 1; at >= from && below.length <= MAX_LINES; at--) {
    const line = lines[at]
    const text = line?.text ?? ''
    const isMark = /^\s*-- +\n*$/.test(text)
    if (isMark ? sentencesIn(below) < 2 : /^\s*(?:--|—|–)\s*$/.test(text) && isSignature(below)) start = at
    if (isReadableLine(line)) below.unshift(text)
  }
  return start
}

function isSignature(texts: string[]): boolean {
  if (sentencesIn(texts) > 0) return false
  return looksLikeContact(texts) || (texts.length <= 4 && NAME.test(texts[0]?.slice(0, 60) ?? ''))
}

/** The number of sentences before the first name or address: a report has some, a signature does not. */
function sentencesIn(texts: string[]): number {
  const isSentence = (text: string) =>
    /^\s*\S+(?:\s+\S+){4,}[.!?。]\s*$/u.test(text) ||
    /\p{L}{2,}[.!?] \p{Lu}/u.test(text) ||
    /[。！？].*[。！？]/u.test(text)
  const contact = texts.findIndex(
    text => !isSentence(text) && (NAME.test(text.slice(0, 60)) || looksLikeContact([text])),
  )
  return texts.slice(0, contact < 0 ? undefined : contact).filter(isSentence).length
}

/** Closing words with a few short lines below, one of which has a telephone number or an address. */
function closing(lines: Line[], free: number[]): number | undefined {
  const tail = free.slice(-MAX_LINES)
  return tail.find((line, at) => {
    const text = lines[line]?.text ?? ''
    if (text.length > MAX_UNMARKED_LENGTH || !CLOSING.test(text)) return false
    const below = tail.slice(at + 1).map(each => lines[each]?.text ?? '')
    const isShort = (text: string) => text.trim().length <= MAX_UNMARKED_LENGTH
    // A long text about confidentiality may follow.
    const long = below.findIndex(text => !isShort(text))
    const short = long < 0 ? below : below.slice(0, long)
    const isData = tail.slice(at + 1).some(each => lines[each]?.opens.some(({ tagName }) => tagName === 'th'))
    return short.length <= MAX_UNMARKED_LINES && !isData && looksLikeContact(short, PERSON)
  })
}

/** A name and short lines below it at the end, one of which has a marked telephone number. */
function contactBlock(lines: Line[], free: number[]): number | undefined {
  const tail = free.slice(-MAX_UNMARKED_LINES)
  const block: number[] = []
  for (const line of tail.toReversed()) {
    if (block[0] !== undefined && line !== block[0] - 1) break
    block.unshift(line)
  }
  const texts = block.map(line => lines[line]?.text ?? '')
  const hasPhone = texts.some(text => findPhones(text).length > 0)
  const isName = NAME.test(texts[0]?.slice(0, 60) ?? '')
  return isName && hasPhone && looksLikeContact(texts.slice(1)) ? block[0] : undefined
}

function looksLikeContact(texts: string[], contact = CONTACT): boolean {
  return (
    texts.every(text => text.trim().length <= MAX_UNMARKED_LENGTH) &&
    findTraces(texts).length === 0 &&
    texts.some(text => contact.test(text) || findPhones(text, { anywhere: true }).length > 0)
  )
}

/** Whether these lines are no more than a signature: short, with a telephone number or an address, or "Sent from". */
export function isContact(texts: string[]): boolean {
  const shown = texts.filter(text => isReadable(text) && !isSentFrom(text))
  return shown.length === 0 || (shown.length <= MAX_UNMARKED_LINES && looksLikeContact(shown))
}

function isSentFrom(text: string): boolean {
  return text.length <= 80 && SENT_FROM.test(text) && DEVICE.test(text)
}

/** Whether the report goes on: a postscript, a fact, or a long text that is not about the mail or the company. */
function isPostscript(line: Line | undefined): boolean {
  const text = line?.text ?? ''
  return (
    POSTSCRIPT.test(text) || (text.length > MAX_UNMARKED_LENGTH && !DISCLAIMER.test(text.slice(0, 1_000)))
  )
}

function isReadableLine(line: Line | undefined): boolean {
  return line !== undefined && isReadable(line.text)
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
