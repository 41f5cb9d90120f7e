import { issueName } from '../issue-ref.ts'
import type { Issue } from '../model.ts'
import { quoteNames } from '../names.ts'
import { closerName, type IssueNews } from '../render/state-note.ts'
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
      if (step.note.kind === 'moved') return `the issue moved here from ${issueName(step.note.from)}`
      if (step.note.kind === 'state') return `the issue was ${newsWords(step.note.news, issue)}`
      const labelled = labelEvents.find(({ eventId }) => step.key === `labeled:${eventId}`)
      return `the issue was labelled "${labelled?.label}"`
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

const REASON_WORDS: Record<NonNullable<Issue['stateReason']>, string> = {
  completed: ' as completed',
  not_planned: ' as not planned',
  duplicate: ' as a duplicate',
  reopened: '',
}

/** What happened, after "the issue was": `closed as completed by ada (pull request #55)`. */
function newsWords(news: IssueNews, issue: Issue): string {
  const what = news.kind === 'closed' ? `closed${REASON_WORDS[news.reason]}` : 'reopened'
  const { by, through } = news.change ?? {}
  const kind = through?.kind === 'commit' ? 'commit' : 'pull request'
  return `${what}${by ? ` by ${by}` : ''}${through ? ` (${kind} ${closerName(through, issue)})` : ''}`
}
