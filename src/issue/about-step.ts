import { quoteNames } from '../names.ts'
import type { ObservedIssue } from './observe.ts'
import type { IssueStep } from './plan.ts'

/**
 * What people want to know of a step: the names of new tags, or what the issue or the ticket is notified of. When the issue
 * has several tickets, it also says which one.
 */
export function aboutStep(step: IssueStep, seen: ObservedIssue): string | undefined {
  if (step.do === 'create-ticket') return undefined
  const ticket = seen.tickets.find(linked => linked.ticket.id === step.ticket)?.ticket
  const about = newsOf(step, { tags: ticket?.tags ?? [], ...seen })
  return ticket && seen.tickets.length > 1 ? `${about} (ticket #${ticket.number})` : about
}

/** `tags` are those that the ticket had before. */
function newsOf(
  step: Exclude<IssueStep, { do: 'create-ticket' }>,
  { tags, labelEvents }: { tags: string[] } & Pick<ObservedIssue, 'labelEvents'>,
): string {
  switch (step.do) {
    case 'set-tags':
      return quoteNames(step.tags.filter(tag => !tags.includes(tag)))
    case 'set-status':
      return 'reopened'
    case 'add-note': {
      const labelled = labelEvents.find(({ eventId }) => step.key === `labeled:${eventId}`)
      return `the issue was ${labelled ? `labelled "${labelled.label}"` : step.text.replace(/\.$/, '')}`
    }
    case 'comment':
      return 'which ticket belongs to it'
  }
}
