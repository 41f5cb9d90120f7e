import { UNDO_MS } from '../../support/freescout-emulator/threads.ts'
import { WORKFLOW_MS } from '../../support/freescout-emulator/workflows.ts'
import type { Agenda } from './agenda.ts'
import type { Bridge } from './bridge.ts'
import { issueOf, type SimulatedTicket, touchIssue } from './tickets.ts'

/** What people work with. `issueClosed` is called with the number of the issue that somebody closed. */
export type Workplace = {
  agenda: Agenda
  bridge: Bridge
  announcesTags: boolean
  issueClosed: (number: number) => void
}

/** Lets people do about a ticket what the month plans. Each action fires the webhooks that a real FreeScout was seen to fire. */
export function playPeople(
  ticket: SimulatedTicket,
  { agenda, bridge, announcesTags, issueClosed }: Workplace,
): void {
  const { plan } = ticket
  const at = (time: number | undefined, happen: () => void) => {
    if (time !== undefined) agenda.after(time, happen)
  }
  at(plan.createdAt, () => bridge.fire('convo.created', ticket))
  at(plan.taggedAt, () => {
    ticket.isTagged = true
    ticket.taggedAt = agenda.now()
    bridge.unlinked.add(ticket)
    if (announcesTags) agenda.after(WORKFLOW_MS, () => bridge.fire('autolink.tagged', ticket))
  })
  at(plan.notedAt, () => {
    ticket.hasOwnNoteLast = false
    bridge.fire('convo.note.created', ticket)
  })
  const close = () => {
    ticket.status = 'closed'
    ticket.closedAt = agenda.now()
    ticket.hasOwnNoteLast = false
    announce('closing')
    bridge.fire('convo.status', ticket)
    agenda.after(UNDO_MS, () => bridge.fire('convo.agent.reply.created', ticket))
  }
  const announce = (what: 'closing' | 'reopening') => {
    // A reopening is announced only after its closing was.
    const isDue = what === 'closing' || ticket.unannounced !== 'closing'
    ticket.unannounced = isDue && ticket.isTagged ? what : undefined
    if (ticket.unannounced) bridge.unannounced.add(ticket)
    else bridge.unannounced.delete(ticket)
  }
  at(plan.closedAt, close)
  at(plan.reopenedAt, () => {
    ticket.status = 'active'
    ticket.hasOwnNoteLast = false
    announce('reopening')
    bridge.fire('convo.customer.reply.created', ticket)
  })
  at(plan.closedAgainAt, close)
  at(plan.issueClosedAt, () => {
    const issue = issueOf(ticket)
    if (!issue) return
    issue.isOpen = false
    issue.lacksNote = true
    touchIssue(bridge.repository, ticket, agenda.now())
    issueClosed(issue.number)
  })
}
