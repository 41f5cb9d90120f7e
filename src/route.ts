import { DISPATCH_TYPE } from './dispatch.ts'

/** What a run is asked to look at. */
export type Target =
  /** `mayGetIssue`: nothing speaks against this being the event after which its issue is made. */
  | { kind: 'ticket'; id: number; mayGetIssue: boolean }
  | { kind: 'issue'; repository: string; number: number; label?: string }
  | { kind: 'sweep' }
  | { kind: 'doctor' }
  | { kind: 'none' }

/** The part of GitHub's event that names what happened; the payload is not trusted beyond its ids. */
export type Event = { name: string; payload: unknown }

/** What the inputs ask for; `auto` leaves it to the event. */
export type Asked = {
  command: 'auto' | 'sync' | 'sweep' | 'doctor'
  conversation: number | undefined
  issue: { repository: string; number: number } | undefined
}

/** Events that this action handles. Any other is refused before a configuration is read. */
const HANDLED = ['repository_dispatch', 'issues', 'schedule', 'workflow_dispatch']
const ISSUE_ACTIONS = ['labeled', 'closed', 'reopened']

/**
 * FreeScout's own events that come to tickets already known; others are a ticket's creation, and those named in a
 * Workflow, which tell that it was tagged.
 */
const LATER_EVENTS = [
  'convo.assigned',
  'convo.status',
  'convo.moved',
  'convo.restored',
  'convo.note.created',
  'convo.agent.reply.created',
  'convo.customer.reply.created',
]

/** Whether the event is one that this action handles at all. */
export function isHandled({ name }: Event): boolean {
  return HANDLED.includes(name)
}

/** From the event and the inputs to what is to be looked at; inputs go first. */
export function route(event: Event, { command, conversation, issue }: Asked): Target {
  if (!isHandled(event)) return { kind: 'none' }
  if (command === 'sweep' || command === 'doctor') return { kind: command }
  if (conversation !== undefined) return { kind: 'ticket', id: conversation, mayGetIssue: true }
  if (issue) return { kind: 'issue', ...issue }
  switch (event.name) {
    case 'repository_dispatch':
      return fromDispatch(event.payload)
    case 'issues':
      return fromIssueEvent(event.payload)
    case 'schedule':
      return { kind: 'sweep' }
    default:
      return { kind: 'none' }
  }
}

function fromDispatch(payload: unknown): Target {
  const { action, client_payload } = payload as {
    action?: unknown
    client_payload?: { conversation_id?: unknown; event?: unknown }
  }
  if (action !== DISPATCH_TYPE) return { kind: 'none' }
  const id = client_payload?.conversation_id
  if (!isId(id)) {
    throw new Error(
      'The dispatch names no ticket: client_payload.conversation_id must be a whole number above 0. ' +
        'Update the receiver to the version of this action.',
    )
  }
  return { kind: 'ticket', id, mayGetIssue: !LATER_EVENTS.includes(String(client_payload?.event)) }
}

function isId(id: unknown): id is number {
  return Number.isSafeInteger(id) && Number(id) > 0
}

function fromIssueEvent(payload: unknown): Target {
  const { action, issue, label, repository } = payload as {
    action?: string
    issue?: { number?: number }
    label?: { name?: string }
    repository?: { full_name?: string }
  }
  if (!ISSUE_ACTIONS.includes(action ?? '') || !isId(issue?.number) || !repository?.full_name)
    return { kind: 'none' }
  return {
    kind: 'issue',
    repository: repository.full_name,
    number: issue.number,
    ...(action === 'labeled' && label?.name && { label: label.name }),
  }
}
