import { isSameIssue } from '../issue-ref.ts'
import { subjectPrefix } from '../marks.ts'
import type { IssueRef } from '../model.ts'
import { PREFIX } from '../names.ts'
import type { Change } from '../outcome.ts'
import type { World } from '../world.ts'
import { isCreatedFrom, linkOf } from './ticket-link.ts'

/**
 * Ids of the published tickets that we made from this issue, lowest first. The search takes `_` for any sign and
 * anybody can write a subject, so each is held against all the signs.
 */
export async function findTicketsFromIssue(issue: IssueRef, world: World): Promise<number[]> {
  const ids: number[] = []
  for await (const { tickets } of world.freescout.tickets({ subject: subjectPrefix(issue) })) {
    const born = tickets.filter(
      ticket =>
        ticket.state === 'published' &&
        isCreatedFrom(ticket, issue) &&
        isSameIssue(linkOf(ticket, world).inField, issue),
    )
    ids.push(...born.map(({ id }) => id))
  }
  return ids.toSorted((one, other) => one - other)
}

/** A ticket that was made for an issue beside the one that counts. `html` is the note that says so. */
export type DuplicateTicket = { id: number; html: string; userId: number }

const SURPLUS = 'this ticket is surplus'

/** What the note on a surplus ticket says. */
export function duplicateTicketText(winnerUrl: string): string {
  return `${SURPLUS}, made by another run at the same time; the issue's ticket is ${winnerUrl}.`
}

/**
 * A surplus ticket is told so, unless it was before; it is closed, and lets go of the issue. That comes last: without
 * it the ticket is found again. Writing '' does not empty a field (recorded), so it gets `none`, which means "never
 * link". Adds to `changes` what was done.
 */
export async function closeDuplicateTicket(
  { id, html, userId }: DuplicateTicket,
  { world: { freescout, config }, changes }: { world: World; changes: Change[] },
): Promise<void> {
  const reading = await freescout.ticket(id)
  const field = reading?.ticket.fields?.find(({ name }) => name === config.fields['issue-url'])
  const isTold = reading?.ticket.threads.some(
    ({ type, body }) => type === 'note' && body.includes(PREFIX) && body.includes(SURPLUS),
  )
  if (!isTold) {
    await freescout.addNote(id, { html, userId })
    changes.push('add-note')
  }
  await freescout.setStatus(id, { status: 'closed', userId })
  changes.push('set-status')
  if (!field) return
  await freescout.setField(id, { id: field.id, value: 'none' })
  changes.push('set-field')
}
