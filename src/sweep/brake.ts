import { daysSince } from '../clock.ts'
import { issueName } from '../issue-ref.ts'
import { type HeldBack, type ItemOutcome, isCreation } from '../outcome.ts'
import { isPermanentRefusal, ServiceError } from '../service-error.ts'
import { daysInWords } from '../wording.ts'
import type { World } from '../world.ts'
import type { Task } from './tasks.ts'

/** Whether the outcome of a ticket or an issue says that something was or would be created. */
export function creates({ changes }: ItemOutcome): boolean {
  return changes.some(({ change }) => isCreation(change))
}

/** What a sweep does not create, oldest first. The log gets a line for each, with its address and never with its title. */
export function holdBack(
  creating: { task: Task; outcome: ItemOutcome }[],
  { clock, log }: World,
): HeldBack[] {
  const oldestFirst = creating.toSorted((one, other) => createdAt(one.task) - createdAt(other.task))
  const heldBack = oldestFirst.map(({ task, outcome }): HeldBack => {
    const age = daysInWords(daysSince(task.createdAt, clock.now()))
    return outcome.kind === 'ticket' ? { ticket: outcome.ticket, age } : { issue: outcome.issue, age }
  })
  log(
    `Held back: ${heldBack.length}.`,
    heldBack.map(({ ticket, issue, age }) =>
      ticket
        ? `ticket #${ticket.number ?? ticket.id} ${ticket.url} ${age} old`
        : `issue ${issue ? `${issueName(issue)} ${issue.url}` : ''} ${age} old`,
    ),
  )
  return heldBack
}

/**
 * Whether an outcome leaves open what would be created, because a service did not answer or was in trouble. What a service
 * refuses for good creates nothing.
 */
export function isUncertain({ error }: ItemOutcome): boolean {
  return error instanceof ServiceError && !isPermanentRefusal(error)
}

/**
 * The error of a sweep that creates nothing, because it would create too much. `unknown` is the number of tickets and issues
 * that it could not look at; it is infinite when a list is missing.
 */
export function brakeMessage(count: number, unknown: number, { config }: World): string {
  const maxNew = config.sweep['max-new']
  const what = count === 1 ? '1 ticket or issue' : `${count} tickets and issues`
  if (unknown === Number.POSITIVE_INFINITY) {
    return (
      `This sweep would create ${what}, but it could not read all lists. So it can't tell whether there are more than ` +
      `max-new (${maxNew}), and it created none of them. Run the workflow again: a sweep that can read all lists continues.`
    )
  }
  const howToGoOn =
    'The table in the job summary lists them. To create them, run the workflow by hand with the command sweep and ' +
    `max-new: ${count + unknown}. To leave one out, remove its tag or label, or close it.`
  if (unknown > 0) {
    return (
      `This sweep would create ${what}, and ${unknown} more could not be read. ` +
      `That may be more than max-new (${maxNew}), so it created none of them. ${howToGoOn}`
    )
  }
  return `This sweep would create ${count} tickets and issues, more than max-new (${maxNew}), so it created none of them. ${howToGoOn}`
}

/** The warning of a preview in which a real sweep would create too much. */
export function brakePreview(items: ItemOutcome[], { config }: World): string[] {
  const count = items.filter(creates).length
  const maxNew = config.sweep['max-new']
  if (count <= maxNew) return []
  return [
    `Without dry-run, the sweep would create none of these ${count} tickets and issues: they are more than max-new (${maxNew}). ` +
      `To create them, run it with max-new: ${count}.`,
  ]
}

function createdAt({ createdAt: at }: Task): number {
  return at === undefined ? Number.NaN : Date.parse(at)
}
