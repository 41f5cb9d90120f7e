import { nearest } from './config/mistakes.ts'
import { parseFlag } from './flag.ts'
import { issueRef, readIssueUrl } from './issue-ref.ts'
import type { IssueRef } from './model.ts'
import { isSecure } from './secure-url.ts'

/** The commands that the input `command` takes. */
const COMMANDS = ['auto', 'sync', 'sweep', 'report', 'doctor'] as const

/** What a run is to do; `auto` leaves it to the event. */
export type Command = (typeof COMMANDS)[number]

/**
 * The value of an input, or why there is none: what was found and what to do. `quoted` is the text that `found` repeats.
 * `fix` is a sentence that repeats a part of it, in the form that would be right.
 */
export type ReadInput<T> =
  | { kind: 'value'; value: T }
  | { kind: 'mistake'; found: string; todo: string; quoted?: string; fix?: string }

/** Reads on or off, as the repository's variable is written. */
export function readSwitch(raw: string): ReadInput<boolean> {
  try {
    return { kind: 'value', value: parseFlag(raw, 'it') }
  } catch {
    return quote(raw, 'Use true, 1 or on; or false, 0, off or nothing at all.')
  }
}

/** Reads how many tickets and issues together a sweep may create. */
export function readMaxNew(raw: string): ReadInput<number> {
  if (/^\d{1,4}$/.test(raw) && Number(raw) <= 1000) return { kind: 'value', value: Number(raw) }
  return quote(
    raw,
    'Give a whole number from 0 to 1000, or nothing to use sweep.max-new of the configuration.',
  )
}

/** Reads a command, and says which one was probably meant. */
export function readCommand(raw: string): ReadInput<Command> {
  const value = COMMANDS.find(command => command === raw)
  if (value) return { kind: 'value', value }
  const meant = nearest(raw, COMMANDS)
  return quote(raw, `Use one of ${COMMANDS.join(', ')}${meant ? ` – did you mean "${meant}"?` : '.'}`)
}

/** Reads FreeScout's API key. A mistake shows no part of it. */
export function readApiKey(raw: string): ReadInput<string> {
  const todo =
    'Set it to the secret FREESCOUT_API_KEY; FreeScout shows the key under Manage » API & Webhooks.'
  return readSecret(raw, todo)
}

/** Reads the token for GitHub. A mistake shows no part of it. */
export function readToken(raw: string): ReadInput<string> {
  const todo = `Leave it out to use the workflow's own token (\${{ github.token }}), or set it to a secret.`
  return readSecret(raw, todo)
}

/** Reads a key or token. A mistake shows no part of it. `todo` says how to get one. */
function readSecret(raw: string, todo: string): ReadInput<string> {
  if (!raw) return mistake('nothing', todo)
  if (/\s/.test(raw)) {
    return mistake('white space inside it', 'Paste it again as one word, without spaces and line breaks.')
  }
  if (/[^\x21-\x7e]/.test(raw)) {
    const hint = 'Paste it again. It can only have plain letters, digits and punctuation.'
    return mistake('characters that no key has', hint)
  }
  return { kind: 'value', value: raw }
}

