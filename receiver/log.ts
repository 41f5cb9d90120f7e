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

/**
 * A request that was refused before anybody read a delivery, as one line of JSON without the line break.
 *
 * @param time milliseconds since the epoch
 * @param request is left out when nobody could read it
 */
export function refusalLine({
  time,
  status,
  reason,
  request,
}: {
  time: number
  status: number
  reason: string
  request?: { method: string; url: string }
}): string {
  return JSON.stringify({
    time: new Date(time).toISOString(),
    status,
    forwarded: false,
    reason,
    ...(request && { method: cleanName(request.method), path: cleanPath(request.url) }),
  })
}

/** The path of a URL if it may go into logs: up to 100 letters, digits and `/_.:-`. Else `other`. */
function cleanPath(url: string): string {
  const { pathname } = new URL(url)
  return /^[A-Za-z0-9/_.:-]{1,100}$/.test(pathname) ? pathname : OTHER
}

/** The form of a name that may go into logs and to GitHub: up to 64 letters, digits and `_.:-`. */
export const CLEAN_NAME = /^[A-Za-z0-9_.:-]{1,64}$/

/** The name if it has that form, else `other`. FreeScout signs neither the event's name nor the source. */
export function cleanName(name: string | null | undefined): string {
  return name && CLEAN_NAME.test(name) ? name : OTHER
}
