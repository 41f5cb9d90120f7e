import type { Bridge } from './bridge.ts'
import type { Effect } from './scripts.ts'
import { addComment, addIssue, issueOf, type SimulatedTicket, touchIssue } from './tickets.ts'

/** Changes the simulated world as a request of a run changes the real one. */
export function applyEffect(effect: Effect, ticket: SimulatedTicket, bridge: Bridge): void {
  const { repository, agenda } = bridge
  const now = agenda.now()
  switch (effect) {
    case 'create-issue':
      addIssue(repository, ticket, now)
      // Each of the two labels of a new issue is an event of its own.
      if (bridge.hearsItself) for (let label = 0; label < 2; label++) bridge.queue.skip()
      return
    case 'comment':
      addComment(repository, ticket, now)
      if (bridge.hearsItself) bridge.queue.skip()
      ticket.unannounced = undefined
      bridge.unannounced.delete(ticket)
      return
    case 'write-field':
      ticket.hasField = true
      return
    case 'add-note': {
      const issue = issueOf(ticket)
      if (issue) issue.lacksNote = false
      ticket.hasOwnNoteLast = true
      bridge.fire('convo.note.created', ticket)
      return
    }
    case 'add-tags':
      if (!ticket.isLinked) ticket.linkedAt = now
      ticket.isLinked = true
      bridge.unlinked.delete(ticket)
      return
  }
}

/** The run's own issue is closed as a duplicate, because an older one of the same ticket counts. */
export function closeDuplicate(
  ticket: SimulatedTicket,
  { repository, agenda, queue, hearsItself }: Bridge,
): void {
  const newest = ticket.issues.at(-1)
  if (!newest || ticket.issues.length < 2) return
  newest.isDuplicate = true
  newest.isOpen = false
  repository.commentTimes.push(agenda.now())
  touchIssue(repository, ticket, agenda.now())
  if (hearsItself) queue.skip()
}
