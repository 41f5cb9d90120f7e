import * as v from 'valibot'
import { parse } from 'yaml'

/** The folder in which GitHub looks for workflows. */
export const WORKFLOW_FOLDER = '.github/workflows'

/** The name of the workflow file as the documentation gives it. */
export const SYNC_WORKFLOW = 'freescout-sync.yml'

/**
 * The same workflow for GitHub Enterprise Server. Only github.com and ghe.com know the key `queue` of `concurrency` (as of
 * November 2026), and GitHub refuses a file with an unknown key.
 */
export const ENTERPRISE_WORKFLOW =
  'https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/freescout-sync.ghes.yml'

/** The most workflow files of a repository that a check reads. */
export const MAX_WORKFLOW_FILES = 50

/** The events that start a workflow, each with the types that it is limited to; `undefined`: all types. */
type WorkflowEvents = Map<string, string[] | undefined>

/** A step that uses this action, and what decides whether and how it runs. */
export type ActionUse = {
  events: WorkflowEvents
  /** The conditions of the job and of the step. */
  conditions: string[]
  /** What `GITHUB_TOKEN` may do in the job; `undefined` when the file leaves it to the repository's settings. */
  permissions: Permissions | undefined
  /** Whether the action uses `GITHUB_TOKEN`, and not another token from its input. */
  usesWorkflowToken: boolean
  /** The groups of the workflow and of the job in which only one run at a time goes on. */
  concurrency: ConcurrencyGroup[]
  /** The labels of the runner that the job asks for; empty when the file says it in another way. */
  runsOn: string[]
}

/** A `concurrency` section. `cancels` is `cancel-in-progress` and `queue` is `queue`, as they are written. */
type ConcurrencyGroup = { group: string; cancels: string; queue?: string }

/** `all` stands for `read-all` and `write-all`. */
export type Permissions = { all?: string; [scope: string]: string | undefined }

const words = v.union([
  v.pipe(
    v.string(),
    v.transform(word => [word]),
  ),
  v.array(v.string()),
])
const condition = v.optional(v.union([v.string(), v.boolean()]), '')
const permissions = v.optional(
  v.union([
    v.pipe(
      v.string(),
      v.transform((all): Permissions => ({ all: all.replace('-all', '') })),
    ),
    v.pipe(
      v.record(v.string(), v.string()),
      v.transform((scopes): Permissions => scopes),
    ),
    v.pipe(
      v.null(),
      v.transform((): Permissions => ({})),
    ),
  ]),
)

/** What can't be read gives no group: the file is about more than that. */
const concurrency = v.pipe(
  v.optional(v.unknown()),
  v.transform((section): ConcurrencyGroup[] => {
    if (typeof section === 'string') return [{ group: section, cancels: 'false' }]
    const keys = v.safeParse(v.record(v.string(), v.unknown()), section)
    if (!keys.success) return []
    const { group = '', 'cancel-in-progress': cancels = false, queue } = keys.output
    const written = { group: String(group), cancels: String(cancels) }
    return [queue === undefined ? written : { ...written, queue: String(queue) }]
  }),
)

const onSection = v.union([words, v.record(v.string(), v.unknown())])

const workflowFile = v.object({
  on: onSection,
  permissions,
  concurrency,
  jobs: v.record(
    v.string(),
    v.object({
      if: condition,
      permissions,
      concurrency,
      'runs-on': v.optional(v.fallback(words, []), []),
      steps: v.optional(
        v.array(
          v.object({
            uses: v.optional(v.string(), ''),
            if: condition,
            with: v.nullish(v.record(v.string(), v.unknown())),
          }),
        ),
        [],
      ),
    }),
  ),
})

const concurrencies = v.object({
  concurrency,
  jobs: v.fallback(v.record(v.string(), v.object({ concurrency })), {}),
})

/**
 * The events that start a workflow, read from its file. A file without a usable `on` has none.
 *
 * @returns `unreadable` for a text that is not valid YAML
 */
