import type { Config } from '../config/schema.ts'
import { LINKED_LABEL } from '../github/client.ts'
import { sameIssue } from '../issue-url.ts'
import { carriesMarkerOf } from '../link/marked.ts'
import { FROM_GITHUB_TAG, isBornFrom, isComplete, LINKED_TAG, linkedIssue } from '../link/ticket-link.ts'
import { readAnnouncement, readSentinel } from '../marker.ts'
import type { Issue, IssueRef } from '../model.ts'
import type { Reason } from '../outcome.ts'
import type { Plan } from '../reconcile.ts'
import { creationBlock } from './criteria.ts'
import { labelsFor } from './draft.ts'
import type { Observed } from './observe.ts'

/** One call each, in the order in which they are carried out. `issue` is the plan's, or the one just made. */
export type Step =
  | { do: 'create-issue'; repository: string; labels: string[]; content: 'full' | 'link-only' }
  | { do: 'set-field'; field: { id: number; name: string } }
  | { do: 'comment'; about: 'link' }
  | { do: 'comment'; about: 'resolved' | 'reopened'; at: string }
  | { do: 'add-label'; labels: string[] }
  | { do: 'add-note'; note: 'filed' | 'linked' }
  | { do: 'add-tag'; tag: string }
  | { do: 'close-issue' }

/** What is to be done about a ticket. */
export type TicketPlan = Plan<Step>

/**
 * Decides what is left to do for a ticket. Pure: everything it knows was observed. Read as a list: the first
 * rule that applies decides.
 */
export function planTicket(seen: Observed, config: Config): TicketPlan {
  const { link } = seen
  if (link.unusable) return planUnusable(seen)
  const linked = linkedIssue(link)
  if (linked) return planLinked(seen, linked, config)
  if (seen.canonical) return planAdoption(seen, seen.canonical, config)
  const blocked = creationBlock(seen.ticket, { mailbox: seen.mailbox, config })
  if (blocked) return nothing('skipped', blocked)
  return planCreation(seen, config)
}

function planUnusable({ ticket, link }: Observed): TicketPlan {
  return nothing('skipped', 'link-unusable', [
    `Ticket ${ticket.id}: the field "${link.field?.name}" holds something that is not an issue in an allowed ` +
      'repository, so nothing is created or followed. Empty it, or list the repository under issue.allowed.',
  ])
}

function planLinked(seen: Observed, linked: IssueRef, config: Config): TicketPlan {
  const { ticket, link, issue } = seen
  if (issue && 'gone' in issue) {
    return {
      ...nothing('skipped', 'issue-not-found', [
        `Ticket ${ticket.id} is linked to ${linked.url}, which is ${goneWords[issue.gone]}. It is not made anew: ` +
          'put the right issue into the field, or "none" to unlink for good.',
      ]),
      issue: linked,
    }
  }
  const moved = movedWithoutField(seen)
  if (isComplete(ticket, link) || !issue)
    return planLifecycle(seen, { linked, issue, warnings: moved, config })
  if (seen.canonical && !sameIssue(seen.canonical, linked)) return planAdoption(seen, seen.canonical, config)
  if (isBornFrom(ticket, linked)) return planBornOnGitHub(seen, { linked, issue, config })

  const steps = [...completion(seen, issue), ...lifecycle(seen, issue, config)]
  const madeByUs = carriesMarkerOf(issue, { id: ticket.id, url: seen.ticketUrl })
  const result = link.inField && !madeByUs ? 'linked' : 'updated'
  if (!steps.length) return { ...nothing('unchanged', 'already-linked', moved), issue: linked }
  return { steps, result, issue: linked, warnings: moved }
}

const goneWords = {
  'not-found': 'not found, or not visible to the token',
  deleted: 'deleted',
  transferred: 'transferred to another repository',
}

/** A half-made link, found by its marker: completed, never made twice. */
function planAdoption(seen: Observed, issue: Issue, config: Config): TicketPlan {
  return {
    steps: [...completion(seen, issue), ...lifecycle(seen, issue, config)],
    result: 'adopted',
    issue,
    warnings: movedWithoutField(seen),
  }
}

/** Everything that a link consists of and that is missing: field, word to the issue, label, note, tag last. */
function completion({ ticket, ticketUrl, link, marks }: Observed, issue: Issue): Step[] {
  const madeByUs = carriesMarkerOf(issue, { id: ticket.id, url: ticketUrl })
  const told = madeByUs || marks.some(({ body }) => readSentinel(body) !== undefined)
  const steps: (Step | false | undefined)[] = [
    link.field && !sameIssue(link.inField, issue) && { do: 'set-field', field: link.field },
    !told && { do: 'comment', about: 'link' },
    !hasLinkedLabel(issue) && { do: 'add-label', labels: [LINKED_LABEL] },
    !sameIssue(link.inNote, issue) && { do: 'add-note', note: madeByUs ? 'filed' : 'linked' },
    !ticket.tags.includes(LINKED_TAG) && { do: 'add-tag', tag: LINKED_TAG },
  ]
  return steps.filter(step => step !== false && step !== undefined)
}

