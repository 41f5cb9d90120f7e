import type { IssueRef } from '../model.ts'
import type { Outcome } from '../outcome.ts'
import { reconcile } from '../reconcile.ts'
import type { World } from '../world.ts'
import { applyIssuePlan } from './apply.ts'
import type { Cause } from './labels.ts'
import { observeIssue } from './observe.ts'
import { planIssue } from './plan.ts'

/** Reconciles one issue with its tickets; `cause` is what the event named beyond the issue. */
export function reconcileIssue(
  { repository, number }: Pick<IssueRef, 'repository' | 'number'>,
  world: World,
  cause: Cause = { label: undefined },
): Promise<Outcome> {
  const { config, serverUrl } = world
  const ref = { repository, number, url: `${serverUrl}/${repository}/issues/${number}` }
  const outcome: Outcome = {
    result: 'skipped',
    reason: 'issue-not-found',
    side: 'issue',
    issue: ref,
    changes: [],
    warnings: [],
  }
  return reconcile({ name: `Issue ${repository}#${number}`, outcome }, world, async () => {
    const seen = await observeIssue(ref, world, cause)
    const plan = planIssue(seen, { ref, cause, config, serverUrl })
    if ('gone' in seen) return { plan, apply: async () => {} }
    const first = seen.tickets[0]
    return {
      plan,
      ...(first && { ticket: { id: first.ticket.id, number: first.ticket.number, url: first.url } }),
      apply: progress => applyIssuePlan(plan.steps, { seen, world, progress }),
    }
  })
}