export function readWorkflowEvents(
  text: string,
): { kind: 'events'; events: WorkflowEvents } | { kind: 'unreadable' } {
  const file = parseYaml(text)
  if (file.kind === 'unreadable') return file
  const result = v.safeParse(v.object({ on: onSection }), file.content)
  return { kind: 'events', events: eventsOf(result.success ? result.output.on : []) }
}

/**
 * Whether the REST API with this URL is GitHub Enterprise Server's. Only that has its API under a path of its web address:
 * `https://github.example.org/api/v3`. github.com and ghe.com have a host for it.
 * https://docs.github.com/enterprise-server@latest/rest/using-the-rest-api/getting-started-with-the-rest-api
 */
export function isEnterpriseServer(apiUrl: string): boolean {
  return /\/api\/v3\/?$/.test(URL.parse(apiUrl)?.pathname ?? '')
}

/** Whether GitHub Enterprise Server refuses a workflow file, because a `concurrency` in it has the key `queue`. */
export function usesQueue(text: string): boolean {
  const file = parseYaml(text)
  const result = v.safeParse(concurrencies, file.kind === 'content' ? file.content : undefined)
  if (!result.success) return false
  const { concurrency: ofAll = [], jobs } = result.output
  const groups = [...ofAll, ...Object.values(jobs).flatMap(job => job.concurrency ?? [])]
  return groups.some(({ queue }) => queue !== undefined)
}

/** Whether an event of this type starts the workflow. Without a type, any type of the event counts. */
export function listensTo({ events }: { events: WorkflowEvents }, event: string, type?: string): boolean {
  if (!events.has(event)) return false
  const types = events.get(event)
  return type === undefined || types === undefined || types.includes(type)
}

/**
 * The steps of a workflow file that use this action. It recognises a step by the action's repository or name. It
 * recognises a copy of the action under another name by an input that only this action has. A file that can't be read
 * has no such steps.
 */
export function usesIn(text: string, action: string | undefined): ActionUse[] {
  const file = parseYaml(text)
  const result = v.safeParse(workflowFile, file.kind === 'content' ? file.content : undefined)
  if (!result.success) return []
  const { on, permissions: general, concurrency: ofAll = [], jobs } = result.output
  const events = eventsOf(on)
  return Object.values(jobs).flatMap(job =>
    job.steps
      .filter(step => isThisAction(step, action))
      .map(step => ({
        events,
        conditions: [job.if, step.if].map(String).filter(Boolean),
        permissions: job.permissions ?? general,
        usesWorkflowToken: isWorkflowToken(step.with?.['github-token']),
        concurrency: [...ofAll, ...(job.concurrency ?? [])],
        runsOn: job['runs-on'],
      })),
  )
}

function parseYaml(text: string): { kind: 'content'; content: unknown } | { kind: 'unreadable' } {
  try {
    return { kind: 'content', content: parse(text, { logLevel: 'error' }) }
  } catch {
    return { kind: 'unreadable' }
  }
}

const types = v.object({ types: words })

function eventsOf(on: string[] | Record<string, unknown>): WorkflowEvents {
  if (Array.isArray(on)) return new Map(on.map(event => [event, undefined]))
  return new Map(
    Object.entries(on).map(([event, filter]) => {
      const limited = v.safeParse(types, filter)
      return [event, limited.success ? limited.output.types : undefined]
    }),
  )
}

function isThisAction(
  { uses, with: inputs }: { uses: string; with?: Record<string, unknown> | null | undefined },
  action: string | undefined,
): boolean {
  const [name = ''] = uses.toLowerCase().split('@')
  return (
    (!!action && name === action.toLowerCase()) ||
    /(?:^|\/)freescout-autolink$/.test(name) ||
    (!!uses && inputs?.['freescout-api-key'] !== undefined)
  )
}

function isWorkflowToken(given: unknown): boolean {
  return (
    given === undefined ||
    /^\s*\$\{\{\s*(?:github\.token|secrets\.GITHUB_TOKEN)\s*\}\}\s*$/i.test(String(given))
  )
}
