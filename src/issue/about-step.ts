import { quoteNames } from '../names.ts'
import type { ObservedIssue } from './observe.ts'
import type { IssueStep } from './plan.ts'

/** What people want to know of a step: the names of new tags, or what the issue or the ticket is notified of. */
export function aboutStep(step: IssueStep, { tickets, labelEvents }: ObservedIssue): string | undefined {
  switch (step.do) {
    case 'set-tags': {
      const known = tickets.find(({ ticket }) => ticket.id === step.ticket)?.ticket.tags ?? []
      return quoteNames(step.tags.filter(tag => !known.includes(tag)))
    }
    case 'set-status':
      return 'reopened'
    case 'add-note': {
      const labelled = labelEvents.find(({ eventId }) => step.key === `labeled:${eventId}`)
      return `the issue was ${labelled ? `labelled "${labelled.label}"` : step.text.replace(/\.$/, '')}`
    }
    case 'comment':
      return 'which ticket belongs to it'
    default:
      return undefined
  }
}