/** The webhook of a ticket that we made from an issue: direction B's missing steps, and nothing else. */
function planBornOnGitHub(
  seen: Observed,
  { linked, issue, config }: { linked: IssueRef; issue: Issue; config: Config },
): TicketPlan {
  const told = seen.marks.some(({ body }) => readSentinel(body) !== undefined)
  const steps: Step[] = [
    ...(seen.ticket.tags.includes(FROM_GITHUB_TAG) ? [] : [{ do: 'add-tag', tag: FROM_GITHUB_TAG } as const]),
    ...(told ? [] : [{ do: 'comment', about: 'link' } as const]),
    ...lifecycle(seen, issue, config),
  ]
  if (!steps.length) return { ...nothing('unchanged', 'already-linked'), issue: linked }
  return { steps, result: 'updated', issue: linked, warnings: [] }
}

function planLifecycle(
  seen: Observed,
  about: { linked: IssueRef; issue: Issue | undefined; warnings: string[]; config: Config },
): TicketPlan {
  const steps = about.issue ? lifecycle(seen, about.issue, about.config) : []
  if (!steps.length) return { ...nothing('unchanged', 'already-linked', about.warnings), issue: about.linked }
  return { steps, result: 'commented', issue: about.linked, warnings: about.warnings }
}

/**
 * One comment per closing, and one per reopening of a closing that was told. The issue is closed only with the
 * last of its tickets, and before the comment, which says that this closing was dealt with.
 */
function lifecycle({ ticket, marks, stillOpen }: Observed, issue: Issue, { issue: options }: Config): Step[] {
  const at = ticket.closedAt
  if (!at || options['on-ticket-closed'] === 'nothing') return []
  const told = (kind: 'resolved' | 'reopened') =>
    marks.some(({ body }) => {
      const announced = readAnnouncement(body)
      return announced?.kind === kind && announced.at === at
    })
  if (ticket.status !== 'closed') {
    return told('resolved') && !told('reopened') ? [{ do: 'comment', about: 'reopened', at }] : []
  }
  if (told('resolved')) return []
  const closes = options['on-ticket-closed'] === 'close' && issue.state === 'open' && !stillOpen.length
  return [...(closes ? [{ do: 'close-issue' } as const] : []), { do: 'comment', about: 'resolved', at }]
}

function planCreation(seen: Observed, config: Config): TicketPlan {
  const { ticket, link, target, mailbox } = seen
  if (!target) throw new Error('The target repository was not observed.')
  if (!ticket.fields) throw new MissingFieldError(moduleIsOff)
  if (!link.field)
    throw new MissingFieldError(
      fieldIsMissing(mailbox?.email ?? 'of this ticket', config.fields['issue-url']),
    )
  const { content } = config.issue
  const closing: Step[] =
    ticket.status === 'closed' && ticket.closedAt && config.issue['on-ticket-closed'] !== 'nothing'
      ? [{ do: 'comment', about: 'resolved', at: ticket.closedAt }]
      : []
  return {
    steps: [
      {
        do: 'create-issue',
        repository: target.name,
        labels: labelsFor(ticket, mailbox, config),
        content: content === 'auto' ? (target.visibility === 'private' ? 'full' : 'link-only') : content,
      },
      { do: 'set-field', field: link.field },
      { do: 'add-note', note: 'filed' },
      { do: 'add-tag', tag: LINKED_TAG },
      ...closing,
    ],
    result: 'created',
    warnings: [],
  }
}

/** The ticket has nowhere to keep the link: nothing is created, for it could not be found again. */
export class MissingFieldError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MissingFieldError'
  }
}

const moduleIsOff =
  'FreeScout shows no custom fields on this ticket, so the link has nowhere to live and no issue was made. ' +
  'Activate the module Custom Fields under Manage » Modules.'

function fieldIsMissing(mailbox: string, field: string): string {
  return (
    `The mailbox ${mailbox} has no custom field "${field}", so the link has nowhere to live and no issue was made. ` +
    'Create the field there (type: single line) under Manage » Mailboxes » Custom Fields.'
  )
}

function movedWithoutField({ ticket, link, mailbox }: Observed): string[] {
  if (link.field) return []
  return [
    `Ticket ${ticket.id} is linked, but its mailbox ${mailbox?.email ?? ticket.mailboxId} has no field for the link. ` +
      'Create the field there too; until then the newest note of ours holds the link.',
  ]
}

function hasLinkedLabel({ labels }: Issue): boolean {
  return labels.some(label => label.toLowerCase() === LINKED_LABEL)
}

function nothing(result: 'skipped' | 'unchanged', reason: Reason, warnings: string[] = []): TicketPlan {
  return { steps: [], result, reason, warnings }
}
