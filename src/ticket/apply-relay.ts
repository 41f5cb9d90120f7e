import { issueName } from '../issue-ref.ts'
import type { IssueRef } from '../model.ts'
import type { Done } from '../reconcile.ts'
import { relayedNoteComment } from '../render/relay.ts'
import type { World } from '../world.ts'
import { aboutTicketStep } from './about-step.ts'
import type { ObservedTicket } from './observe.ts'
import { commentsOfNote, relayedSince } from './relays.ts'
import type { TicketStep } from './steps.ts'

/**
 * Adds the comment that a note becomes, then looks for others that hold the same note. Several runs may have relayed it at
 * the same time. The oldest comment stays, and every other run deletes its own.
 */
export async function* relayNote(
  step: Extract<TicketStep, { do: 'relay-note' }>,
  { issue, seen, world }: { issue: IssueRef; seen: ObservedTicket; world: World },
): AsyncGenerator<Done, void> {
  const { github, freescout, config, serverUrl, texts, debug } = world
  const { ticket, ticketUrl } = seen
  const thread = ticket.threads.find(({ id }) => id === step.thread)
  if (!thread) throw new Error('The note was not observed.')
  const { body, warnings, error } = relayedNoteComment({
    ticket,
    thread,
    ticketUrl,
    command: config.relay['to-issue'] || '',
    freescoutUrl: freescout.url,
    serverUrl,
    nameAgent: config.relay['name-agents'],
    includeCustomer: config.issue.customer,
    texts,
  })
  const id = await github.comment(issue, body)
  if (error) debug(error)
  for (const warning of warnings) yield { warning }
  yield {
    change: step.do,
    about: aboutTicketStep(step),
    line: `relay-note: the note ${thread.id} of ticket ${ticket.id} is a comment on ${issueName(issue)}`,
  }
  const comments = await github.comments(issue, relayedSince([thread], world))
  const [oldest] = await commentsOfNote(thread.id, { comments, world })
  if (!oldest || oldest.id >= id) return
  await github.deleteComment(issue.repository, id)
  yield { line: `Another run relayed the note ${thread.id} first: the comment ${id} was deleted.` }
}
