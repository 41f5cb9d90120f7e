import pkg from '../package.json' with { type: 'json' }

/** This product's version, from `package.json`. The bundler copies it into the bundle. */
export const VERSION: string = pkg.version

/** The name that stands for every event or source whose own name is not safe to repeat. */
export const OTHER = 'other'

/** What the log says about a delivery: never a secret, a subject, a text or an address. */
export type LogEntry = {
  /** When the delivery came in: ISO 8601, UTC. */
  time: string
  /** The HTTP status of the answer. */
  status: number
  forwarded: boolean
  reason?: string
  event: string
  source: string
  conversation_id: number | null
  mailbox_id: number | null
  /** The time from the request to the answer, in milliseconds. */
  ms: number
  /** What went wrong with GitHub, and what to do about it. */
  detail?: string
}

/** One delivery as one line of JSON, without the line break. */
export function logLine(entry: LogEntry): string {
  return JSON.stringify(entry)
}

/** The form of a name that may go into logs and to GitHub: up to 64 letters, digits and `_.:-`. */
export const CLEAN_NAME = /^[A-Za-z0-9_.:-]{1,64}$/

/** The name if it has that form, else `other`. FreeScout signs neither the event's name nor the source. */
export function cleanName(name: string | null | undefined): string {
  return name && CLEAN_NAME.test(name) ? name : OTHER
}
