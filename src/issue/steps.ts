import type { Config } from '../config/schema.ts'
import type { Reaction } from '../github/writes.ts'
import type { LinkedTicket } from '../link/linked-tickets.ts'
import { isMoveAnnounced } from '../link/moved-issues.ts'
import { isOpen } from '../link/ticket-link.ts'
import { asksForTicket } from '../link/tickets-from-issue.ts'
import { movedKey } from '../marks.ts'
import type { Ticket } from '../model.ts'
import { FROM_GITHUB_TAG, hasTag } from '../names.ts'
import type { IssueNews } from '../render/state-note.ts'
import type { LabelEvent } from './labels.ts'
import { announcedKeys, type NoteOnTicket, notesDue } from './notes-due.ts'
import type { ObservedIssue } from './observe.ts'
import { type CommentToRelay, lacksRelay } from './relays.ts'

/** One change. `ticket` is a ticket's id, or `created` for the ticket that an earlier step of the plan creates. */
export type IssueStep =
  | { do: 'create-ticket'; keys: string[] }
  /** `tags`, which the ticket lacks, are added to those that it has when the step runs. */
  | { do: 'set-tags'; ticket: number | 'created'; tags: string[] }
  | { do: 'set-status'; ticket: number; status: 'active' | 'closed' }
  | { do: 'add-note'; ticket: number; key: string; note: NoteOnTicket }
  | { do: 'set-field'; ticket: number; field: { id: number; name: string } }
  | { do: 'comment'; ticket: number | 'created' }
  /** The comment becomes a note on the ticket. */
  | { do: 'relay-comment'; ticket: number | 'created'; comment: number }
  | { do: 'react'; comment: number; reaction: Reaction }

/** A created ticket gets the tags of every label that asks for a ticket. */
export function tagsOfCreatedTicket(labelEvents: LabelEvent[]): string[] {
  const creating = labelEvents.filter(({ action }) => asksForTicket(action))
  return [...new Set([FROM_GITHUB_TAG, ...creating.flatMap(({ action }) => action.tags)])]
}

/**
 * The steps for a ticket that still names the issue by its old address. The note comes first, because later runs recognise
 * by the field that the issue moved.
 */
export function moveSteps({ ticket, link: { field }, movedFrom }: LinkedTicket): IssueStep[] {
  if (!movedFrom) return []
  const { id } = ticket
  const note = { key: movedKey(movedFrom), note: { kind: 'moved', from: movedFrom } } as const
  return [
    ...(isMoveAnnounced(ticket, movedFrom) ? [] : [{ do: 'add-note', ticket: id, ...note } as const]),
    ...(field ? [{ do: 'set-field', ticket: id, field } as const] : []),
  ]
}

/** The steps that relay comments to tickets. The reaction comes last, because it says that every ticket has the note. */
export function relayCommentSteps(seen: ObservedIssue, { serverUrl }: { serverUrl: string }): IssueStep[] {
  const { issue, tickets, relays } = seen
  return relays.comments.flatMap((relay): IssueStep[] => [
    ...tickets
      .filter(linked => lacksRelay(linked, relay, { issue, serverUrl }))
      .map(
        ({ ticket }): IssueStep => ({ do: 'relay-comment', ticket: ticket.id, comment: relay.comment.id }),
      ),
    ...reaction(relay, 'eyes'),
  ])
}

/** The steps that say of each comment that no ticket gets it. */
export function unrelayedSteps({ relays }: ObservedIssue): IssueStep[] {
  return relays.comments.flatMap(relay => reaction(relay, 'confused'))
}

export function reaction({ comment }: CommentToRelay, name: Reaction): IssueStep[] {
  return comment.reactions.includes(name) ? [] : [{ do: 'react', comment: comment.id, reaction: name }]
}

/** Whether the issue names the ticket, in its marker or in a sentinel comment. */
export function isNamed(
  { ticket, url }: LinkedTicket,
  { originId, linkedTicketUrls }: ObservedIssue,
): boolean {
  return ticket.id === originId || linkedTicketUrls.includes(url)
}

/**
 * The steps that complete a link: the tags of a ticket that an earlier run created, and the comment on an issue that does
 * not name its ticket. Somebody may have removed the marker or the comment.
 */
export function completionSteps(linked: LinkedTicket, seen: ObservedIssue): IssueStep[] {
  const { ticket, isCreatedFromIssue } = linked
  const isUntagged = isCreatedFromIssue && !hasTag(ticket, FROM_GITHUB_TAG)
  return [
    ...(isUntagged ? tagSteps(ticket, tagsOfCreatedTicket(seen.labelEvents)) : []),
    ...(isNamed(linked, seen) ? [] : [{ do: 'comment', ticket: ticket.id } as const]),
  ]
}

function tagSteps(ticket: Ticket, wanted: string[]): IssueStep[] {
  const tags = [...new Set(wanted)].filter(tag => !hasTag(ticket, tag))
  return tags.length > 0 ? [{ do: 'set-tags', ticket: ticket.id, tags }] : []
}

/** Tags and status come before the note, because a note with this key tells later runs that all of it is done. */
export function noteSteps(
  linked: LinkedTicket,
  seen: ObservedIssue,
  { config, serverUrl }: { config: Config; serverUrl: string },
): IssueStep[] {
  const { ticket } = linked
  const announced = announcedKeys(linked, seen.issue, serverUrl)
  const option = config.ticket?.['on-issue-closed'] ?? 'note'
  const notes = notesDue(seen, announced).filter(
    ({ key, note }) => !announced.has(key) && !(note.kind === 'state' && option === 'nothing'),
  )
  const news = notes.flatMap(({ note }) => (note.kind === 'state' ? [note.news] : []))
  const tags = notes.flatMap(({ tags }) => tags)
  const status = news.map(one => statusAfter(one, ticket, option)).find(one => one !== undefined)
  return [
    ...tagSteps(ticket, tags),
    ...(status ? [{ do: 'set-status', ticket: ticket.id, status } as const] : []),
    ...notes.map(({ key, note }): IssueStep => ({ do: 'add-note', ticket: ticket.id, key, note })),
  ]
}

type OnIssueClosed = NonNullable<Config['ticket']>['on-issue-closed']

/**
 * The status that the ticket gets with the news; `undefined` when it keeps the one that it has. An issue that was closed as
 * a duplicate closes no ticket, because the work goes on in another issue.
 */
function statusAfter(
  news: IssueNews,
  ticket: Ticket,
  option: OnIssueClosed,
): 'active' | 'closed' | undefined {
  if (option === 'note-and-reopen' && ticket.status === 'closed') return 'active'
  const isDone = news.kind === 'closed' && news.reason !== 'duplicate'
  return option === 'note-and-close' && isDone && isOpen(ticket) ? 'closed' : undefined
}
