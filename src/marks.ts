import { type IssueId, issueName } from './issue-ref.ts'
import { PREFIX } from './names.ts'

/** Identifies a ticket in a marker: `id` is FreeScout's conversation id, `url` its page for agents. */
export type TicketRef = { id: number; url: string }

/** The invisible mark of an issue that was made from a ticket. It is the last line of the body when we write it. */
export function issueMarker(ticket: TicketRef): string {
  return `<!-- freescout-autolink ticket=${ticket.id} url=${ticket.url} -->`
}

/**
 * Reads the marker from an issue's body. People and bots add text below it, so it counts on any line of its own. It does
 * not count in a quote or in code, and of several the last one counts.
 */
export function readIssueMarker(body: string): TicketRef | undefined {
  const found = markLine(body, /^<!-- freescout-autolink ticket=(\d{1,15}) url=(\S{1,500}) -->$/)
  return found ? { id: Number(found[1]), url: String(found[2]) } : undefined
}

/**
 * The lines that are in no fenced code. A fence of backticks or tildes ends at a line that has at least as many of the
 * same character, and nothing else: https://github.github.com/gfm/#fenced-code-blocks
 */
function linesOutsideFences(body: string): string[] {
  let open: string | undefined
  return body.split('\n').filter(line => {
    const [, fence, rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line.trimEnd()) ?? []
    if (open === undefined) {
      const opens = fence !== undefined && !(fence.startsWith('`') && rest.includes('`'))
      if (opens) open = fence
      return !opens
    }
    if (fence?.startsWith(open) && rest.trim() === '') open = undefined
    return false
  })
}

/**
 * The mark of a sentinel: the comment on an issue that names its ticket. The mark of a comment is its last line when we write
 * it, and it counts on any line of its own, because people add text below. Versions before 1.0 wrote no mark and are recognised
 * by their first line.
 */
export function sentinelMark(ticketUrl: string): string {
  return `<!-- freescout-autolink link=${ticketUrl} -->`
}

/** Reads the ticket's URL from a sentinel comment; `undefined` for any other comment. */
export function readSentinel(body: string): string | undefined {
  const found =
    markLine(body, /^<!-- freescout-autolink link=(\S{1,500}) -->$/) ??
    firstLine(body, /^\[freescout-autolink\] FreeScout ticket: (\S{1,500})$/)
  return found?.[1]
}

/** Whether one of the comments is a sentinel. */
export function hasSentinel(comments: { body: string }[]): boolean {
  return comments.some(({ body }) => readSentinel(body) !== undefined)
}

/** A ticket's closing or reopening, as a comment announces it. `at` is the ticket's `closedAt` in both cases. */
export type Announcement = { kind: 'resolved' | 'reopened'; at: string; ticketUrl: string }

/** The mark of the comment that announces a ticket's closing or reopening on its issue. */
export function announcementMark({ kind, at, ticketUrl }: Announcement): string {
  return `<!-- freescout-autolink ${kind}=${at} url=${ticketUrl} -->`
}

/** Reads a closing or reopening from a comment; `undefined` for any other comment. */
export function readAnnouncement(body: string): Announcement | undefined {
  const found =
    markLine(body, /^<!-- freescout-autolink (resolved|reopened)=(\S{1,40}) url=(\S{1,500}) -->$/) ??
    firstLine(
      body,
      /^\[freescout-autolink\] FreeScout ticket (resolved|reopened) \((\S{1,40})\): (\S{1,500})$/,
    )
  if (!found) return undefined
  return { kind: found[1] as Announcement['kind'], at: String(found[2]), ticketUrl: String(found[3]) }
}

/** The mark of the comment that says that an issue is a duplicate of another one. */
export function duplicateMark(winner: IssueId): string {
  return `<!-- freescout-autolink duplicate-of=${issueName(winner)} -->`
}

/** Whether a comment says that its issue is a duplicate. Before 1.0, the comment began with GitHub's own words for that. */
export function isDuplicateComment(body: string): boolean {
  const mark = markLine(body, /^<!-- freescout-autolink duplicate-of=\S{1,300} -->$/)
  return (
    mark !== undefined || /^Duplicate of \S{1,500}: both were made from the same ticket\.$/.test(body.trim())
  )
}

/**
 * The invisible start of a note. Versions before 1.0 and their receivers remove `<…>` and expect the prefix at the start,
 * and the issue's URL behind it. Of this comment they remove only `<!-- >`. FreeScout shows nothing of it.
 */
export function noteStart(issueUrl: string): string {
  return `<!-- >${PREFIX} ${issueUrl} -->`
}

/**
 * The end of a note: a line that shows where it is from, and the invisible keys. Each key makes the note unique on its
 * ticket. The line's link has the keys, too, because FreeScout's editor removes comments. FreeScout's list of tickets shows
 * notes without tags. There, the blank keeps the line apart from the text.
 * @throws RangeError for a key that an HTML comment can't hold.
 */
export function noteEnd(issueUrl: string, keys: string[]): string {
  const joined = joinKeys(keys)
  const line = `<p><em>&nbsp;<a href="${issueUrl}${joined && `#${joined}`}">${PREFIX}</a></em></p>`
  return joined ? `${line}<!-- freescout-autolink key=${joined} -->` : line
}

