import { sinceOnGitHub } from '../clock.ts'
import { onlyTrusted } from '../github/trust.ts'
import { notPublicKey, readRelayMark, splitKeys } from '../marks.ts'
import type { Comment, Repository, Thread, Ticket } from '../model.ts'
import { isSameName, PREFIX } from '../names.ts'
import { afterCommand } from '../render/command.ts'
import { ourNotes } from '../threads.ts'
import type { World } from '../world.ts'

/** Notes that ask to be relayed to the issue, the oldest first. `isAllowed`: more people may read the repository. */
export type NotesToRelay = { notes: Thread[]; isAllowed: boolean }

/**
 * Finds the notes of users that begin with the command and are not older than the sweep's period. A customer's message, a
 * quoted note and our own notes are none. A note of which we said that it stays in FreeScout is none either.
 */
export function notesToRelay(ticket: Ticket, { config, clock }: Pick<World, 'config' | 'clock'>): Thread[] {
  const command = config.relay['to-issue']
  if (command === false) return []
  const oldest = clock.now() - config.sweep.since.ms
  const keys = ourNotes(ticket).flatMap(({ key }) => splitKeys(key ?? ''))
  return ticket.threads
    .filter(
      ({ type, state, createdBy }) => type === 'note' && state === 'published' && createdBy?.type === 'user',
    )
    .filter(({ id, createdAt }) => Date.parse(createdAt) >= oldest && !keys.includes(notPublicKey(id)))
    .filter(({ body }) => beginsWithCommand(body, command))
    .toSorted((one, other) => one.id - other.id)
}

/** Most notes do not hold the command anywhere, so they are not parsed. */
function beginsWithCommand(body: string, command: string): boolean {
  if (!body.toLowerCase().includes(command.toLowerCase()) || body.includes(PREFIX)) return false
  const read = afterCommand(body, command)
  return read.kind === 'rendered' && read.value !== undefined
}

/** The time since which a comment may hold one of these notes, ISO 8601; `undefined` without notes. */
export function relayedSince(notes: Thread[], world: Pick<World, 'freescout' | 'clock'>): string | undefined {
  const times = notes.map(({ createdAt }) => Date.parse(createdAt))
  return times.length > 0 ? sinceOnGitHub(Math.min(...times), world) : undefined
}

/**
 * The comments that a note was relayed as, the oldest first. Their mark names the note, and they link to a ticket on this
 * FreeScout: another FreeScout may have a note with the same id.
 */
export async function commentsOfNote(
  threadId: number,
  { comments, world }: { comments: Comment[]; world: Pick<World, 'freescout' | 'isTrusted'> },
): Promise<Comment[]> {
  const page = `${world.freescout.url}/conversation/`
  const marked = comments.filter(
    ({ body }) => readRelayMark(body)?.threadId === threadId && body.includes(page),
  )
  return (await onlyTrusted(marked, world.isTrusted)).toSorted((one, other) => one.id - other.id)
}

/** The notes that none of the comments holds. */
export async function unrelayedNotes(
  notes: Thread[],
  about: { comments: Comment[]; world: World },
): Promise<Thread[]> {
  const found = await Promise.all(notes.map(({ id }) => commentsOfNote(id, about)))
  return notes.filter((_, index) => found[index]?.length === 0)
}

/**
 * Whether notes may go to issues of this repository: it is private, or the configuration allows the others. The event may
 * have described the repository, which saves a request.
 */
export async function mayRelayTo(
  repository: string,
  { config, github, homeInEvent }: World,
  known?: Repository,
): Promise<boolean> {
  if (config.relay.public) return true
  const described = [known, homeInEvent].find(one => one && isSameName(one.name, repository))
  const { visibility } = described ?? (await github.repository(repository))
  return visibility === 'private'
}
