import * as v from 'valibot'
import { DISPATCH_TYPE } from './dispatch.ts'
import type { Environment, Inputs } from './inputs.ts'
import type { IssueId } from './issue-ref.ts'
import type { Repository } from './model.ts'

/**
 * What a run looks at. `number` is the ticket's number, if the event names it. `label` was just put on the issue. `comment`
 * was just written there.
 */
export type Target =
  | { kind: 'ticket'; id: number; number?: number }
  | { kind: 'issue'; issue: IssueId; label?: string; comment?: { id: number; body: string } }
  | { kind: 'sweep' }
  | { kind: 'report' }
  | { kind: 'doctor' }
  | { kind: 'none' }

/**
 * GitHub's event. Of its payload only ids and the home repository's visibility are used, and whether a comment began with
 * the command when it was written.
 */
export type Event = { name: string; payload: unknown }

/** Events that this action handles. Any other is refused before a configuration is read. */
const HANDLED = ['repository_dispatch', 'issues', 'issue_comment', 'schedule', 'workflow_dispatch']

/** Whether this action handles the event at all. */
export function isHandled({ name }: Event): boolean {
  return HANDLED.includes(name)
}

/**
 * Decides what a run looks at. The inputs override the event.
 *
 * @throws {Error} for a dispatch that names no ticket.
 */
export function route(event: Event, inputs: Pick<Inputs, 'command' | 'conversation' | 'issue'>): Target {
  const { command, conversation, issue } = inputs
  if (!isHandled(event)) return { kind: 'none' }
  if (command === 'sweep' || command === 'report' || command === 'doctor') return { kind: command }
  if (conversation !== undefined) return { kind: 'ticket', id: conversation }
  if (issue) return { kind: 'issue', issue: { repository: issue.repository, number: issue.number } }
  switch (event.name) {
    case 'repository_dispatch':
      return ticketOfDispatch(event.payload)
    case 'issues':
      return issueOfEvent(event.payload)
    case 'issue_comment':
      return commentOfEvent(event.payload)
    case 'schedule':
      return { kind: 'sweep' }
    default:
      return { kind: 'none' }
  }
}

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1))

const ourDispatch = v.object({ action: v.literal(DISPATCH_TYPE) })
const dispatchedTicket = v.object({
  client_payload: v.object({ conversation_id: id, number: v.fallback(v.nullish(id), undefined) }),
})

function ticketOfDispatch(payload: unknown): Target {
  if (!v.is(ourDispatch, payload)) return { kind: 'none' }
  const dispatch = v.safeParse(dispatchedTicket, payload)
  if (dispatch.success) {
    const { conversation_id, number } = dispatch.output.client_payload
    return { kind: 'ticket', id: conversation_id, ...(number && { number }) }
  }
  throw new Error(
    'The dispatch names no ticket: client_payload.conversation_id must be a whole number above 0. ' +
      'Update the receiver to the version of this action.',
  )
}

const issueEvent = v.object({
  action: v.picklist(['labeled', 'closed', 'reopened']),
  issue: v.object({ number: id }),
  label: v.fallback(v.optional(v.object({ name: v.string() })), undefined),
  repository: v.object({ full_name: v.pipe(v.string(), v.nonEmpty()) }),
})

function issueOfEvent(payload: unknown): Target {
  const event = v.safeParse(issueEvent, payload)
  if (!event.success) return { kind: 'none' }
  const { action, issue, label, repository } = event.output
  const target = { kind: 'issue', issue: { repository: repository.full_name, number: issue.number } } as const
  return action === 'labeled' && label?.name ? { ...target, label: label.name } : target
}

/** GitHub sends this event for pull requests, too. They have no tickets. */
const commentEvent = v.object({
  action: v.literal('created'),
  issue: v.object({ number: id, pull_request: v.optional(v.undefined()) }),
  comment: v.object({ id, body: v.nullish(v.string(), '') }),
  repository: v.object({ full_name: v.pipe(v.string(), v.nonEmpty()) }),
})

function commentOfEvent(payload: unknown): Target {
  const event = v.safeParse(commentEvent, payload)
  if (!event.success) return { kind: 'none' }
  const { issue, comment, repository } = event.output
  return { kind: 'issue', issue: { repository: repository.full_name, number: issue.number }, comment }
}

const eventWithHome = v.object({
  repository: v.object({
    full_name: v.string(),
    private: v.boolean(),
    visibility: v.picklist(['public', 'internal', 'private']),
  }),
})

/**
 * Reads the home repository from the event, which saves a request.
 *
 * @returns `undefined` for a re-run. It has the payload of the first run, and the repository may be public by now.
 * https://docs.github.com/actions/how-tos/manage-workflow-runs/re-run-workflows-and-jobs
 */
export function homeRepositoryOf(
  { payload }: Event,
  { GITHUB_RUN_ATTEMPT }: Environment,
): Repository | undefined {
  const event = v.safeParse(eventWithHome, payload)
  if (!event.success || GITHUB_RUN_ATTEMPT !== '1') return undefined
  const { full_name, private: isPrivate, visibility } = event.output.repository
  return { name: full_name, visibility: isPrivate ? visibility : 'public' }
}
