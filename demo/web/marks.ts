import {
  type Announcement,
  readAnnouncement,
  readIssueMarker,
  readNote,
  readRelayMark,
  readSentinel,
  splitKeys,
  type TicketRef,
} from '../../src/marks.ts'
import { PREFIX } from '../../src/names.ts'
import type { Issue } from '../../test/support/github-emulator/index.ts'
import { notesOf, type Sides, type TicketSide, urlOfIssue } from './sides.ts'

/** One of our notes: the issue that it names, and the keys that make it unique. */
export type OwnNote = { url: string; keys: string[]; body: string }

/** Our notes on a ticket, the oldest first. */
export function ownNotes(ticket: Pick<TicketSide, 'threads'>): OwnNote[] {
  return notesOf(ticket).flatMap(({ body }) => {
    const note = readNote(body ?? '')
    return note ? [{ url: note.url, keys: splitKeys(note.key ?? '').filter(Boolean), body: body ?? '' }] : []
  })
}

/** The ticket that an issue was made from. */
export function markerOf(issue: Pick<Issue, 'body'>): TicketRef | undefined {
  return readIssueMarker(issue.body ?? '')
}

/** The issue of a ticket: by the field, or else by our notes and by the marker, because a moved ticket loses its field. */
export function issueOf(ticket: TicketSide, { issues }: Pick<Sides, 'issues'>): Issue | undefined {
  if (ticket.issueUrl === 'none') return undefined
  const urls = ownNotes(ticket).map(({ url }) => url)
  const isMadeFromIt = (issue: Issue) => markerOf(issue)?.id === ticket.id
  return (
    issues.find(issue => urlOfIssue(issue) === ticket.issueUrl) ??
    issues.find(issue => urls.includes(urlOfIssue(issue)) || isMadeFromIt(issue))
  )
}

/** The bodies of our comments on an issue. */
export function ownComments({ comments }: Pick<Issue, 'comments'>): string[] {
  return comments.map(({ body }) => body).filter(body => body.startsWith(PREFIX))
}

/** The pages of the tickets that our comments on an issue name as linked. */
export function sentinels(issue: Pick<Issue, 'comments'>): string[] {
  return ownComments(issue).flatMap(body => readSentinel(body) ?? [])
}

/** The closings and reopenings of a ticket that its issue announces, the oldest first. */
export function announcements(issue: Pick<Issue, 'comments'>, { url }: Pick<TicketSide, 'url'>) {
  return ownComments(issue)
    .flatMap((body): Announcement[] => {
      const found = readAnnouncement(body)
      return found ? [found] : []
    })
    .filter(({ ticketUrl }) => ticketUrl === url)
}

/** The ids of a ticket's notes that its issue has as comments. */
export function relayedThreads(issue: Pick<Issue, 'comments'>, { id }: Pick<TicketSide, 'id'>): number[] {
  return ownComments(issue).flatMap(body => {
    const mark = readRelayMark(body)
    return mark?.ticketId === id ? [mark.threadId] : []
  })
}
