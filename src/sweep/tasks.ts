import { issueName } from '../issue-ref.ts'
import type { Mailbox } from '../model.ts'
import type { World } from '../world.ts'
import { findDuplicates } from './duplicates.ts'
import { type IssueTask, issueTasks, linkedOnly, listIssues } from './issue-tasks.ts'
import type { Listed } from './listed.ts'
import { findTicketTasks, type TicketTask } from './ticket-tasks.ts'

/** A ticket or an issue that the sweep has to look at. `reason` is the end of a sentence about it. */
export type Task = TicketTask | IssueTask

/** What a sweep found. `isPartial`: a list failed that shows what to create, so nobody knows how much there is. */
type FoundTasks = Listed<Task> & { isPartial: boolean }

/**
 * Finds what no event announced, tickets before issues. It reads lists, and tickets whose message may have a keyword. So
 * its cost does not depend on the number of tickets that are linked and complete. A list that fails stops no other one. But
 * without all lists of tickets, only linked issues are looked at: another one would get a ticket although one in a missing
 * list names it.
 */
export async function findTasks(world: World, mailboxes: Mailbox[]): Promise<FoundTasks> {
  const [duplicates, issues] = await Promise.all([findDuplicates(world), listIssues(world)])
  const issueUrls = new Set(issues.unlinked.map(({ url }) => url))
  const tickets = await findTicketTasks(world, { mailboxes, duplicates: duplicates.items, issueUrls })
  const { linkedIssueUrls, waiting } = tickets
  const repository = world.home
  const forIssues = linkedIssueUrls
    ? issueTasks(issues, { linkedIssueUrls, waiting, repository })
    : issueTasks(linkedOnly(issues), { linkedIssueUrls: new Set(), waiting: [], repository })
  return {
    items: [...tickets.tasks, ...forIssues],
    isPartial: !linkedIssueUrls || issues.failures.length > 0,
    failures: [...duplicates.failures, ...issues.failures, ...tickets.failures],
  }
}

/** A task in the log: `ticket 12` or `issue owner/name#7`. */
export function taskName(task: Task): string {
  return task.kind === 'ticket' ? `ticket ${task.id}` : `issue ${issueName(task.ref)}`
}
