import { nearest } from './config/mistakes.ts'
import { parseFlag } from './flag.ts'
import { readIssueUrl } from './issue-ref.ts'
import type { IssueRef } from './model.ts'

const COMMANDS = ['auto', 'sync', 'sweep', 'doctor'] as const

/** What a run is asked for; `auto` leaves it to the event. */
export type Command = (typeof COMMANDS)[number]

/** A value, or why there is none. */
export type Reading<T> = { value: T } | { found: string; todo: string }

/** On or off, as the repository's variable is written. */
export function readFlag(raw: string): Reading<boolean> {
  try {
    return { value: parseFlag(raw, 'it') }
  } catch {
    return { found: show(raw), todo: 'Use true, 1 or on; or false, 0, off or nothing at all.' }
  }
}

/** One of the commands; the nearest is suggested for a typo. */
export function readCommand(raw: string): Reading<Command> {
  const value = COMMANDS.find(command => command === raw)
  if (value) return { value }
  const meant = nearest(raw, COMMANDS)
  const hint = meant ? ` – did you mean "${meant}"?` : '.'
  return { found: show(raw), todo: `Use one of ${COMMANDS.join(', ')}${hint}` }
}

/** A key or token; what is wrong with it is told without showing any of it. `todo`: how to come by one. */
export function readSecret(raw: string, todo: string): Reading<string> {
  if (!raw) return { found: 'nothing', todo }
  if (/\s/.test(raw)) {
    return {
      found: 'white space inside it',
      todo: 'Paste it again as one word, without spaces and line breaks.',
    }
  }
  if (/[^\x21-\x7e]/.test(raw)) {
    return {
      found: 'characters that no key has',
      todo: 'Paste it again; only letters, digits and signs of ASCII can be sent.',
    }
  }
  return { value: raw }
}

/** FreeScout's address without `/api` and without a slash at the end. Only loopback may do without https. */
export function readFreescoutUrl(raw: string): Reading<string> {
  const todo = "Give FreeScout's address, such as https://tickets.example.org."
  if (!raw) return { found: 'nothing', todo }
  const url = URL.parse(raw)
  if (url?.username || url?.password || (raw.includes('@') && !/^https?:$/.test(url?.protocol ?? ''))) {
    return { found: 'a user name or password in the address', todo: `${todo} The API key has its own input.` }
  }
  if (url?.search || url?.hash || /[?#]/.test(raw)) {
    return { found: 'an address with ? or #', todo: `${todo} Nothing may follow the path.` }
  }
  if (!url || !['http:', 'https:'].includes(url.protocol)) return { found: show(raw), todo }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return {
      found: show(raw),
      todo: 'Use https: the API key would be sent in the clear. Plain http is for loopback only.',
    }
  }
  return {
    value:
      url.origin +
      url.pathname
        .replace(/\/+$/, '')
        .replace(/\/api$/, '')
        .replace(/\/+$/, ''),
  }
}

/** `URL` has already written every form of an IPv4 address (127.1, 2130706433) as four numbers. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

/** A ticket's id, or the address of its page on this FreeScout (on any, while its address is not known). */
export function readConversation(raw: string, freescoutUrl: string | undefined): Reading<number> {
  const example = `${freescoutUrl ?? 'https://tickets.example.org'}/conversation/12`
  const todo = `Give the id that stands in the ticket's address (not the number beside its subject), or the address itself, such as ${example}.`
  const id = Number(/^[1-9]\d*$/.test(raw) ? raw : idInUrl(raw, freescoutUrl))
  return Number.isSafeInteger(id) ? { value: id } : { found: show(raw), todo }
}

function idInUrl(raw: string, freescoutUrl: string | undefined): string | undefined {
  const url = URL.parse(raw)
  // With an unusable address of FreeScout, any host will do: that mistake is reported already.
  const base = new URL(freescoutUrl ?? url?.origin ?? 'https://invalid')
  if (!url || url.origin !== base.origin || url.username || url.password) return undefined
  const path = `${base.pathname.replace(/\/$/, '')}/conversation/`
  if (freescoutUrl && !url.pathname.startsWith(path)) return undefined
  return /\/conversation\/([1-9]\d*)\/?$/.exec(url.pathname)?.[1]
}

/** An issue's number in `home`, or the address of any issue on that server. */
export function readIssue(
  raw: string,
  { serverUrl, home }: { serverUrl: string; home: string },
): Reading<IssueRef> {
  const url = /^\d+$/.test(raw) ? `${serverUrl}/${home}/issues/${raw}` : raw
  const repository = URL.parse(url)?.pathname.split('/').slice(1, 3).join('/') ?? ''
  const value = readIssueUrl(url, { serverUrl, allowed: [repository] })
  if (value) return { value }
  const todo = `Give an issue's number in ${home || 'GITHUB_REPOSITORY'}, or its address, such as ${serverUrl}/${home || 'owner/name'}/issues/77.`
  return { found: show(raw), todo }
}

function show(raw: string): string {
  return JSON.stringify(raw.length > 100 ? `${raw.slice(0, 99)}…` : raw)
}
