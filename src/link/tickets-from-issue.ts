import type { Config, LabelAction } from '../config/schema.ts'
import { duplicateTicketKey, readNote } from '../marks.ts'
import type { Issue, TitledIssue } from '../model.ts'
import { hasName, PREFIX } from '../names.ts'
import type { Reason } from '../outcome.ts'
import type { Done } from '../reconcile.ts'
import { duplicateTicketNote } from '../render/note.ts'
import type { World } from '../world.ts'
import { isLinkable } from './repositories.ts'

/** Whether an issue with a label of this action gets a ticket when it has none. */
export function asksForTicket({ action }: LabelAction): boolean {
  return action === 'create'
}

/**
 * Why no issue of this repository may get a ticket, or `undefined` when one may. A configuration without the section
 * `ticket` is for the other direction only. A ticket can't follow a link to a repository that is not linkable.
 */
export function ticketBlock(repository: string, about: { config: Config; home: string }): Reason | undefined {
  if (!about.config.ticket) return 'tickets-not-configured'
  return isLinkable(repository, about) ? undefined : 'repository-not-linked'
}

/** The tags that a ticket created from this issue gets, because the issue has labels that ask for a ticket. */
export function tagsForLabels({ labels }: Issue, config: Config): string[] {
  const tags = Object.entries(config.labels)
    .filter(([label, action]) => asksForTicket(action) && hasName(labels, label))
    .flatMap(([, action]) => action.tags)
  return [...new Set(tags)]
}

/** A second ticket that was created for an issue, and the id of the ticket that stays. */
export type DuplicateTicket = { id: number; winnerId: number; issue: TitledIssue; userId: number }

/** These words in a note show that it is the note on a duplicate ticket. Versions before 1.0 wrote them. */
const SURPLUS = 'this ticket is surplus'

/**
 * Closes a duplicate ticket: adds a note that says why, if there is none yet; closes it; and removes the link from its
 * field. The field comes last, because a later run finds the ticket by it. Writing '' does not empty a field
 * (recorded), so the field gets `none`, which means "never link".
 */
export async function* closeDuplicateTicket(
  { id, winnerId, issue, userId }: DuplicateTicket,
  { freescout, config, texts }: World,
): AsyncGenerator<Done, void> {
  const reading = await freescout.ticket(id)
  const field = reading?.ticket.fields?.find(({ name }) => name === config.fields['issue-url'])
  const key = duplicateTicketKey(winnerId)
  const isAnnounced = reading?.ticket.threads.some(
    ({ type, body }) => type === 'note' && (readNote(body)?.key === key || isSurplusNote(body)),
  )
  if (!isAnnounced) {
    const winner = { key, url: freescout.ticketUrl(winnerId) }
    await freescout.addNote(id, { html: duplicateTicketNote({ issue, texts }, winner), userId })
    yield { change: 'add-note' }
  }
  await freescout.setStatus(id, { status: 'closed', userId })
  yield { change: 'set-status' }
  if (!field) return
  await freescout.setField(id, { id: field.id, value: 'none' })
  yield { change: 'set-field' }
}

function isSurplusNote(body: string): boolean {
  return body.includes(PREFIX) && body.includes(SURPLUS)
}
