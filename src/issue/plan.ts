import type { Config } from '../config/schema.ts'
import type { Gone } from '../github/client.ts'
import type { LinkedTicket } from '../link/linked-tickets.ts'
import { FROM_GITHUB_TAG } from '../link/ticket-link.ts'
import type { IssueRef } from '../model.ts'
import type { Reason } from '../outcome.ts'
import type { Plan } from '../reconcile.ts'
import { type Cause, type Labelling, ruleFor } from './labels.ts'
import { closingOf, newsOf, toldKeys } from './news.ts'
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
  { ref, cause, config, serverUrl }: { ref: IssueRef; cause: Cause; config: Config; serverUrl: string },
): IssuePlan {
  if ('gone' in seen) return nothing(ref, 'issue-not-found')
  if (seen.tickets.length) return planTickets(seen, { cause, config, serverUrl })
  if (mayNeedTicket(seen)) return planBirth(seen, config)
  return nothing(seen.issue, reasonForNothing(seen, cause, config), lostTickets(seen))
}

/** No ticket is linked, and none is to be made. */
function reasonForNothing(
  { labellings, isFromTicket, told }: ObservedIssue,
  { label }: Cause,
  config: Config,
): Reason {
  if (label !== undefined && !ruleFor(label, config)) return 'label-not-mapped'
  const wanted = labellings.some(({ rule }) => rule.action === 'create')
  if (wanted && isFromTicket && !told.length) return 'issue-from-ticket'
  return 'not-linked'
}

/** The issue names tickets, but none of them is there any more or names it: reported, never made anew. */
function lostTickets({ issue, told }: ObservedIssue): string[] {
  if (!told.length) return []
  return [
    `${issue.repository}#${issue.number} was linked to ${told.join(', ')}, which is gone or names another issue now. ` +
      'No ticket is made anew; delete the comment that names it if one should be.',
  ]
}

function planBirth({ issue, labellings }: ObservedIssue, config: Config): IssuePlan {
  const closing = config.ticket?.['on-issue-closed'] === 'nothing' ? undefined : closingOf(issue)
  const keys = [...labellings.map(({ eventId }) => `labeled:${eventId}`), ...(closing ? [closing.key] : [])]
  return {
    steps: [
      { do: 'create-ticket', keys },
      { do: 'set-tags', ticket: 'made', tags: birthTags(labellings) },
      { do: 'comment', ticket: 'made' },
    ],
    result: 'created',
    issue,
    warnings: [],
  }
}

/** One ticket carries the tags of every label that asks for one. */
function birthTags(labellings: Labelling[]): string[] {
  const asked = labellings.filter(({ rule }) => rule.action === 'create').flatMap(({ rule }) => rule.tags)
  return [...new Set([FROM_GITHUB_TAG, ...asked])]
}

function planTickets(
  seen: ObservedIssue,
  { cause, config, serverUrl }: { cause: Cause; config: Config; serverUrl: string },
): IssuePlan {
  const { issue, tickets } = seen
  const unfinished = tickets.filter(
    ({ url, ticket, isBornHere }) =>
      isBornHere && !(seen.told.includes(url) && ticket.tags.includes(FROM_GITHUB_TAG)),
  )
  const steps = tickets.flatMap(linked => [
    ...newsSteps(linked, { seen, config, serverUrl }),
    ...(unfinished.includes(linked) ? adoptionSteps(linked, seen) : []),
  ])
  if (!steps.length) {
    const unmapped = cause.label !== undefined && !ruleFor(cause.label, config)
    return nothing(issue, unmapped ? 'label-not-mapped' : 'nothing-to-do')
  }
  const noted = steps.some(step => step.do === 'add-note')
  const isFound = unfinished.some(({ url }) => !seen.told.includes(url))
  return { steps, result: isFound ? 'adopted' : noted ? 'noted' : 'updated', issue, warnings: [] }
}

/** What is missing of a ticket that an earlier run made and did not finish. */
function adoptionSteps(
  { ticket: { id, tags }, url }: LinkedTicket,
  { labellings, told }: ObservedIssue,
): IssueStep[] {
  const wanted = [...new Set([...tags, ...birthTags(labellings)])]
  return [
    ...(wanted.length > tags.length ? [{ do: 'set-tags', ticket: id, tags: wanted } as const] : []),
    ...(told.includes(url) ? [] : [{ do: 'comment', ticket: id } as const]),
  ]
}

/** Tags and status come before the note: the note says that this news was dealt with. */
function newsSteps(
  { ticket }: LinkedTicket,
  { seen, config, serverUrl }: { seen: ObservedIssue; config: Config; serverUrl: string },
): IssueStep[] {
  const told = toldKeys(ticket, seen.issue, serverUrl)
  const option = config.ticket?.['on-issue-closed'] ?? 'note'
  const news = newsOf(seen.issue, seen.labellings, told).filter(
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
