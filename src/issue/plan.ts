import type { Config } from '../config/schema.ts'
import type { Gone } from '../github/client.ts'
import type { LinkedTicket } from '../link/linked-tickets.ts'
import type { IssueRef } from '../model.ts'
import { FROM_GITHUB_TAG } from '../names.ts'
import type { Reason } from '../outcome.ts'
import type { Plan } from '../reconcile.ts'
import { actionFor, type LabelEvent, type Trigger } from './labels.ts'
import { announcedKeys, closingNote, notesDue } from './news.ts'
import { mayNeedTicket, type ObservedIssue } from './observe.ts'

/** One call each, in the order in which they are carried out. `ticket` is the id; the one just made has none yet. */
export type IssueStep =
  | { do: 'create-ticket'; keys: string[] }
  /** `tags` come to those that the ticket has by then. */
  | { do: 'set-tags'; ticket: number | 'made'; tags: string[] }
  | { do: 'set-status'; ticket: number; status: 'active' }
  | { do: 'add-note'; ticket: number; key: string; text: string }
  | { do: 'comment'; ticket: number | 'made' }

/** What is to be done about an issue's tickets. */
export type IssuePlan = Plan<IssueStep>

/** Decides what is left to do for an issue's tickets. Pure: everything it knows was observed. */
export function planIssue(
  seen: ObservedIssue | Gone,
  { ref, cause, config, serverUrl }: { ref: IssueRef; cause: Trigger; config: Config; serverUrl: string },
): IssuePlan {
  if ('gone' in seen) return nothing(ref, 'issue-not-found')
  if (seen.tickets.length) return planTickets(seen, { cause, config, serverUrl })
  if (mayNeedTicket(seen)) return planBirth(seen, config)
  return nothing(seen.issue, reasonForNothing(seen, cause, config), lostTickets(seen))
}

/** No ticket is linked, and none is to be made. */
function reasonForNothing(
  { labelEvents, isFromTicket, linkedTicketUrls }: ObservedIssue,
  { label }: Trigger,
  config: Config,
): Reason {
  if (label !== undefined && !actionFor(label, config)) return 'label-not-mapped'
  const wanted = labelEvents.some(({ rule }) => rule.action === 'create')
  if (wanted && isFromTicket && !linkedTicketUrls.length) return 'issue-from-ticket'
  return 'not-linked'
}

/** The issue names tickets, but none of them is there any more or names it: reported, never made anew. */
function lostTickets({ issue, linkedTicketUrls }: ObservedIssue): string[] {
  if (!linkedTicketUrls.length) return []
  return [
    `${issue.repository}#${issue.number} was linked to ${linkedTicketUrls.join(', ')}, which is gone or names another issue now. ` +
      'No ticket is made anew; delete the comment that names it if one should be.',
  ]
}

function planBirth({ issue, labelEvents }: ObservedIssue, config: Config): IssuePlan {
  const closing = config.ticket?.['on-issue-closed'] === 'nothing' ? undefined : closingNote(issue)
  const keys = [...labelEvents.map(({ eventId }) => `labeled:${eventId}`), ...(closing ? [closing.key] : [])]
  return {
    steps: [
      { do: 'create-ticket', keys },
      { do: 'set-tags', ticket: 'made', tags: birthTags(labelEvents) },
      { do: 'comment', ticket: 'made' },
    ],
    result: 'created',
    issue,
    warnings: [],
  }
}

/** One ticket carries the tags of every label that asks for one. */
function birthTags(labellings: LabelEvent[]): string[] {
  const asked = labellings.filter(({ rule }) => rule.action === 'create').flatMap(({ rule }) => rule.tags)
  return [...new Set([FROM_GITHUB_TAG, ...asked])]
}

function planTickets(
  seen: ObservedIssue,
  { cause, config, serverUrl }: { cause: Trigger; config: Config; serverUrl: string },
): IssuePlan {
  const { issue, tickets } = seen
  const unfinished = tickets.filter(
    ({ url, ticket, isCreatedFromIssue }) =>
      isCreatedFromIssue && !(seen.linkedTicketUrls.includes(url) && ticket.tags.includes(FROM_GITHUB_TAG)),
  )
  const steps = tickets.flatMap(linked => [
    ...newsSteps(linked, { seen, config, serverUrl }),
    ...(unfinished.includes(linked) ? adoptionSteps(linked, seen) : []),
  ])
  if (!steps.length) {
    const unmapped = cause.label !== undefined && !actionFor(cause.label, config)
    return nothing(issue, unmapped ? 'label-not-mapped' : 'nothing-to-do')
  }
  const noted = steps.some(step => step.do === 'add-note')
  const isFound = unfinished.some(({ url }) => !seen.linkedTicketUrls.includes(url))
  return { steps, result: isFound ? 'adopted' : noted ? 'noted' : 'updated', issue, warnings: [] }
}

/** What is missing of a ticket that an earlier run made and did not finish. */
function adoptionSteps(
  { ticket: { id, tags }, url }: LinkedTicket,
  { labelEvents, linkedTicketUrls }: ObservedIssue,
): IssueStep[] {
  const wanted = [...new Set([...tags, ...birthTags(labelEvents)])]
  return [
    ...(wanted.length > tags.length ? [{ do: 'set-tags', ticket: id, tags: wanted } as const] : []),
    ...(linkedTicketUrls.includes(url) ? [] : [{ do: 'comment', ticket: id } as const]),
  ]
}

/** Tags and status come before the note: the note says that this news was dealt with. */
function newsSteps(
  { ticket }: LinkedTicket,
  { seen, config, serverUrl }: { seen: ObservedIssue; config: Config; serverUrl: string },
): IssueStep[] {
  const told = announcedKeys(ticket, seen.issue, serverUrl)
  const option = config.ticket?.['on-issue-closed'] ?? 'note'
  const news = notesDue(seen.issue, seen.labelEvents, told).filter(
    ({ key, reopens }) => !told.has(key) && !(reopens && option === 'nothing'),
  )
  const steps: IssueStep[] = []
  const tags = [...new Set([...ticket.tags, ...news.flatMap(({ tags }) => tags)])]
  if (tags.length > ticket.tags.length) steps.push({ do: 'set-tags', ticket: ticket.id, tags })
  const reopens =
    option === 'note-and-reopen' && ticket.status === 'closed' && news.some(({ reopens }) => reopens)
  if (reopens) steps.push({ do: 'set-status', ticket: ticket.id, status: 'active' })
  return [
    ...steps,
    ...news.map(({ key, text }): IssueStep => ({ do: 'add-note', ticket: ticket.id, key, text })),
  ]
}

function nothing(issue: IssueRef, reason: Reason, warnings: string[] = []): IssuePlan {
  return { steps: [], result: reason === 'nothing-to-do' ? 'unchanged' : 'skipped', reason, issue, warnings }
}
