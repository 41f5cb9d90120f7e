import * as v from 'valibot'
import { parse } from 'yaml'

/** A step that uses this action, with what decides over it. */
export type ActionUse = {
  /** The events that start the workflow, each with the types it is limited to; `undefined`: all. */
  events: Map<string, string[] | undefined>
  /** The conditions of the job and of the step. */
  conditions: string[]
  /** What `GITHUB_TOKEN` may do in the job; `undefined` when the file leaves it to the repository's settings. */
  permissions: Permissions | undefined
  /** Whether the action works with `GITHUB_TOKEN`, and not with a token that it is handed. */
  usesWorkflowToken: boolean
}

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

const workflowFile = v.object({
  on: v.union([words, v.record(v.string(), v.unknown())]),
  permissions,
  jobs: v.record(
    v.string(),
    v.object({
      if: condition,
      permissions,
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

/**
 * The steps of a workflow file that use this action: by the repository it comes from, by its own name, or, for a copy
 * under another name, by an input that no other action has. A file that can't be read has none.
 */
export function usesIn(text: string, action: string | undefined): ActionUse[] {
  const result = v.safeParse(workflowFile, parsed(text))
  if (!result.success) return []
  const { on, permissions: general, jobs } = result.output
  const events = eventsOf(on)
  return Object.values(jobs).flatMap(job =>
    job.steps
      .filter(step => isThisAction(step, action))
      .map(step => ({
        events,
        conditions: [job.if, step.if].map(String).filter(Boolean),
        permissions: job.permissions ?? general,
        usesWorkflowToken: isWorkflowToken(step.with?.['github-token']),
      })),
  )
}

function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent' })
  } catch {
    return undefined
  }
}

const types = v.object({ types: words })

function eventsOf(on: string[] | Record<string, unknown>): ActionUse['events'] {
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
