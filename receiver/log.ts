/** Stands for an event's or source's name that could be anything. */
export const OTHER = 'other'

/** What is logged of a delivery: never a secret, never a subject, a text or an address. */
export type LogEntry = {
  /** When it came in, ISO 8601, UTC. */
  time: string
  /** The HTTP status answered. */
  status: number
  forwarded: boolean
  reason?: string
  event: string
  source: string
  conversation_id: number | null
  mailbox_id: number | null
  /** How long it took, in milliseconds. */
  ms: number
  /** What went wrong with GitHub and what to do about it. */
  detail?: string
}

/** One delivery as one line of JSON, without the line break. */
export function logLine(entry: LogEntry): string {
  return JSON.stringify(entry)
}

/**
 * A name that may go into logs and to GitHub: up to 64 letters, digits and `_.:-`. Whatever else comes in as an
 * event or a source is `other`, for neither is signed.
 */
export function cleanName(name: string | null | undefined): string {
  return name && /^[A-Za-z0-9_.:-]{1,64}$/.test(name) ? name : OTHER
}
