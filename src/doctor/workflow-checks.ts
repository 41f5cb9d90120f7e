import type { Check } from '../checks.ts'
import type { Config } from '../config/schema.ts'
import { DISPATCH_TYPE } from '../dispatch.ts'
import { hasName, quoteNames } from '../names.ts'
import {
  type ActionUse,
  listensTo,
  type Permissions,
  SYNC_WORKFLOW,
  WORKFLOW_FOLDER,
} from '../workflow-file.ts'
import { COMMENT_CHECK, checkComments } from './comment-check.ts'
import { labelsIn } from './label-conditions.ts'
import { labelsInUse } from './labels.ts'
import { notChecked, readValue } from './read-result.ts'
import type { Survey } from './survey.ts'
import { checkConcurrency, checkRunner, checkSchedule, RUN_CHECKS } from './workflow-run-checks.ts'

const NAMES = {
  events: 'Workflow: events',
  labels: 'Workflow: labels',
  comments: COMMENT_CHECK,
  rights: 'Workflow: permissions',
  ...RUN_CHECKS,
}

/** The rows about the workflow. Events start only the workflows on the default branch. */
export function workflowChecks(
  { home: { details, workflows }, repositories }: Pick<Survey, 'home' | 'repositories'>,
  { config, isEnterprise }: { config: Config; isEnterprise: boolean },
): Check[] {
  if (workflows.kind === 'error') return Object.values(NAMES).map(name => notChecked(name, workflows.error))
  const uses = workflows.value.flatMap(workflow => workflow.uses)
  if (uses.length > 0) {
    const paths = workflows.value.map(({ path }) => path).join(', ')
    const issues = repositories.some(({ isHome, isLinkable }) => isHome && isLinkable)
      ? issueTypes(config)
      : []
    return [
      checkEvents(uses, { issues, paths }),
      checkLabelList(uses, config),
      checkComments(uses, config.relay['to-tickets']),
      checkPermissions(uses),
      checkConcurrency(uses, { isEnterprise }),
      checkRunner(uses, { isEnterprise }),
      checkSchedule(uses, details),
    ]
  }
  const branch = readValue(details)?.defaultBranch ?? 'the default branch'
  const found = `no workflow on ${branch} has a step that uses this action`
  const todo = `Put ${WORKFLOW_FOLDER}/${SYNC_WORKFLOW} on ${branch}: events only start workflows there.`
  const none = { status: 'not-checked', found: 'there is no workflow to look at' } as const
  const { events, ...others } = NAMES
  return [
    { name: events, status: 'missing', found, todo },
    ...Object.values(others).map(name => ({ name, ...none })),
  ]
}

/** Events that the product works without, and what is lost then. */
const ADVISED_EVENTS = {
  schedule: 'nothing finds what no event announces (a tag set later, a lost webhook)',
  workflow_dispatch: 'nobody can run it again by hand',
}

/** Whether the workflow starts on dispatches, on the needed types of issue events, by schedule and by hand. */
export function checkEvents(
  uses: ActionUse[],
  { issues, paths }: { issues: string[]; paths: string },
): Check {
  const name = NAMES.events
  const startsOn = (event: string, type?: string) => uses.some(use => listensTo(use, event, type))
  const required = [
    ...(startsOn('repository_dispatch', DISPATCH_TYPE) ? [] : [`repository_dispatch: ${DISPATCH_TYPE}`]),
    ...issues.filter(type => !startsOn('issues', type)).map(type => `issues: ${type}`),
  ].join(', ')
  if (required) {
    const found = `${paths} does not start on ${required}`
    return { name, status: 'missing', found, todo: `Add ${required} under "on" there.` }
  }
  const advised = Object.entries(ADVISED_EVENTS).filter(([event]) => !startsOn(event))
  if (advised.length === 0) {
    return { name, status: 'ok', found: `${paths} starts on every event that it needs` }
  }
  const found = advised.map(([event, loss]) => `no ${event}: ${loss}`).join('; ')
  const events = advised.map(([event]) => event).join(' and ')
  return { name, status: 'warning', found, todo: `Add ${events} under "on" in ${paths}.` }
}

/** Whether the workflow starts on the labels of the configuration, and on no others, which would cost runs. */
export function checkLabelList(uses: ActionUse[], config: Pick<Config, 'labels' | 'ticket'>): Check {
  const name = NAMES.labels
  const configured = Object.keys(config.labels)
  const listening = uses.filter(use => listensTo(use, 'issues', 'labeled'))
  if (listening.length === 0)
    return { name, status: 'not-checked', found: 'the workflow does not start on labels' }
  const lists = listening.map(({ conditions }) => labelsIn(conditions))
  if (lists.includes(undefined)) {
    const found = 'its "if" uses labels in a way that the doctor does not understand'
    const todo = `Compare it with labels in the configuration (${quoteNames(configured)}).`
    return { name, status: 'not-checked', found, todo }
  }
  if (lists.includes('any')) {
    const found = 'every label on any issue starts a run'
    return { name, status: 'warning', found, todo: `List ${quoteNames(configured)} in the job's "if".` }
  }
  const listed = lists.flatMap(list => list ?? [])
  const needed = labelsInUse(config).map(([label]) => label)
  const unlisted = needed.filter(label => !hasName(listed, label))
  if (unlisted.length > 0) {
    const found = `its "if" leaves out ${quoteNames(unlisted)}, so they start no run`
    return {
      name,
      status: 'missing',
      found,
      todo: `Add ${quoteNames(unlisted)} to the list in the job's "if".`,
    }
  }
  const needless = listed.filter(label => !hasName(configured, label))
  if (needless.length === 0)
    return { name, status: 'ok', found: 'its list has the labels of the configuration' }
  const found = `its "if" lets ${quoteNames(needless)} through, which have no action in the configuration, so they start runs for nothing`
  return {
    name,
    status: 'warning',
    found,
    todo: `Remove ${quoteNames(needless)} from the list in the job's "if".`,
  }
}

/** Whether `GITHUB_TOKEN` may read the configuration and write issues. */
export function checkPermissions(uses: ActionUse[]): Check {
  const name = NAMES.rights
  const own = uses.filter(({ usesWorkflowToken }) => usesWorkflowToken)
  const lacking = ['contents: read', 'issues: write'].filter(right =>
    own.some(({ permissions }) => permissions && !grants(permissions, right)),
  )
  if (lacking.length > 0) {
    const found = `${lacking.join(' and ')} ${lacking.length === 1 ? 'is' : 'are'} not granted`
    return {
      name,
      status: 'missing',
      found,
      todo: `Add ${lacking.join(' and ')} to the job's "permissions".`,
    }
  }
  if (own.length < uses.length) {
    const found = 'the action uses another token, and the file does not say what that token may do'
    return { name, status: 'not-checked', found }
  }
  if (own.some(({ permissions }) => !permissions)) {
    const found = "the file sets none, so the repository's default counts, which the doctor can't read"
    const todo = 'Give the job "permissions: contents: read, issues: write".'
    return { name, status: 'not-checked', found, todo }
  }
  return { name, status: 'ok', found: 'contents: read and issues: write are granted' }
}

/** The types of issue events that the configuration needs. */
function issueTypes({ labels, ticket }: Config): string[] {
  return [
    ...(Object.keys(labels).length > 0 ? ['labeled'] : []),
    ...(ticket?.['on-issue-closed'] === 'nothing' ? [] : ['closed', 'reopened']),
  ]
}

function grants(permissions: Permissions, right: string): boolean {
  const [scope = '', level] = right.split(': ')
  const granted = permissions.all ?? permissions[scope]
  return granted === 'write' || granted === level
}
