import { type Announcement, announcementMark, duplicateMark, sentinelMark } from '../marks.ts'
import type { IssueRef } from '../model.ts'
import { isSameName, PREFIX } from '../names.ts'
import type { Texts } from '../texts/catalogue.ts'
import { plainSentence } from './sentences.ts'

/** The comment that names an issue's ticket: `FreeScout ticket: url`. */
export function ticketLinkComment(ticketUrl: string, texts: Texts): string {
  return markedComment(plainSentence(texts, 'ticket-link', { url: ticketUrl }), sentinelMark(ticketUrl))
}

/** The comment about a ticket's closing or reopening: `FreeScout ticket resolved (2026-03-16T14:07:23Z): url`. */
export function announcementComment(announcement: Announcement, texts: Texts): string {
  const { kind, at, ticketUrl } = announcement
  const words = plainSentence(texts, `ticket-${kind}`, { time: at, url: ticketUrl })
  return markedComment(words, announcementMark(announcement))
}

/** The comment on an issue that is a duplicate of `winner`. */
export function duplicateComment(
  { duplicate, winner }: { duplicate: IssueRef; winner: IssueRef },
  texts: Texts,
): string {
  const isHere = isSameName(winner.repository, duplicate.repository)
  const words = plainSentence(texts, 'duplicate-issue', { issue: isHere ? `#${winner.number}` : winner.url })
  return markedComment(words, duplicateMark(winner))
}

/** A comment: the prefix, what it says, and on the last line the mark by which it is recognised. */
export function markedComment(words: string, mark: string): string {
  return `${PREFIX} ${words}\n\n${mark}`
}
