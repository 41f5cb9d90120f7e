import { sinceOnGitHub } from '../clock.ts'
import { asksForRelay } from '../issue/relays.ts'
import { targetRepositories } from '../link/repositories.ts'
import { readAnnouncement, readRelayMark } from '../marks.ts'
import type { IssueComment } from '../model.ts'
import type { ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import { announcementKey, type Closing } from './closings.ts'
import type { IssueTask } from './issue-tasks.ts'
import { readList } from './listed.ts'
import { RELAY_PERIOD_MS, type RecentNote } from './recent-notes.ts'

/** What the comments of the repositories say. */
export type CommentFindings = {
  /** Keys of the closings and reopenings that comments announce. */
  announced: Set<string>
  /** Tickets whose notes were relayed, each with the time of the newest such comment, in milliseconds. */
  relayed: Map<number, number>
  /** The issues with a comment that no run relayed. */
  waiting: IssueTask[]
  /** The repositories whose comments could not be listed to the end, and why. */
  unread: Set<string>
  failures: ServiceError[]
}

/**
 * Reads the comments that the sweep needs: those since the oldest closing, and those that may have to be relayed. It lists
 * each repository once, so its cost does not depend on the number of tickets. Only comments by trusted authors count.
 */
export async function readComments(
  { closings, notes }: { closings: Closing[]; notes: RecentNote[] },
  world: World,
): Promise<CommentFindings> {
  const { config, home, clock } = world
  const since = new Map<string, number>()
  const listSince = (repository: string, at: number) =>
    since.set(repository, Math.min(at, since.get(repository) ?? at))
  for (const { repository, at } of closings) listSince(repository, Date.parse(at))
  for (const { repository, at } of notes) listSince(repository, Date.parse(at))
  const relaying = config.relay['to-tickets'] === false ? [] : [home, ...targetRepositories(config, home)]
  for (const repository of relaying) listSince(repository, clock.now() - RELAY_PERIOD_MS)

  const findings: CommentFindings = {
    announced: new Set(),
    relayed: new Map(),
    waiting: [],
    unread: new Set(),
    failures: [],
  }
  await Promise.all(
    [...since].map(async ([repository, at]) => {
      const list = world.github.repositoryComments(repository, sinceOnGitHub(at, world))
      const { items, failures } = await readList(list)
      for (const comment of items) await addTo(findings, { comment, repository, world })
      if (failures.length > 0) findings.unread.add(repository)
      findings.failures.push(...failures)
    }),
  )
  return findings
}

/** Authors are checked only for comments that say something, because a check may cost a request. */
async function addTo(
  { announced, relayed, waiting }: CommentFindings,
  { comment, repository, world }: { comment: IssueComment; repository: string; world: World },
): Promise<void> {
  const announcement = readAnnouncement(comment.body)
  const note = readRelayMark(comment.body)
  const isWaiting = isUnrelayed(comment, world)
  if (!announcement && !note && !isWaiting) return
  if (!(await world.isTrusted(comment.author))) return
  if (announcement) announced.add(announcementKey(announcement))
  if (note) {
    const at = Date.parse(comment.createdAt)
    relayed.set(note.ticketId, Math.max(at, relayed.get(note.ticketId) ?? at))
  }
  if (isWaiting) {
    const ref = { repository, number: comment.issueNumber }
    waiting.push({ kind: 'issue', ref, reason: WAITING, createdAt: comment.createdAt })
  }
}

const WAITING = 'has a comment for its tickets that was not relayed'

/** A reaction says that a run has seen the comment: 👀 that it was relayed, 😕 that the issue had no ticket. */
function isUnrelayed(comment: IssueComment, { config, clock }: World): boolean {
  const command = config.relay['to-tickets']
  if (command === false || comment.isOnPullRequest || !asksForRelay(comment, command)) return false
  const isRecent = Date.parse(comment.createdAt) >= clock.now() - RELAY_PERIOD_MS
  return isRecent && !comment.reactions.some(name => name === 'eyes' || name === 'confused')
}
