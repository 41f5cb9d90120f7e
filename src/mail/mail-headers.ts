import { isReadable, type Line } from './lines.ts'

/**
 * The lines about another mail that stand before its text, up to, not including, line `to`. `kept` has those that say
 * its subject and date. `style`: `forward` when they say that it is forwarded; `headers` (From, Sent, To, Subject) and
 * `attribution` ("On Monday, Ann wrote:") otherwise.
 */
export type MailHeaders = { to: number; kept: string[]; style: 'forward' | 'headers' | 'attribution' }

type Header = 'from' | 'date' | 'to' | 'subject' | 'other'

/** What mail programs write in front of a header, in the languages of Outlook, Gmail, Apple Mail and Thunderbird. */
const LABELS: Record<Header, string> = {
  from: 'from|kimden|gönderen|feladó|de la|odesílatel|odosielateľ|von|de|da|van|från|fra|od|lähettäjä|expéditeur|remitente|mittente|от|от кого|差出人|发件人|寄件者|보낸 사람',
  date: "date|sent|tarih|gönderme tarihi|dátum|küldve|odesláno|odoslané|trimis|gesendet|datum|envoyé|enviado|enviado el|enviada|enviada em|fecha|data|inviato|verzonden|skickat|sendt|dato|wysłano|lähetetty|дата|отправлено|送信日時|日付|日期|时间|发送时间|傳送日期|보낸 날짜|date d'envoi",
  to: 'to|kime|komu|címzett|către|an|à|a|para|aan|till|til|do|vastaanottaja|destinataire|destinatario|кому|宛先|收件人|收件者|받는 사람',
  subject:
    'subject|konu|tárgy|předmět|predmet|subiect|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|ämne|emne|temat|aihe|тема|件名|主题|主旨|제목',
  other:
    'cc|bcc|kopie|copie|kopia|kopi|копия|reply-to|antwort an|répondre à|importance|priority|wichtigkeit|attachments|anlagen|anhänge|pièces jointes|抄送|参照',
}
const HEADER_LINE = new RegExp(
  `^[\\s*>]*(?:${Object.entries(LABELS)
    .map(([name, words]) => `(?<${name}>${words})`)
    .join('|')})[\\s*]*[:：]`,
  'iu',
)

const FORWARDED =
  /^[\s>*_-]*(?:begin(?:n)? (?:of )?forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du (?:message (?:transféré|réexpédié)|transfert)|inicio del mensaje reenviado|início da mensagem (?:re)?encaminhada|inizio messaggio inoltrato|begin doorgestuurd bericht|vidarebefordrat brev)\s*:|^[\s>*_]*-{2,}\s*(?:forwarded (?:message|mail)|forwarded by .{1,80}|weitergeleitete nachricht|message transféré|mensaje reenviado|mensagem (?:re)?encaminhada|messaggio inoltrato|doorgestuurd bericht|vidarebefordrat meddelande|videresendt (?:melding|meddelelse)|przekazana wiadomość|wiadomość przekazana dalej|пересылаемое сообщение|転送メッセージ|转发的邮件|전달된 메시지)\s*-{2,}/iu
