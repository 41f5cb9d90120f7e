import { quoteNames } from '../names.ts'
import { newsWords } from '../render/state-note.ts'
import type { ObservedIssue } from './observe.ts'
import type { IssueStep } from './steps.ts'

/**
 * What people want to know of a step: the names of new tags, or what the issue or the ticket is notified of. When the issue
 * has several tickets, it also says which one.
 */
export function aboutIssueStep(step: IssueStep, seen: ObservedIssue): string | undefined {
  const about = newsOf(step, seen)
  const isAboutTicket = step.do !== 'create-ticket' && step.do !== 'react'
  if (!isAboutTicket || seen.tickets.length < 2) return about
  const linked = seen.tickets.find(({ ticket }) => ticket.id === step.ticket)
  if (!linked) return about
  const ticket = `ticket #${linked.ticket.number}`
  return about ? `${about} (${ticket})` : ticket
}

function newsOf(step: IssueStep, { issue, labelEvents, relays }: ObservedIssue): string | undefined {
  switch (step.do) {
    case 'set-tags':
      return quoteNames(step.tags)
    case 'set-status':
      return step.status === 'closed' ? 'closed' : 'reopened'
    case 'add-note': {
      if ('news' in step) return `the issue was ${newsWords(step.news, issue)}`
      const labelled = labelEvents.find(({ eventId }) => step.key === `labeled:${eventId}`)
      return `the issue was ${labelled ? `labelled "${labelled.label}"` : step.text.replace(/\.$/, '')}`
    }
    case 'relay-comment': {
      const relay = relays.comments.find(({ comment }) => comment.id === step.comment)
      return `the comment by ${relay?.comment.author.login ?? 'somebody'}`
    }
    case 'react':
      return step.reaction === 'eyes' ? '👀, because it was relayed' : '😕, because the issue has no ticket'
    case 'comment':
      return 'which ticket belongs to it'
    default:
      return undefined
  }
}
