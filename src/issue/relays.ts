import { beginsWithCommand } from '../commands.ts'
import type { LinkedTicket } from '../link/linked-tickets.ts'
import { commentKey } from '../marks.ts'
import type { Comment, Issue } from '../model.ts'
import type { World } from '../world.ts'
import type { Trigger } from './labels.ts'
import { announcedKeys } from './notes-due.ts'

/** A comment that asks to be relayed to the issue's tickets. `html` is empty while no ticket lacks it. */
export type CommentToRelay = { comment: Comment; html: string }

/** The comments to relay. `isRefused`: the comment that the event names asks for it, and its author is not trusted. */
export type Relays = { comments: CommentToRelay[]; isRefused: boolean }

/**
 * Whether a comment begins with the command, and did so when it was written. An edited comment counts only as the one
 * that the event names, if it began with the command in the event.
 */
export function asksForRelay(
  { id, body, createdAt, updatedAt }: Comment,
  command: string,
  named?: Trigger['comment'],
): boolean {
  if (!beginsWithCommand(body, command)) return false
  return createdAt === updatedAt || (named?.id === id && beginsWithCommand(named.body, command))
}

/**
 * Finds the comments to relay: by a trusted author, with the command, and not older than the sweep's period. The reaction
 * 👀 says that a comment was relayed. Anybody can react, so it does not count for the comment that the event names.
 */
export async function findRelays(
  comments: Comment[],
  { trigger, world }: { trigger: Trigger; world: World },
): Promise<Relays> {
  const { config, clock, isTrusted } = world
  const command = config.relay['to-tickets']
  const relays: Relays = { comments: [], isRefused: false }
  if (command === false) return relays
  const oldest = clock.now() - config.sweep.since.ms
  for (const comment of comments) {
    const isNamed = comment.id === trigger.comment?.id
    const isDue = !comment.reactions.includes('eyes') && Date.parse(comment.createdAt) >= oldest
    if (!(isNamed || isDue) || !asksForRelay(comment, command, trigger.comment)) continue
    if (await isTrusted(comment.author)) relays.comments.push({ comment, html: '' })
    else relays.isRefused ||= isNamed
  }
  return relays
}

/** Whether the ticket lacks the note that the comment becomes. */
export function lacksRelay(
  linked: LinkedTicket,
  { comment }: CommentToRelay,
  { issue, serverUrl }: { issue: Issue; serverUrl: string },
): boolean {
  return !announcedKeys(linked, issue, serverUrl).has(commentKey(comment.id))
}

/** Reads the text of each comment that a ticket lacks. `isNew`: a ticket will be created, so it lacks all of them. */
export async function readRelayTexts(
  { comments, isRefused }: Relays,
  { issue, tickets, isNew }: { issue: Issue; tickets: LinkedTicket[]; isNew: boolean },
  { github, serverUrl }: World,
): Promise<Relays> {
  const texts = comments.map(async relay => {
    const isNeeded = isNew || tickets.some(linked => lacksRelay(linked, relay, { issue, serverUrl }))
    return isNeeded ? { ...relay, html: await github.commentHtml(issue.repository, relay.comment.id) } : relay
  })
  return { comments: await Promise.all(texts), isRefused }
}