const ORIGINAL =
  /^[\s>*_]*-{2,}\s*(?:original(?:-nachricht| message|meddelande)|ursprüngliche nachricht|message (?:d['’]origine|original)|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse|oryginalna wiadomość|исходное сообщение|původní (?:e-mail|zpráva)|pôvodná správa|eredeti üzenet|alkuperäinen viesti|orijinal mesaj|mesaj original|原始邮件|元のメッセージ|원본 메시지)\s*-{2,}/iu

const WROTE =
  /(?:wrote|writes|schrieb|écrit|escribió|escribio|ha scritto|escreveu|schreef|skrev|napisał(?:\(a\)|a)?|pisze|kirjoitti|пишет|написал(?:\(а\)|а)?|写道|のメッセージ|書きました|작성)/iu
/** How an attribution begins: a preposition, a weekday or a date. */
const BEGINS = /^[\s>*-]*(?:(?:on|le|el|il|em|am|op|den|w dniu|dnia|pe|vào|на|в)\s|在|\p{L}{2,4}[,.]|\d)/iu
const TIME = /\d{1,2}[:.h]\d\d|\b20\d\d\b|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|20\d\d年/u
const ADDRESS_IN_BRACKETS = /[<[(][^<>\s]{1,64}@[^<>\s]{1,255}[>\])]/

/** An attribution may be wrapped to three lines, and is no longer than this. */
const MAX_ATTRIBUTION = 400
/** How many lines a block of headers has at most, with long lists of receivers. */
const MAX_HEADER_LINES = 25

/** Reads the lines about another mail that begin in line `at`, or `undefined` when none begin there. */
export function readMailHeaders(lines: Line[], at: number): MailHeaders | undefined {
  const text = lines[at]?.text ?? ''
  const isForwarded = FORWARDED.test(text)
  if (isForwarded || ORIGINAL.test(text)) {
    const block = headerBlock(lines, skipBlank(lines, at + 1), 1)
    return { to: block?.to ?? at + 1, kept: block?.kept ?? [], style: isForwarded ? 'forward' : 'headers' }
  }
  const block = headerBlock(lines, at, 3)
  return block ? { ...block, style: 'headers' } : attribution(lines, at)
}

/** Whether a line names the people of a mail: a header or an attribution. */
export function isAboutMail({ text }: Line): boolean {
  return FORWARDED.test(text) || ORIGINAL.test(text) || HEADER_LINE.test(text) || isAttribution(text)
}

/** A run of header lines with a sender, a subject or date, and at least `least` different headers. */
function headerBlock(lines: Line[], at: number, least: number): { to: number; kept: string[] } | undefined {
  const seen = new Set<Header>()
  const kept: string[] = []
  let to = at
  for (let index = at; index < Math.min(lines.length, at + MAX_HEADER_LINES); index++) {
    const text = lines[index]?.text ?? ''
    const header = headerOf(text)
    // A long list of receivers goes on in the next lines.
    const isContinued = !header && seen.has('to') && /@.*[;,>]\s*$/.test(text)
    if (!header && !isContinued && isReadable(text)) break
    if (!header && !isReadable(text) && index > to) break
    if (header) {
      seen.add(header)
      if (header === 'subject' || header === 'date')
        kept.push(
          text
            .replace(/^[\s>*]+/, '')
            .replace(/\s+/g, ' ')
            .trim(),
        )
    }
    if (header || isContinued) to = index + 1
    else if (seen.size === 0) return undefined
  }
  // "From: Berlin, To: Munich, Date: 3 November" is no mail. A mail has two of a subject, a date and an address.
  const hasAddress = lines.slice(at, to).some(({ text }) => text.includes('@'))
  const isMail = [seen.has('subject'), seen.has('date'), hasAddress].filter(Boolean).length >= 2
  const isBlock = seen.has('from') && isMail && seen.size >= least
  return isBlock || (least === 1 && seen.size > 0) ? { to, kept } : undefined
}

function headerOf(text: string): Header | undefined {
  const groups = HEADER_LINE.exec(text.slice(0, 60))?.groups
  return groups && (Object.keys(LABELS) as Header[]).find(name => groups[name] !== undefined)
}

function attribution(lines: Line[], at: number): MailHeaders | undefined {
  let text = ''
  for (let index = at; index < Math.min(lines.length, at + 3); index++) {
    const next = lines[index]?.text.trim() ?? ''
    const goesOn = index === at || (BEGINS.test(text) && !/[.!?]$/.test(text))
    // What stands above a whole attribution is an answer: "5.2".
    if (index > at && isAttribution(next)) return undefined
    if (next === '' || !goesOn || text.length + next.length > MAX_ATTRIBUTION) return undefined
    text = `${text} ${next}`.trim()
    if (isAttribution(text)) return { to: index + 1, kept: [], style: 'attribution' }
  }
  return undefined
}

/** "On 3 Nov 2026, at 09:12, Ann wrote:", or a time and an address in brackets before a colon. */
export function isAttribution(text: string): boolean {
  if (text.length > MAX_ATTRIBUTION || !/(?:[:：]|\s-{3,})\s*$/.test(text) || !TIME.test(text)) return false
  if (ADDRESS_IN_BRACKETS.test(text)) return true
  return WROTE.test(text) && BEGINS.test(text)
}

function skipBlank(lines: Line[], at: number): number {
  let next = at
  while (next < lines.length && !isReadable(lines[next]?.text ?? '')) next++
  return next
}
