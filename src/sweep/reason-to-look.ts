import type { Config } from '../config/schema.ts'
import { isCreatedFrom, type TicketLink, writeBlock } from '../link/ticket-link.ts'
import { hasSubjectPrefix } from '../marks.ts'
import type { Mailbox, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG, hasTag, LINKED_TAG } from '../names.ts'
import { creationBlock, mayHaveKeyword } from '../ticket/criteria.ts'

/** A ticket from a list: it has fields and tags, but no threads. `mailbox` is `undefined` when it is not known. */
type ListedTicket = { ticket: Ticket; link: TicketLink; mailbox: Mailbox | undefined; config: Config }

/** `dependsOnMessages`: the reason only holds if the ticket's first message has a keyword, and lists have no messages. */
export type ReasonToLook = { reason: string; dependsOnMessages: boolean }

/** The rules in their order. The first that holds decides. A rule without a reason says to leave the ticket alone. */
const RULES: {
  holds: (listed: ListedTicket) => boolean
  reason: string | undefined
  dependsOnMessages?: true
}[] = [
  { holds: isUnreachable, reason: undefined },
  { holds: hasUnusableLink, reason: undefined },
  { holds: ({ link }) => link.movedFrom !== undefined, reason: 'names its issue by an old address' },
  { holds: isUnfinishedTicketFromIssue, reason: 'was created from an issue and is not finished' },
  { holds: hasIncompleteLink, reason: 'has a link that is not complete' },
  { holds: isLinked, reason: undefined },
  { holds: lostItsLink, reason: 'was linked and has an empty field' },
  { holds: wasLinked, reason: undefined },
  { holds: shouldHaveAnIssue, reason: 'should have an issue and has none' },
  { holds: mayGetAnIssue, reason: 'has a keyword in its message and no issue', dependsOnMessages: true },
]

/**
 * Why the sweep has to look at a listed ticket, or `undefined` to leave it alone. Fields and tags are enough to
 * recognise a complete link. Closings have their own check.
 */
export function reasonToLook(listed: ListedTicket): ReasonToLook | undefined {
  const { reason, dependsOnMessages = false } = RULES.find(rule => rule.holds(listed)) ?? {}
  return reason === undefined ? undefined : { reason, dependsOnMessages }
}

function isUnreachable({ ticket }: ListedTicket): boolean {
  return writeBlock(ticket) !== undefined
}

/** The ticket's own run has reported the unusable value already, and no run may overwrite it. */
function hasUnusableLink({ link }: ListedTicket): boolean {
  return link.unusable
}

function isUnfinishedTicketFromIssue({ ticket, link }: ListedTicket): boolean {
  const isFromIssue = link.inField !== undefined && isCreatedFrom(ticket, link.inField)
  return isFromIssue && !hasTag(ticket, FROM_GITHUB_TAG)
}

/** The tag is set last, so a link without it is not complete. A ticket from an issue gets another tag. */
function hasIncompleteLink({ ticket, link }: ListedTicket): boolean {
  if (!link.inField || isCreatedFrom(ticket, link.inField)) return false
  return !hasTag(ticket, LINKED_TAG)
}

function isLinked({ link }: ListedTicket): boolean {
  return link.inField !== undefined
}

/** The ticket was moved to a mailbox that has its own, empty field. Without a field nothing can be written. */
function lostItsLink(listed: ListedTicket): boolean {
  return wasLinked(listed) && !isLinked(listed) && listed.link.field !== undefined
}

function wasLinked({ ticket }: ListedTicket): boolean {
  return hasTag(ticket, LINKED_TAG) || looksCreatedFromIssue(ticket)
}

/** Whether the ticket was created from any issue. Without a link in its field, its subject is the only sign. */
function looksCreatedFromIssue(ticket: Ticket): boolean {
  const { subject, source } = ticket
  const isOurs = hasTag(ticket, FROM_GITHUB_TAG) && source.type === 'api' && source.via === 'user'
  return isOurs && hasSubjectPrefix(subject)
}

/** A sweep creates issues only for open tickets: nobody expects one for an old, closed ticket. */
function shouldHaveAnIssue({ ticket, mailbox, config }: ListedTicket): boolean {
  return isUnderWay(ticket) && creationBlock(ticket, { mailbox, config }) === undefined
}

function mayGetAnIssue({ ticket, mailbox, config }: ListedTicket): boolean {
  return isUnderWay(ticket) && mayHaveKeyword(ticket, { mailbox, config })
}

function isUnderWay({ status }: Ticket): boolean {
  return status === 'active' || status === 'pending'
}
