/** A `repository_dispatch` as GitHub took it. */
type Dispatch = { client_payload: Record<string, unknown> }

/** Everything that a dispatch may hold, and what its value looks like. All of it says which ticket, and nothing else. */
const ALLOWED: Record<string, RegExp> = {
  event: /^[a-z.]{1,60}$/,
  conversation_id: /^\d+$/,
  number: /^(\d+|null)$/,
  mailbox_id: /^(\d+|null)$/,
  source: /^\w{1,40}$/,
  received_at: /^\d{4}-\d\d-\d\dT[\d:.]+Z$/,
}

/** What dispatches hold beyond the identity of a ticket: the keys whose values may say something of what it says. */
export function leaksIn(dispatches: Dispatch[]): string[] {
  const entries = dispatches.flatMap(({ client_payload }) => Object.entries(client_payload))
  return entries.filter(([key, value]) => !ALLOWED[key]?.test(String(value))).map(([key]) => key)
}
