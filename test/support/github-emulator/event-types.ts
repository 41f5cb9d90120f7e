/** A repository_dispatch that was taken. */
export type Dispatch = { repository: string; event_type: string; client_payload: Record<string, unknown> }

/** The event file of a run that a dispatch starts. */
export type DispatchEvent = {
  action: string
  branch: string
  client_payload: Record<string, unknown>
  repository: Record<string, unknown>
  sender: Record<string, unknown>
}

/** The event file of a run that an issue starts. */
export type IssueHookEvent = {
  action: 'opened' | 'edited' | 'labeled' | 'unlabeled' | 'closed' | 'reopened' | 'transferred' | 'deleted'
  issue: Record<string, unknown>
  label?: Record<string, unknown>
  repository: Record<string, unknown>
  sender: Record<string, unknown>
}

/** The event file of a run that a comment starts. */
export type CommentEvent = {
  action: 'created'
  issue: Record<string, unknown>
  comment: Record<string, unknown>
  repository: Record<string, unknown>
  sender: Record<string, unknown>
}

export type CommentListener = (event: CommentEvent) => void
export type DispatchListener = (event: DispatchEvent) => void
export type IssueListener = (event: IssueHookEvent) => void
