/** The `event_type` of every dispatch, and the only type the workflow listens to. */
export const DISPATCH_TYPE = 'freescout'

/**
 * What the receiver sends to the action about a webhook: only what identifies the ticket, no subject, text or address.
 * The receiver writes it, the action reads it; GitHub allows at most 10 top-level keys.
 */
export type DispatchPayload = {
  /** The webhook's event name. FreeScout does not sign it, so it is only shown to people. No decision uses it. */
  event: string
  conversation_id: number
  /** The number people see; `null` when the delivery had none. */
  number: number | null
  mailbox_id: number | null
  /** The last part of the receiver's path: `ops`, `support`, any word. */
  source: string
  /** ISO 8601, UTC. */
  received_at: string
}
