import { issueName } from '../issue-ref.ts'
import type { LinkedTicket } from '../link/linked-tickets.ts'
import { type Done, requireUserId } from '../reconcile.ts'
import { relayedCommentNote } from '../render/relay.ts'
import type { World } from '../world.ts'
import { aboutIssueStep } from './about-step.ts'
import type { ObservedIssue } from './observe.ts'
import { type CommentToRelay, lacksRelay } from './relays.ts'
import type { IssueStep } from './steps.ts'

type RelayStep = Extract<IssueStep, { do: 'relay-comment' }>
type ReactStep = Extract<IssueStep, { do: 'react' }>

/**
 * Adds the note that a comment becomes to the ticket with this id. It reads the ticket right before that, because another
 * run may have added the note since the ticket was observed.
 */
export async function* relayComment(
  { id, step }: { id: number; step: RelayStep },
  seen: ObservedIssue,
  world: World,
): AsyncGenerator<Done, void> {
  const { freescout, config, texts, debug } = world
  const { issue } = seen
  const relay = commentOf(step, seen)
  const linked = seen.tickets.find(({ ticket }) => ticket.id === id)
  if (linked && (await isThereNow(linked, { relay, seen, world }))) {
    return yield { line: `relay-comment: ticket ${id} has the comment ${step.comment} by another run` }
  }
  const { comment, html } = relay
  const note = relayedCommentNote(
    { issue, texts },
    { id: comment.id, url: comment.url, author: comment.author.login, html },
    config.relay['to-tickets'] || '',
  )
  await freescout.addNote(id, { html: note.html, userId: requireUserId(seen) })
  if (note.error) debug(note.error)
  for (const warning of note.warnings) yield { warning }
  yield {
    change: step.do,
    about: aboutIssueStep(step, seen),
    line: `relay-comment: the comment ${comment.id} of ${issueName(issue)} is a note on ticket ${id}`,
  }
}

/** Adds a reaction to a comment. */
export async function react(step: ReactStep, seen: ObservedIssue, { github }: World): Promise<Done> {
  const { repository } = seen.issue
  await github.react({ repository, id: step.comment }, step.reaction)
  return {
    change: step.do,
    about: aboutIssueStep(step, seen),
    line: `react: ${step.reaction} on the comment ${step.comment} of ${issueName(seen.issue)}`,
  }
}

async function isThereNow(
  linked: LinkedTicket,
  { relay, seen, world }: { relay: CommentToRelay; seen: ObservedIssue; world: World },
): Promise<boolean> {
  const now = await world.freescout.ticket(linked.ticket.id)
  const { issue } = seen
  const { serverUrl } = world
  return now !== undefined && !lacksRelay({ ...linked, ticket: now.ticket }, relay, { issue, serverUrl })
}

function commentOf(step: RelayStep, { relays }: ObservedIssue): CommentToRelay {
  const relay = relays.comments.find(({ comment }) => comment.id === step.comment)
  if (!relay) throw new Error('The comment was not observed.')
  return relay
}
