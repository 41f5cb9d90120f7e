import { issueName } from '../issue-ref.ts'
import type { Mailbox } from '../model.ts'
import type { World } from '../world.ts'
import { findDuplicates } from './duplicates.ts'
import { type IssueTask, issueTasks, linkedOnly, listIssues, ticketsInQuestion } from './issue-tasks.ts'
import type { Listed } from './listed.ts'
import { findTicketTasks, type TicketTask } from './ticket-tasks.ts'

/** A ticket or an issue that the sweep has to look at. `reason` is the end of a sentence about it. */
export type Task = TicketTask | IssueTask

/** What a sweep found. `isPartial`: a list failed that shows what to create, so nobody knows how much there is. */
type FoundTasks = Listed<Task> & { isPartial: boolean }

/**
 * Finds what no event announced, tickets before issues. It reads lists, tickets whose message may have a keyword, and what
 * happened to changed issues where no list says so, 50 in a request. So its cost does not depend on the number of tickets
 * that are linked and complete. A list that fails stops no other one. But
 * without all lists of tickets, only linked issues are looked at: another one would get a ticket although one in a missing
 * list names it.
 */
export async function findTasks(world: World, mailboxes: Mailbox[]): Promise<FoundTasks> {
  const [duplicates, issues] = await Promise.all([findDuplicates(world), listIssues(world)])
  const inQuestion = ticketsInQuestion(issues)
  const tickets = await findTicketTasks(world, { mailboxes, duplicates: duplicates.items, ...inQuestion })
  const { links, waiting } = tickets
  const forIssues = links
    ? await issueTasks(issues, { links, waiting, world })
    : await issueTasks(linkedOnly(issues), { links, waiting: [], world })
  return {
    items: [...tickets.tasks, ...forIssues],
    isPartial: !links || issues.failures.length > 0,
    failures: [...duplicates.failures, ...issues.failures, ...tickets.failures],
  }
}

/** A task in the log: `ticket 12` or `issue owner/name#7`. */
export function taskName(task: Task): string {
  return task.kind === 'ticket' ? `ticket ${task.id}` : `issue ${issueName(task.ref)}`
}
