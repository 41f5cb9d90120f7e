import type { Check } from '../checks.ts'
import type { Config } from '../config/schema.ts'
import { DISPATCH_TYPE } from '../dispatch.ts'
import { isSameName, quoteNames } from '../names.ts'
import { type ActionUse, listensTo, type Permissions } from '../workflow-file.ts'
import { notChecked } from './check.ts'
import { labelsIn } from './label-list.ts'
import type { Survey } from './survey.ts'

const NAMES = { events: 'Workflow: events', labels: 'Workflow: labels', rights: 'Workflow: permissions' }

/** The rows about the workflow on the default branch, the only one that events start. */
export function workflowChecks(
  { home: { about, workflows }, repositories }: Pick<Survey, 'home' | 'repositories'>,
  config: Config,
): Check[] {
  if ('error' in workflows) return Object.values(NAMES).map(name => notChecked(name, workflows.error))
  const uses = workflows.value.flatMap(workflow => workflow.uses)
  if (uses.length > 0) {
    const paths = workflows.value.map(({ path }) => path).join(', ')
    const issues = repositories.some(({ isHome, isLinkable }) => isHome && isLinkable)
      ? issueTypes(config)
      : []
    return [checkEvents(uses, { issues, paths }), checkLabelList(uses, config), checkPermissions(uses)]
  }
  const branch = 'value' in about ? about.value.defaultBranch : 'the default branch'
  const found = `no workflow on ${branch} has a step that uses this action`
  const todo = `Put .github/workflows/freescout-sync.yml on ${branch}: events only start workflows there.`
  const none = { status: 'not-checked', found: 'there is no workflow to look at' } as const
  return [
    { name: NAMES.events, status: 'missing', found, todo },
    { name: NAMES.labels, ...none },
    { name: NAMES.rights, ...none },
  ]
}

/** The workflow hears of tickets, of what is to be known about issues, and has its safety nets. */
export function checkEvents(
  uses: ActionUse[],
  { issues, paths }: { issues: string[]; paths: string },
): Check {
  const name = NAMES.events
  const hears = (event: string, type?: string) => uses.some(use => listensTo(use, event, type))
  const lost = (wanted: [event: string, type?: string][]) =>
    wanted.filter(one => !hears(...one)).map(one => one.join(': '))
  const required = lost([
    ['repository_dispatch', DISPATCH_TYPE],
    ...issues.map((type): [string, string] => ['issues', type]),
  ])
  if (required.length > 0) {
    const found = `${paths} does not start on ${required.join(', ')}`
    return { name, status: 'missing', found, todo: `Add ${required.join(', ')} under "on" there.` }
  }
  const advised = lost([['schedule'], ['workflow_dispatch']])
  if (advised.length === 0) return { name, status: 'ok', found: `${paths} hears of everything` }
  const why = {
    schedule: 'what no event announces (a tag set later, a lost webhook) is never found',
    workflow_dispatch: 'nothing can be run again by hand',
  }
  const found = advised.map(event => `no ${event}: ${why[event as keyof typeof why]}`).join('; ')
  return { name, status: 'warning', found, todo: `Add ${advised.join(' and ')} under "on" in ${paths}.` }
}

/** Its list of labels is the configuration's: one that is left out is lost, one too many costs runs. */
export function checkLabelList(uses: ActionUse[], { labels }: Pick<Config, 'labels'>): Check {
  const name = NAMES.labels
  const configured = Object.keys(labels)
  const listening = uses.filter(use => listensTo(use, 'issues', 'labeled'))
  if (listening.length === 0)
    return { name, status: 'not-checked', found: 'the workflow does not start on labels' }
  const lists = listening.map(({ conditions }) => labelsIn(conditions))
  if (lists.includes(undefined)) {
    const found = 'its "if" speaks of labels in a way that the doctor does not understand'
    const todo = `Compare it with labels in the configuration (${quoteNames(configured)}).`
    return { name, status: 'not-checked', found, todo }
  }
  if (lists.includes('any')) {
    const found = 'every label that is put on any issue starts a run'
    return { name, status: 'warning', found, todo: `List ${quoteNames(configured)} in the job's "if".` }
  }
  const listed = lists.flatMap(list => list ?? [])
  const lost = configured.filter(label => !listed.some(one => isSameName(one, label)))
  if (lost.length > 0) {
    const found = `its "if" leaves out ${quoteNames(lost)}: nothing happens when they are put on`
    return { name, status: 'missing', found, todo: `Add ${quoteNames(lost)} to the list in the job's "if".` }
  }
  const needless = listed.filter(label => !configured.some(one => isSameName(one, label)))
  if (needless.length === 0) return { name, status: 'ok', found: 'its list is the one of the configuration' }
  const found = `its "if" lets ${quoteNames(needless)} through, which the configuration does not know: they cost runs`
  return {
    name,
    status: 'warning',
    found,
    todo: `Take ${quoteNames(needless)} off the list in the job's "if".`,
  }
}

/** `GITHUB_TOKEN` may read the configuration and write issues. */
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
    const found = 'the action is handed a token of its own, whose rights the file does not tell'
    return { name, status: 'not-checked', found }
  }
  if (own.some(({ permissions }) => !permissions)) {
    const found = "none are given, so the repository's default counts, which can't be read"
    const todo = 'Give the job "permissions: contents: read, issues: write".'
    return { name, status: 'not-checked', found, todo }
  }
  return { name, status: 'ok', found: 'contents: read and issues: write are granted' }
}

/** What the configuration wants to be told of an issue. */
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
