import { ahead, headStart } from '../http/head-start.ts'
import type { IssueRef } from '../model.ts'
import type { Outcome } from '../outcome.ts'
import { reconcile } from '../reconcile.ts'
import type { World } from '../world.ts'
import { actionFor, type Trigger } from './labels.ts'
import { observeIssue } from './observe.ts'
import { planIssue } from './plan.ts'

/** Loaded by runs that write something: with the parser of HTML, it is the largest part of the action. */
const loadApply = () => import('./apply.ts')

/** Reconciles one issue with its tickets; `cause` is what the event named beyond the issue. */
export function reconcileIssue(
  { repository, number }: Pick<IssueRef, 'repository' | 'number'>,
  world: World,
  cause: Trigger = { label: undefined },
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
  if (cause.label !== undefined && actionFor(cause.label, config)) ahead(headStart().then(loadApply))
  return reconcile({ name: `Issue ${repository}#${number}`, outcome }, world, async () => {
    const seen = await observeIssue(ref, world, cause)
    const plan = planIssue(seen, { ref, cause, config, serverUrl })
    if ('gone' in seen) return { plan, apply: async () => {} }
    const first = seen.tickets[0]
    return {
      plan,
      ...(first && { ticket: { id: first.ticket.id, number: first.ticket.number, url: first.url } }),
      apply: async progress => (await loadApply()).applyIssuePlan(plan.steps, { seen, world, progress }),
    }
  })
}
