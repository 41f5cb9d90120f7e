import { type Gone, LINKED_LABEL } from '../github/client.ts'
import { hasLabel } from '../github/labels.ts'
import { ahead } from '../http/head-start.ts'
import { type LinkedTicket, namedTickets, originOf, readLinked, toldTickets } from '../link/linked-tickets.ts'
import { findBorn } from '../link/tickets-from-issue.ts'
import type { Issue, IssueRef } from '../model.ts'
import type { World } from '../world.ts'
import { type Cause, type Labelling, mappedLabels, readLabellings, ruleFor } from './labels.ts'

/** Where a ticket for this issue would be made. */
export type Birthplace = { mailboxId: number; fieldId: number }

/** Both sides as they are now, seen from the issue; read no further than the plan needs. */
export type ObservedIssue = {
  issue: Issue
  /** Tickets whose field (or, in a mailbox without one, newest note) names this issue. */
  tickets: LinkedTicket[]
  /** URLs of the tickets that trusted sentinel comments name. */
  told: string[]
  /** It was made from a ticket: it carries a trusted marker, or the label that says so. */
  isFromTicket: boolean
  /** The mapped labels it has now, each with the event that put it on last. */
  labellings: Labelling[]
  userId: number | undefined
  /** Known when a ticket may have to be made. */
  birthplace: Birthplace | undefined
  /** The issue's text as GitHub renders it; read when a ticket may have to be made. */
  html: string
}

/**
 * Reads an issue and the tickets that belong to it. What does not wait for another answer is asked for at once; what
 * a ticket to be made takes too, when the label that was just put on asks for one.
 */
export async function observeIssue(
  ref: Pick<IssueRef, 'repository' | 'number'>,
  world: World,
  { label }: Cause = { label: undefined },
): Promise<ObservedIssue | Gone> {
  const { github, freescout, config, serverUrl } = world
  const full = { ...ref, url: `${serverUrl}/${ref.repository}/issues/${ref.number}` }
  const asksForTicket = label !== undefined && ruleFor(label, config)?.action === 'create'
  const birth = asksForTicket ? ahead(readBirth(full, world)) : undefined
  const reads = ahead(Promise.all([github.comments(full), freescout.userId(config.user)]))
  const issue = await github.issue(ref)
  if ('gone' in issue) return issue
  const mapped = mappedLabels(issue, config)
  const labelling = ahead(mapped.length ? readLabellings(issue, { mapped, github }) : Promise.resolve([]))
  const [comments, userId] = await reads
  const told = await toldTickets(comments, world)
  const tickets = await readLinked(await namedTickets(issue, told, world), { issue, world })
  const isLabelled = hasLabel(issue.labels, LINKED_LABEL)
  const seen: ObservedIssue = {
    issue,
    tickets,
    told,
    isFromTicket: isLabelled || (await originOf(issue, world)) !== undefined,
    labellings: await labelling,
    userId,
    birthplace: undefined,
    html: '',
  }
  return mayNeedTicket(seen) ? observeBirth(seen, { birth: birth ?? readBirth(full, world), world }) : seen
}

type Birth = [Birthplace, string, number[]]

/** Reads what making a ticket takes, and looks for one that was made before and whose answer was lost. */
function readBirth(issue: IssueRef, world: World): Promise<Birth> {
  return Promise.all([findBirthplace(world), world.github.issueHtml(issue), findBorn(issue, world)])
}

/** Whether a label asks for a ticket, and nothing says that there is or was one. */
export function mayNeedTicket({ tickets, told, isFromTicket, labellings }: ObservedIssue): boolean {
  const wanted = labellings.some(({ rule }) => rule.action === 'create')
  return wanted && !tickets.length && !told.length && !isFromTicket
}

async function observeBirth(
  seen: ObservedIssue,
  { birth, world }: { birth: Promise<Birth>; world: World },
): Promise<ObservedIssue> {
  const [birthplace, html, born] = await birth
  const oldest = born[0]
  const tickets = oldest === undefined ? [] : await readLinked([oldest], { issue: seen.issue, world })
  return { ...seen, birthplace, html, tickets }
}

async function findBirthplace({ freescout, config }: World): Promise<Birthplace> {
  const { ticket } = config
  if (!ticket) {
    throw new Error(
      'The label asks for a ticket, but the configuration does not say where tickets are made. ' +
        'Add the section "ticket" with mailbox and customer to the configuration.',
    )
  }
  const mailbox = (await freescout.mailboxes()).find(({ email }) => email.toLowerCase() === ticket.mailbox)
  if (!mailbox) {
    throw new Error(
      `FreeScout has no mailbox ${ticket.mailbox}, in which tickets are to be made. Correct ticket.mailbox in the configuration.`,
    )
  }
  const fieldName = config.fields['issue-url']
  const field = (await freescout.mailboxFields(mailbox.id))?.find(({ name }) => name === fieldName)
  if (!field) {
    throw new Error(
      `The mailbox ${ticket.mailbox} has no custom field "${fieldName}", so the link has nowhere to live and no ticket was made. ` +
        'Create the field there (type: single line) under Manage » Mailboxes » Custom Fields.',
    )
  }
  return { mailboxId: mailbox.id, fieldId: field.id }
}