function joinKeys(keys: string[]): string {
  if (keys.length === 0) return ''
  const joined = keys.join('+')
  const isSafe = /^[\w.:+-]{1,1000}$/.test(joined) && !joined.includes('--')
  if (isSafe && splitKeys(joined).length === keys.length) return joined
  throw new RangeError(
    'A note holds keys of 1 to 1000 letters, digits or . : + - _ (no "--"). ' +
      `Each starts with a letter and has no "+" before a letter, not ${JSON.stringify(joined)}.`,
  )
}

/**
 * What one of our notes says: the first issue URL in it, and its key if it has one. The first note of a created ticket
 * has several keys; {@link splitKeys} separates them.
 */
export type NoteMark = { url: string; key?: string }

/** The parts of the URL have limits, so that a long text takes no longer than reading it. */
const ISSUE_URL = /https?:\/\/[^\s"'<>/]{1,260}(?:\/[^\s"'<>/]{0,100}){1,9}\/issues\/\d+/

/** The last line of a note, whose link leads to the issue and holds the keys. */
const NOTE_END =
  /<a\s[^<>]{0,100}href="([^"<>#]{1,500})(?:#([\w.:+-]{1,1000}))?"[^<>]{0,100}>\s{0,5}\[freescout-autolink\]\s{0,5}<\/a>\s*(?:<\/\w{1,9}>\s*)*$/

/**
 * Reads a note's body (HTML); `undefined` when the note is not one of ours. FreeScout's editor removes comments, and with
 * them the start and the keys of a note that somebody edited. Then its last line counts.
 */
export function readNote(html: string): NoteMark | undefined {
  const text = html.replace(/<[^<>]*>/g, '').trim()
  const [, end = '', keys] = NOTE_END.exec(html) ?? []
  if (!text.startsWith(PREFIX))
    return ISSUE_URL.test(end) ? { url: end, ...(keys && { key: keys }) } : undefined
  const url = ISSUE_URL.exec(html)?.[0]
  if (!url) return undefined
  const key = /<!-- freescout-autolink key=(\S{1,1000}) -->\s*$/.exec(html)?.[1]
  return { url, ...(key && { key }) }
}

/** Between two keys stands a `+` before a letter. A time such as `2026-03-16T14:07:23+00:00` has one before a digit. */
const KEY_SEPARATOR = /\+(?=[A-Za-z])/

/** The keys that a note holds. A note with several keys has `+` between them. */
export function splitKeys(joined: string): string[] {
  return joined.split(KEY_SEPARATOR)
}

/** The key of the note that says that an issue moved. It holds the address that the issue had before. */
export function movedKey({ repository, number }: IssueId): string {
  return `moved:${repository.replace('/', ':')}:${number}`
}

/** Reads the address that an issue had before from the key of a note. */
export function readMovedKey(key: string): IssueId | undefined {
  const found = /^moved:([\w.-]+):([\w.-]+):([1-9]\d{0,9})$/.exec(key)
  return found ? { repository: `${found[1]}/${found[2]}`, number: Number(found[3]) } : undefined
}

/** The key of the note that a comment was relayed as. `commentId` is GitHub's. */
export function commentKey(commentId: number): string {
  return `comment:${commentId}`
}

/** The key of the note that says that a note was not relayed, because the repository is not private. */
export function notPublicKey(threadId: number): string {
  return `relay-not-public:${threadId}`
}

/** Identifies a relayed note: `ticketId` is the ticket's that it was on, `threadId` its own. */
export type RelayedNote = { ticketId: number; threadId: number }

/** The last line of the comment that a note was relayed as. */
export function relayMark({ ticketId, threadId }: RelayedNote): string {
  return `<!-- freescout-autolink ticket=${ticketId} thread=${threadId} -->`
}

/** Reads the mark of a relayed note from a comment; `undefined` for any other comment. */
export function readRelayMark(body: string): RelayedNote | undefined {
  const found = markLine(body, /^<!-- freescout-autolink ticket=(\d{1,15}) thread=(\d{1,15}) -->$/)
  return found ? { ticketId: Number(found[1]), threadId: Number(found[2]) } : undefined
}

/** The start of the subject of a ticket that was created from an issue. */
export function subjectPrefix(issue: IssueId): string {
  return `[${issueName(issue)}]`
}

/** Whether a subject starts with the name of any issue. The issue may have moved since. */
export function hasSubjectPrefix(subject: string): boolean {
  return /^\[[\w.-]+\/[\w.-]+#\d+\]/.test(subject)
}

/** The key of the note on a duplicate ticket. `winnerId` is the id of the ticket that stays. */
export function duplicateTicketKey(winnerId: number): string {
  return `duplicate-of:${winnerId}`
}

/** Finds a mark on a line of its own, in no quote and no code. Of several, the last one counts. */
function markLine(body: string, pattern: RegExp): RegExpExecArray | undefined {
  // Nearly all texts have no mark at all, and a sweep reads thousands.
  if (!body.includes('<!-- freescout-autolink ')) return undefined
  const line = linesOutsideFences(body).findLast(
    line => /^ {0,3}<!--/.test(line) && pattern.test(line.trim()),
  )
  return line === undefined ? undefined : (pattern.exec(line.trim()) ?? undefined)
}

/** Finds the words of a version before 1.0 in the first line. A comment with a mark has words of any kind. */
function firstLine(body: string, pattern: RegExp): RegExpExecArray | undefined {
  if (markLine(body, /^<!-- freescout-autolink /)) return undefined
  return pattern.exec((body.split('\n')[0] ?? '').trim()) ?? undefined
}
