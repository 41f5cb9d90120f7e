import type { Config } from '../config/schema.ts'
import { type IssueId, isSameIssue, issueIdIn, type LinkRules, readIssueUrl } from '../issue-ref.ts'
import { hasSubjectPrefix, subjectPrefix } from '../marks.ts'
import type { CustomField, IssueRef, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG, hasTag, isSameName, LINKED_TAG } from '../names.ts'
import type { Reason } from '../outcome.ts'
import { ourNotes } from '../threads.ts'
import type { World } from '../world.ts'
import { formerIssues } from './moved-issues.ts'
import { linkableRepositories } from './repositories.ts'

/** What a ticket says about its issue. */
export type TicketLink = {
  /** The custom field for the link; `undefined` when the ticket's mailbox has none, or the module is off. */
  field: CustomField | undefined
  /** The field holds something that is not an allowed issue. Nobody may follow it or overwrite it. */
  unusable: boolean
  inField: IssueRef | undefined
  /** The issue that our newest note names. Unlike the field, a note stays when the ticket is moved or merged. */
  inNote: IssueRef | undefined
  /** Whether all our notes name the same issue. After two runs at the same time they may name two issues. */
  notesAgree: boolean
  /** The old address of the issue, when the field or the newest note still has it. Its repository was renamed. */
  movedFrom: IssueId | undefined
}

/** Reads both places where a ticket keeps its link. */
export function readTicketLink(ticket: Ticket, fieldName: string, rules: LinkRules): TicketLink {
  const field = ticket.fields?.find(({ name }) => name === fieldName)
  const value = field?.value.trim() ?? ''
  const inField = readIssueUrl(value, rules)
  const inNotes = ourNotes(ticket)
    .map(({ url }) => ({ url, issue: readIssueUrl(url, rules) }))
    .filter(({ issue }) => issue !== undefined)
  const [newest] = inNotes
  const inNote = newest?.issue
  const same = inNote ? [inNote, ...formerIssues(ticket, inNote, rules.serverUrl)] : []
  return {
    field,
    unusable: value !== '' && !inField,
    inField,
    inNote,
    notesAgree: inNotes.every(({ issue }) => same.some(one => isSameIssue(one, issue))),
    movedFrom: oldAddress(value, inField, rules) ?? oldAddress(newest?.url ?? '', inNote, rules),
  }
}

/** The address in `url`, when the issue that it leads to has another one now. */
function oldAddress(url: string, issue: IssueRef | undefined, { serverUrl }: LinkRules): IssueId | undefined {
  const id = issue && issueIdIn(url, serverUrl)
  return id && !isSameIssue(id, issue) ? id : undefined
}

/** What a ticket says about its issue, by the rules of the configuration. */
export function linkOf(ticket: Ticket, { config, home, serverUrl, names }: World): TicketLink {
  const rules = { serverUrl, allowed: linkableRepositories(config, home), currentName: names.now }
  return readTicketLink(ticket, config.fields['issue-url'], rules)
}

/** The same as seen from an issue: a link to its repository counts there, even if the configuration does not allow it. */
export function linkFrom(
  ticket: Ticket,
  issue: IssueRef,
  { config, home, serverUrl, names }: World,
): TicketLink {
  const allowed = [...linkableRepositories(config, home), issue.repository]
  const rules = { serverUrl, allowed, currentName: names.now }
  return readTicketLink(ticket, config.fields['issue-url'], rules)
}

/** The issue that the ticket is linked to: the one in the field, else the one in the newest note. */
export function linkedIssue({ unusable, inField, inNote }: TicketLink): IssueRef | undefined {
  return unusable ? undefined : (inField ?? inNote)
}

/** Whether field, note and tag agree, so that nothing is left to complete. */
export function isComplete(ticket: Ticket, { inField, inNote, notesAgree, movedFrom }: TicketLink): boolean {
  return !movedFrom && notesAgree && isSameIssue(inField, inNote) && hasTag(ticket, LINKED_TAG)
}

/**
 * Whether we created the ticket from this issue. A ticket from a customer's mail can't have all of these signs. A ticket
 * that is finished has our tag, too. Then its subject may name an issue that moved since.
 */
export function isCreatedFrom(ticket: Ticket, issue: IssueRef): boolean {
  const isFinished = hasTag(ticket, FROM_GITHUB_TAG)
  return (
    (ticket.subject.startsWith(subjectPrefix(issue)) || (isFinished && hasSubjectPrefix(ticket.subject))) &&
    ticket.createdBy?.type === 'user' &&
    ticket.source.type === 'api' &&
    ticket.source.via === 'user'
  )
}

/**
 * Why nothing may be written to a ticket, whether it is linked or not: it is a draft, it was deleted or merged into another
 * ticket (then FreeScout answers with the state `deleted` and without threads), or it is spam.
 */
export function writeBlock({ state, status }: Ticket): Reason | undefined {
  if (state !== 'published') return 'ticket-not-published'
  return status === 'spam' ? 'ticket-is-spam' : undefined
}

/**
 * Whether a run closed the ticket because its issue was closed. Its issue needs no comment about that. The signing user
 * closes tickets only then, and FreeScout names who closed a ticket, in lists too.
 */
export function isClosedWithIssue({ status, closedBy }: Ticket, { user, ticket: options }: Config): boolean {
  if (options?.['on-issue-closed'] !== 'note-and-close' || status !== 'closed') return false
  if (closedBy?.type !== 'user') return false
  return typeof user === 'number' ? closedBy.id === user : isSameName(closedBy.email ?? '', user)
}

/** Whether somebody still works on the ticket. A spam ticket is neither open nor closed, so it announces nothing. */
export function isOpen({ status }: Ticket): boolean {
  return status !== 'closed' && status !== 'spam'
}