/** An address of which only the `https://` is missing: a host with a dot or `localhost`, perhaps a port and a path. */
const WITHOUT_SCHEME = /^(?:\/\/)?((?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?(?:\/.*)?)$/

/** The path of one of FreeScout's own pages, or of a call of its API. The group holds the path that FreeScout lives under. */
const PATH_OF_PAGE = /^(.*?)\/(?:(?:conversation|mailbox)\/\d.*|(?:app-settings|api)\/+[^/].*|login\/?)$/

/**
 * Reads FreeScout's address. FreeScout may live under a path, such as `https://example.org/help`.
 *
 * @returns the address without `/api` and without a slash at its end
 */
export function readFreescoutUrl(raw: string): ReadInput<string> {
  const todo = "Give FreeScout's address, such as https://tickets.example.org."
  if (!raw)
    return mistake('nothing', `${todo} The delivered workflow takes it from the variable FREESCOUT_URL.`)
  const url = URL.parse(raw)
  if (url?.username || url?.password || (raw.includes('@') && !/^https?:$/.test(url?.protocol ?? ''))) {
    return mistake('a user name or password in the address', `${todo} The API key has its own input.`)
  }
  if (url?.search || url?.hash || /[?#]/.test(raw)) {
    return mistake('an address with ? or #', `${todo} Nothing may follow the path.`)
  }
  const [, rest] = WITHOUT_SCHEME.exec(raw) ?? []
  if (rest) {
    const plain = URL.parse(`http://${rest}`)
    const scheme = plain && isSecure(plain) ? 'http://' : 'https://'
    return quote(raw, `The address does not start with ${scheme}.`, `Write ${scheme}${rest}`)
  }
  if (!url || !['http:', 'https:'].includes(url.protocol)) return quote(raw, todo)
  if (!isSecure(url)) {
    return quote(
      raw,
      'Use https, because http would send the API key unencrypted. Plain http is for loopback only.',
    )
  }
  const [, before] = PATH_OF_PAGE.exec(url.pathname) ?? []
  if (before !== undefined) {
    const page = 'This is one page of FreeScout. Give only the part of its address that all pages share.'
    return quote(raw, page, `Write ${url.origin}${before}`)
  }
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/api$/, '')
    .replace(/\/+$/, '')
  return { kind: 'value', value: url.origin + path }
}

/** Reads a ticket's id, or the address of its page. Without a `freescoutUrl`, any host may have the page. */
export function readConversation(raw: string, freescoutUrl: string | undefined): ReadInput<number> {
  const id = Number(/^[1-9]\d*$/.test(raw) ? raw : idInUrl(raw, freescoutUrl))
  if (Number.isSafeInteger(id)) return { kind: 'value', value: id }
  const example = `${freescoutUrl ?? 'https://tickets.example.org'}/conversation/12`
  return quote(
    raw,
    `Give the id that is in the ticket's address (not the number beside its subject), or the address itself, such as ${example}.`,
  )
}

/** Without a `freescoutUrl` any host counts, because that mistake is reported already. */
function idInUrl(raw: string, freescoutUrl: string | undefined): string | undefined {
  const url = URL.parse(raw)
  const base = URL.parse(freescoutUrl ?? raw)
  if (!url || !base || url.origin !== base.origin || url.username || url.password) return undefined
  const path = `${base.pathname.replace(/\/$/, '')}/conversation/`
  if (freescoutUrl && !url.pathname.startsWith(path)) return undefined
  return /\/conversation\/([1-9]\d*)\/?$/.exec(url.pathname)?.[1]
}

/** Reads an issue: `77` or `#77` in the repository `home`, `owner/name#77`, or an address on that server. */
export function readIssue(
  raw: string,
  { serverUrl, home }: { serverUrl: string; home: string },
): ReadInput<IssueRef> {
  const [, repository = home, number] = /^(?:([\w.-]+\/[\w.-]+)?#)?([1-9]\d*)$/.exec(raw) ?? []
  const url = number ? issueRef({ repository, number: Number(number) }, serverUrl).url : raw
  const named = URL.parse(url)?.pathname.split('/').slice(1, 3).join('/') ?? ''
  const value = readIssueUrl(url, { serverUrl, allowed: [named] })
  if (value) return { kind: 'value', value }
  const here = home || 'GITHUB_REPOSITORY'
  return quote(
    raw,
    `Give an issue's number in ${here}, such as 77 or #77; or owner/name#77; or its address, such as ${serverUrl}/${home || 'owner/name'}/issues/77.`,
  )
}

function mistake(found: string, todo: string): ReadInput<never> {
  return { kind: 'mistake', found, todo }
}

/** A mistake that shows what was given, cut to a hundred characters. */
function quote(raw: string, todo: string, fix?: string): ReadInput<never> {
  const found = JSON.stringify(raw.length > 100 ? `${raw.slice(0, 99)}…` : raw)
  return { kind: 'mistake', found, todo, quoted: raw, ...(fix && raw.length <= 100 && { fix }) }
}
