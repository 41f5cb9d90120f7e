import type { WaitingIssue } from '../demand-report.ts'
import type { UnreadableTicket } from '../freescout/ticket-list.ts'
import { issueName } from '../issue-ref.ts'
import type { ReportOutcome } from '../outcome.ts'
import { daysInWords, demandInWords, quantity } from '../wording.ts'
import type { World } from '../world.ts'
import { buildReport, fitOutput } from './build-report.ts'
import { type IssueList, type ObservedDemand, observeDemand } from './observe.ts'

/**
 * Reports which open issues open tickets wait for. It writes nothing. The log has a line for every issue, also for those
 * that the output has no room for.
 *
 * @throws {ServiceError} when a list can't be read, {@link SetupError} when FreeScout shows no custom fields
 */
export async function reportDemand(world: World): Promise<ReportOutcome> {
  const seen = await observeDemand(world)
  const report = buildReport(seen, { now: world.clock.now(), home: world.home })
  world.log(demandInWords(report), report.issues.map(issueLine))
  return {
    kind: 'report',
    result: 'checked',
    changes: [],
    warnings: warningsOf(seen),
    report: fitOutput(report),
  }
}

function issueLine({ tickets, days, url, ...issue }: WaitingIssue): string {
  return `${issueName(issue)}: ${quantity(tickets, 'open ticket')}, longest wait ${daysInWords(days)}, ${url}`
}

/** What the report could not count. */
function warningsOf({ lists, unreadable }: ObservedDemand): string[] {
  const refused = lists.filter(list => list.kind === 'refused')
  return [...refused.map(notListedWarning), ...unreadableWarning(unreadable)]
}

function notListedWarning({ repository, error }: Extract<IssueList, { kind: 'refused' }>): string {
  return `The report leaves out the tickets that are linked to issues of ${repository}, because GitHub does not list these issues. ${error.message}`
}

function unreadableWarning([first, ...others]: UnreadableTicket[]): string[] {
  if (!first) return []
  const { id = 'without an id', reason } = first
  const more = others.length > 0 ? `, nor ${quantity(others.length, 'other ticket')} like it` : ''
  return [
    `FreeScout lists ticket ${id} in a way that can't be read, at ${reason}. The report does not count it${more}.`,
  ]
}
