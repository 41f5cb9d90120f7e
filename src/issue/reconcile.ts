import { type IssueId, issueName, issueRef } from '../issue-ref.ts'
import type { IssueOutcome } from '../outcome.ts'
import { reconcile } from '../reconcile.ts'
import type { World } from '../world.ts'
import { aboutIssueStep } from './about-step.ts'
import { applyIssuePlan } from './apply.ts'
import type { Trigger } from './labels.ts'
import { observeIssue } from './observe.ts'
import { planIssue } from './plan.ts'

/** Reconciles one issue with its tickets. It never throws. `trigger` names the label that somebody just put on. */
export function reconcileIssue(id: IssueId, world: World, trigger: Trigger = {}): Promise<IssueOutcome> {
  const { config, serverUrl, dryRun } = world
  const ref = issueRef(id, serverUrl)
  const start: IssueOutcome = {
    kind: 'issue',
    result: 'skipped',
    reason: 'issue-not-found',
    issue: ref,
    changes: [],
    warnings: [],
    dryRun,
  }
  return reconcile(
    {
      name: `Issue ${issueName(id)}`,
      start,
      observe: () => observeIssue(id, world, trigger),
      plan: seen => planIssue(seen, { ref, trigger, config, serverUrl }),
      about: (step, seen) => ('gone' in seen ? undefined : aboutIssueStep(step, seen)),
      ticketOf: seen => {
        const first = 'gone' in seen ? undefined : [...seen.tickets, ...seen.unreachable][0]
        return first && { id: first.ticket.id, number: first.ticket.number, url: first.url }
      },
      apply: async function* (plan, seen) {
        if (!('gone' in seen)) yield* applyIssuePlan(plan, seen, world)
      },
    },
    world,
  )
}
