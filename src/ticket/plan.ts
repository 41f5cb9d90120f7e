import type { Config } from '../config/schema.ts'
import type { Gone } from '../github/client.ts'
import { isSameIssue } from '../issue-ref.ts'
import { requireLinkField } from '../link/link-field.ts'
import { isCreatedFrom, linkedIssue, writeBlock } from '../link/ticket-link.ts'
import type { IssueRef, Ticket } from '../model.ts'
import { LINKED_TAG } from '../names.ts'
import type { Reason, ReasonDetails } from '../outcome.ts'
import type { Plan } from '../reconcile.ts'
import { creationBlock } from './criteria.ts'
import { labelsFor, typeFor } from './new-issue.ts'
import type { ObservedTicket } from './observe.ts'
import { completion, completionOfCreatedTicket, lifecycle, relayNoteSteps, type TicketStep } from './steps.ts'

/** What is to be done about a ticket. */
export type TicketPlan = Plan<TicketStep>

/** The rules in their order. The first that gives a plan decides; the last one always does. */
const RULES: ((seen: ObservedTicket, config: Config) => TicketPlan | undefined)[] = [
  unreachableTicketIsLeftAlone,
  unusableFieldStopsEverything,
  missingIssueIsReported,
  duplicateTicketIsClosed,
  knownIssueIsCompleted,
  completeLinkIsLeftAlone,
  ticketThatMustGetNoIssueIsSkipped,
  issueIsCreated,
]

/** Decides what is left to do for a ticket, only from what was observed. It reads and writes nothing. */
export function planTicket(seen: ObservedTicket, config: Config): TicketPlan {
  for (const rule of RULES) {
    const plan = rule(seen, config)
    if (plan) return plan
  }
  throw new Error('No rule decides about this ticket.')
}

/** Nothing is written to such a ticket, and nothing is announced on its issue. */
function unreachableTicketIsLeftAlone({ ticket, link }: ObservedTicket): TicketPlan | undefined {
  const reason = writeBlock(ticket)
  const issue = linkedIssue(link)
  return reason && { ...skip(reason), ...(issue && { issue }) }
}

function unusableFieldStopsEverything({ ticket, link }: ObservedTicket): TicketPlan | undefined {
  if (!link.unusable) return undefined
  return skip('link-unusable', [
    `Ticket #${ticket.number}: the field "${link.field?.name}" holds something that is not an issue in an allowed ` +
      'repository, so nothing is created or followed. Empty it, or list the repository under issue.allowed.',
  ])
}

const GONE_WORDS: Record<Gone['gone'], string> = {
  'not-found': 'not found, or not visible to the token',
  deleted: 'deleted',
  transferred: 'transferred to another repository, or its repository was renamed',
}

function missingIssueIsReported({ ticket, link, issue }: ObservedTicket): TicketPlan | undefined {
  const linked = linkedIssue(link)
  if (!linked || !issue || !('gone' in issue)) return undefined
  const warning =
    `Ticket #${ticket.number} is linked to ${linked.url}, which is ${GONE_WORDS[issue.gone]}. It is not created again: ` +
    'put the right issue into the field, or "none" to never link the ticket again.'
  return { ...skip('issue-not-found', [warning]), issue: linked }
}

function duplicateTicketIsClosed({ issue, duplicateOf }: ObservedTicket): TicketPlan | undefined {
  if (!issue || 'gone' in issue || duplicateOf === undefined) return undefined
  return { steps: [{ do: 'set-status', duplicateOf }], result: 'updated', issue, warnings: [] }
}

/** The ticket has its issue. The steps add the missing parts of the link, and announce a closing or reopening. */
function knownIssueIsCompleted(seen: ObservedTicket, config: Config): TicketPlan | undefined {
  const { ticket, link, issue, hasOurMarker } = seen
  if (!issue || 'gone' in issue) return undefined
  const isCreatedFromIssue = isCreatedFrom(ticket, issue)
  const completing = [
    ...(isCreatedFromIssue ? completionOfCreatedTicket : completion)(seen, issue, config),
    ...seen.duplicates.map((duplicate): TicketStep => ({ do: 'close-duplicate', duplicate })),
  ]
  const commenting = lifecycle(seen, issue, config)
  const relaying = relayNoteSteps(seen)
  const steps = [...completing, ...commenting, ...relaying]
  const warnings = [...(link.field ? [] : [movedWithoutField(seen)]), ...notRelayed(seen)]
  if (steps.length === 0) return { ...unchanged(issue), warnings }
  const isRelayRefused = relaying.some(step => step.do === 'add-note')
  if (completing.length + commenting.length === 0 && isRelayRefused) {
    return { steps, result: 'noted', reason: 'relay-not-public', issue, warnings }
  }
  if (completing.length === 0) return { steps, result: 'commented', issue, warnings }
  if (seen.movedFrom) return { steps, result: 'updated', issue, warnings }
  if (!isSameIssue(linkedIssue(link), issue)) return { steps, result: 'adopted', issue, warnings }
  const isByHand = link.inField !== undefined && !hasOurMarker && !isCreatedFromIssue
  return { steps, result: isByHand ? 'linked' : 'updated', issue, warnings }
}

