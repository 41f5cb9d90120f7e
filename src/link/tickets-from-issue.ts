import type { Config } from '../config/schema.ts'
import { isSameIssue } from '../issue-ref.ts'
import { subjectPrefix } from '../marks.ts'
import type { Issue, IssueRef } from '../model.ts'
import { hasName, PREFIX } from '../names.ts'
import type { Done } from '../reconcile.ts'
import type { World } from '../world.ts'
import { isCreatedFrom, linkOf } from './ticket-link.ts'

/** The tags that the issue's labels ask of the ticket that is created for it. */
export function tagsForLabels({ labels }: Issue, config: Config): string[] {
  const tags = Object.entries(config.labels)
    .filter(([label, { action }]) => action === 'create' && hasName(labels, label))
    .flatMap(([, rule]) => rule.tags)
  return [...new Set(tags)]
}

/**
 * Finds the published tickets that we created from this issue; their ids, lowest first. The search takes `_` for any
 * character and anybody can write a subject, so each ticket must show every sign.
 */
export async function findTicketsFromIssue(issue: IssueRef, world: World): Promise<number[]> {
  const ids: number[] = []
  for await (const { tickets } of world.freescout.tickets({ subject: subjectPrefix(issue) })) {
    const created = tickets.filter(
      ticket =>
        ticket.state === 'published' &&
        isCreatedFrom(ticket, issue) &&
        isSameIssue(linkOf(ticket, world).inField, issue),
    )
    ids.push(...created.map(({ id }) => id))
  }
  return ids.toSorted((one, other) => one - other)
}

/** A second ticket that was created for an issue. `html` is the note that says so. */
export type DuplicateTicket = { id: number; html: string; userId: number }

/** The words by which the note on a duplicate ticket is recognised. */
const DUPLICATE = 'this ticket is surplus'

/** The text of the note on a duplicate ticket. */
export function duplicateTicketText(winnerUrl: string): string {
  return `${DUPLICATE}, made by another run at the same time; the issue's ticket is ${winnerUrl}.`
}

/**
 * Closes a duplicate ticket: a note says why, unless one does already, and the field lets go of the issue. The field
 * comes last, because without it the ticket is found again. Writing '' does not empty a field (recorded), so it gets
 * `none`, which means "never link".
 */
export async function* closeDuplicateTicket(
  { id, html, userId }: DuplicateTicket,
  { freescout, config }: World,
): AsyncGenerator<Done, void> {
  const reading = await freescout.ticket(id)
  const field = reading?.ticket.fields?.find(({ name }) => name === config.fields['issue-url'])
  const isAnnounced = reading?.ticket.threads.some(
    ({ type, body }) => type === 'note' && body.includes(PREFIX) && body.includes(DUPLICATE),
  )
  if (!isAnnounced) {
    await freescout.addNote(id, { html, userId })
    yield { change: 'add-note' }
  }
  await freescout.setStatus(id, { status: 'closed', userId })
  yield { change: 'set-status' }
  if (!field) return
  await freescout.setField(id, { id: field.id, value: 'none' })
  yield { change: 'set-field' }
}
