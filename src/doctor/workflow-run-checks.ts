import type { Check } from '../checks.ts'
import { quoteNames } from '../names.ts'
import { type ActionUse, ENTERPRISE_WORKFLOW, listensTo, SYNC_WORKFLOW } from '../workflow-file.ts'
import { notChecked } from './read-result.ts'
import type { HomeSurvey } from './survey.ts'

/** The names of the rows about how runs wait, where they run, and whether the sweeps go on. */
export const RUN_CHECKS = {
  concurrency: 'Workflow: concurrency',
  runner: 'Workflow: runner',
  schedule: 'Workflow: schedule',
}

/** Where the workflow runs: on GitHub Enterprise Server, or on github.com or ghe.com. */
type Server = { isEnterprise: boolean }

/** What in the name of a group tells one ticket or issue from another. */
const TELLS_APART = /client_payload|conversation|issue\.number|run_id/

/**
 * Whether runs for other tickets can push a waiting run out, a run can be stopped while it writes, or the server refuses the
 * file.
 */
export function checkConcurrency(
  uses: Pick<ActionUse, 'concurrency'>[],
  { isEnterprise }: Server = { isEnterprise: false },
): Check {
  const name = RUN_CHECKS.concurrency
  const groups = uses.flatMap(({ concurrency }) => concurrency)
  if (isEnterprise && groups.some(({ queue }) => queue !== undefined)) {
    const found =
      'its concurrency has the key "queue", which GitHub Enterprise Server does not know, so it refuses the file'
    return { name, status: 'missing', found, todo: `Remove that line, or use ${ENTERPRISE_WORKFLOW}.` }
  }
  if (groups.some(({ cancels }) => cancels !== 'false')) {
    const found = 'a new run cancels the one before (cancel-in-progress), perhaps between two writes'
    return { name, status: 'warning', found, todo: 'Remove cancel-in-progress from "concurrency".' }
  }
  const shared = groups.find(({ group, queue }) => queue !== 'max' && !TELLS_APART.test(group))
  if (shared) {
    return {
      name,
      status: 'warning',
      found: `all tickets and issues share the group "${shared.group}": GitHub keeps one waiting run of a group and drops the others`,
      todo: `Copy "concurrency" from ${isEnterprise ? ENTERPRISE_WORKFLOW : SYNC_WORKFLOW}, which has a group for each ticket and issue.`,
    }
  }
  if (groups.length === 0) return { name, status: 'ok', found: 'it has no group, so no run waits' }
  const found = isEnterprise
    ? "runs for different tickets and issues don't drop each other; for the same one, GitHub Enterprise Server keeps only the newest waiting run"
    : "runs don't drop each other"
  return { name, status: 'ok', found }
}

/**
 * Whether the runner is new enough for Node 24. Only GitHub's own runners certainly are, and GitHub Enterprise Server has
 * none of them. https://docs.github.com/enterprise-server@latest/actions/concepts/runners/github-hosted-runners
 */
export function checkRunner(
  uses: Pick<ActionUse, 'runsOn'>[],
  { isEnterprise }: Server = { isEnterprise: false },
): Check {
  const name = RUN_CHECKS.runner
  const isHosted = ({ runsOn }: Pick<ActionUse, 'runsOn'>) =>
    runsOn.length > 0 && runsOn.every(label => /^(?:ubuntu|windows|macos)-[\w.-]+$/.test(label))
  if (isEnterprise && uses.some(isHosted)) {
    const labels = quoteNames([...new Set(uses.filter(isHosted).flatMap(({ runsOn }) => runsOn))])
    return {
      name,
      status: 'warning',
      found: `GitHub Enterprise Server has no runners of GitHub's own, so a job for ${labels} waits for one of yours with that label`,
      todo: 'Write runs-on: self-hosted, or the label of your runner. It has to be 2.327.1 or newer: the action needs Node 24.',
    }
  }
  if (uses.every(isHosted)) return { name, status: 'ok', found: "one of GitHub's runners" }
  return {
    name,
    status: 'not-checked',
    found: "the job does not use one of GitHub's runners, and the doctor can't read the version of yours",
    todo: 'Check under Settings » Actions » Runners that the runner is 2.327.1 or newer: the action needs Node 24.',
  }
}

/** Whether GitHub may stop the sweeps: it does so in a public repository in which nothing happens. */
export function checkSchedule(uses: Pick<ActionUse, 'events'>[], details: HomeSurvey['details']): Check {
  const name = RUN_CHECKS.schedule
  if (details.kind === 'error') return notChecked(name, details.error)
  if (!uses.some(use => listensTo(use, 'schedule'))) {
    return { name, status: 'not-checked', found: 'the workflow does not start by schedule' }
  }
  const { visibility } = details.value
  if (visibility !== 'public')
    return { name, status: 'ok', found: `${visibility}, so GitHub does not stop it` }
  return {
    name,
    status: 'warning',
    found:
      'public: GitHub stops schedules after 60 days without activity in the repository, and then no sweep runs',
    todo: 'After a quiet time, look under Actions whether the workflow is disabled, and enable it again.',
  }
}