function completeLinkIsLeftAlone({ link }: ObservedTicket): TicketPlan | undefined {
  const linked = linkedIssue(link)
  return linked && unchanged(linked)
}

function ticketThatMustGetNoIssueIsSkipped(seen: ObservedTicket, config: Config): TicketPlan | undefined {
  const { ticket, mailbox, unknownMailboxes } = seen
  const reason = creationBlock(ticket, { mailbox, config })
  if (!reason) return undefined
  const typos = reason === 'mailbox-not-watched' ? unknownMailboxes : []
  const warnings = [
    ...typos.map(address => `FreeScout has no mailbox ${address}. Correct "mailboxes" in the configuration.`),
    ...(reason === 'no-trigger-tag' && ticket.tags === null ? [tagsUnknown(ticket)] : []),
  ]
  return {
    ...skip(reason, warnings),
    details: reason === 'no-trigger-tag' ? whichTags(ticket, config) : undefined,
  }
}

function whichTags({ tags }: Ticket, { criteria }: Config): ReasonDetails | undefined {
  const keywordCounts = criteria.keywords.mode === 'also'
  return tags ? { kind: 'tags', onTicket: tags, counting: criteria.tags, keywordCounts } : undefined
}

function tagsUnknown({ number }: Ticket): string {
  return `FreeScout did not send the tags of ticket #${number}, so nobody knows whether it has a trigger tag. Check that the module Tags is active.`
}

function issueIsCreated(seen: ObservedTicket, config: Config): TicketPlan {
  const { ticket, targetRepository, mailbox, mailboxFields } = seen
  if (!targetRepository) throw new Error('The target repository was not observed.')
  // A ticket does not show the types of its fields. A mailbox whose fields can't be listed says nothing against them.
  const fields =
    ticket.fields && (mailboxFields ?? ticket.fields.map(({ id, name }) => ({ id, name, type: '' })))
  const { id, name } = requireLinkField(fields ?? undefined, {
    name: config.fields['issue-url'],
    mailbox: mailbox?.email ?? 'of this ticket',
    creates: 'issue',
  })
  const { name: repository, visibility } = targetRepository
  const auto = visibility === 'private' ? 'full' : 'link-only'
  const content = config.issue.content === 'auto' ? auto : config.issue.content
  const type = typeFor(ticket, mailbox, config)
  return {
    steps: [
      {
        do: 'create-issue',
        repository,
        labels: labelsFor(ticket, mailbox, config),
        ...(type !== undefined && { type }),
        content,
      },
      { do: 'set-field', field: { id, name } },
      { do: 'add-note', note: 'filed' },
      { do: 'add-tag', tag: LINKED_TAG },
      // When the ticket is closed already, a comment on the new issue says so.
      ...lifecycle(seen, { state: 'open' }, config),
      ...relayNoteSteps(seen),
    ],
    result: 'created',
    warnings: notRelayed(seen),
  }
}

/** A linked ticket was moved to a mailbox that lacks the field. */
function movedWithoutField({ ticket, mailbox }: ObservedTicket): string {
  return (
    `Ticket #${ticket.number} is linked, but its mailbox ${mailbox?.email ?? ticket.mailboxId} has no field for the link. ` +
    'Create the field there too; until then our newest note holds the link.'
  )
}

/** The warning about notes that stay in FreeScout, because the issue's repository is not private. */
function notRelayed({ ticket, relays: { notes, isAllowed } }: ObservedTicket): string[] {
  if (notes.length === 0 || isAllowed) return []
  return [
    `Ticket #${ticket.number}: ${notes.length === 1 ? 'a note was' : `${notes.length} notes were`} not relayed, because the issue's repository is not private. ` +
      'Set relay.public to allow it.',
  ]
}

function skip(reason: Reason, warnings: string[] = []): TicketPlan {
  return { steps: [], result: 'skipped', reason, warnings }
}

function unchanged(issue: IssueRef): TicketPlan {
  return { steps: [], result: 'unchanged', reason: 'already-linked', issue, warnings: [] }
}
