import { nearest } from './config/mistakes.ts'
import { parseFlag } from './flag.ts'
import { issueRef, readIssueUrl } from './issue-ref.ts'
import type { IssueRef } from './model.ts'
import { isSecure } from './secure-url.ts'
import { SetupError } from './setup-error.ts'

/** Gives an input of the action, trimmed, empty when it was not set: `getInput` of `@actions/core`. */
export type GetInput = (name: string) => string

/** The process's environment. */
export type Environment = Record<string, string | undefined>

const COMMANDS = ['auto', 'sync', 'sweep', 'doctor'] as const

/** The action's inputs, checked. */
export type Inputs = {
  /** FreeScout's address without `/api` and without a slash at the end. */
  freescoutUrl: string
  freescoutApiKey: string
  githubToken: string
  /** GitHub's web address without a slash at its end, from the runner's environment. */
  serverUrl: string
  /** Inline YAML; empty when the file is to be used. */
  config: string
  configPath: string
  /** What to do; `auto` leaves it to the event. */
  command: (typeof COMMANDS)[number]
  /** A ticket's id. */
  conversation: number | undefined
  issue: IssueRef | undefined
  fix: boolean
  dryRun: boolean
  /** For a sweep by hand, instead of `sweep.max-new`; `undefined` when it was not given. */
  maxNew: number | undefined
}

/** One input that can't be used: what was found (never a secret) and what to do. */
export type InputMistake = { input: string; found: string; todo: string }

/** Inputs that can't be used, with a line for each mistake. */
export class InputError extends SetupError {
  override name = 'InputError'
  readonly mistakes: readonly InputMistake[]

  constructor(mistakes: readonly InputMistake[]) {
    super(mistakes.map(({ input, found, todo }) => `Input ${input}: found ${found}. ${todo}`))
    this.mistakes = mistakes
  }
}

/** The value of an input, or why there is none. `quoted` is the text that `found` repeats. */
type ReadInput<T> =
  | { kind: 'value'; value: T }
  | { kind: 'mistake'; found: string; todo: string; quoted?: string }

/**
 * Whether the action is switched on. This input is read before any other, so a disabled action ends without an error
 * even when other inputs are wrong.
 *
 * @throws {InputError} for anything that is neither on nor off.
 */
export function readEnabled(getInput: GetInput): boolean {
  const read = readSwitch(getInput('enabled').trim())
  if (read.kind === 'value') return read.value
  throw new InputError([{ input: 'enabled', found: read.found, todo: read.todo }])
}

/**
 * Reads every input but `enabled`. Three inputs also have an environment variable, which counts when the input is
 * empty: `FREESCOUT_API_URL`, `FREESCOUT_API_KEY` and `GITHUB_ISSUE_BOT_TOKEN`.
 *
 * @throws {InputError} with every mistake at once.
 */
export function readInputs(getInput: GetInput, env: Environment): Inputs {
  const mistakes: InputMistake[] = []
  const raw = (name: string, variable = ''): string => getInput(name).trim() || env[variable]?.trim() || ''
  const key = raw('freescout-api-key', 'FREESCOUT_API_KEY')
  const token = raw('github-token', 'GITHUB_ISSUE_BOT_TOKEN')
  const serverUrl = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '')
  const home = env.GITHUB_REPOSITORY ?? ''

  const addMistake = (input: string, found: string, todo: string) => {
    mistakes.push({ input, found, todo })
  }
  /** Returns the value, or adds the mistake. A mistake never repeats a secret that was given to the wrong input. */
  const take = <T>(input: string, read: ReadInput<T>): T | undefined => {
    if (read.kind === 'value') return read.value
    const leaks = [key, token].some(secret => secret && read.quoted?.includes(secret))
    addMistake(input, leaks ? 'a secret, not shown here' : read.found, read.todo)
    return undefined
  }

  const freescoutUrl = take('freescout-url', readFreescoutUrl(raw('freescout-url', 'FREESCOUT_API_URL')))
  const freescoutApiKey = take('freescout-api-key', readSecret(key, API_KEY_TODO))
  const githubToken = take('github-token', readSecret(token, TOKEN_TODO))
  const command = take('command', readCommand(raw('command') || 'auto'))
  const [ticketText, issueText] = [raw('conversation'), raw('issue')]
  const conversation = ticketText
    ? take('conversation', readConversation(ticketText, freescoutUrl))
    : undefined
  const issue = issueText ? take('issue', readIssue(issueText, { serverUrl, home })) : undefined
  const fix = take('fix', readSwitch(raw('fix'))) ?? false
  const dryRun = take('dry-run', readSwitch(raw('dry-run'))) ?? false
  const maxNewText = raw('max-new')
  const maxNew = maxNewText ? take('max-new', readMaxNew(maxNewText)) : undefined

  if ((command === 'sync' || command === 'auto') && ticketText && issueText) {
    addMistake('conversation', 'both conversation and issue', 'Give only the one that is to be looked at.')
  }
  if (command === 'sync' && !ticketText && !issueText) {
    const todo = 'Give one of them, or use the command auto or sweep.'
    addMistake('command', '"sync" without conversation and issue', todo)
  }
  if (mistakes.length || !freescoutUrl || !freescoutApiKey || !githubToken || !command) {
    throw new InputError(mistakes)
  }
  const config = getInput('config')
  const configPath = raw('config-path') || '.github/freescout.yml'
  return {
    freescoutUrl,
    freescoutApiKey,
    githubToken,
    serverUrl,
    config,
    configPath,
    command,
    conversation,
    issue,
    fix,
    dryRun,
    maxNew,
  }
}

const API_KEY_TODO =
  'Set it to the secret FREESCOUT_API_KEY; FreeScout shows the key under Manage » API & Webhooks.'
const TOKEN_TODO = `Leave it out to use the workflow's own token (\${{ github.token }}), or set it to a secret.`

/** On or off, as the repository's variable is written. */
function readSwitch(raw: string): ReadInput<boolean> {
  try {
    return { kind: 'value', value: parseFlag(raw, 'it') }
  } catch {
    return quote(raw, 'Use true, 1 or on; or false, 0, off or nothing at all.')
  }
}

function readMaxNew(raw: string): ReadInput<number> {
  if (/^\d{1,4}$/.test(raw) && Number(raw) <= 1000) return { kind: 'value', value: Number(raw) }
  return quote(
    raw,
    'Give a whole number from 0 to 1000, or nothing to use sweep.max-new of the configuration.',
  )
}

function readCommand(raw: string): ReadInput<Inputs['command']> {
  const value = COMMANDS.find(command => command === raw)
  if (value) return { kind: 'value', value }
  const meant = nearest(raw, COMMANDS)
  return quote(raw, `Use one of ${COMMANDS.join(', ')}${meant ? ` – did you mean "${meant}"?` : '.'}`)
}

/** Reads a key or token. A mistake shows no part of it. `todo` says how to get one. */
function readSecret(raw: string, todo: string): ReadInput<string> {
  if (!raw) return mistake('nothing', todo)
  if (/\s/.test(raw)) {
    return mistake('white space inside it', 'Paste it again as one word, without spaces and line breaks.')
  }
  if (/[^\x21-\x7e]/.test(raw)) {
    const hint = 'Paste it again; only letters, digits and signs of ASCII can be sent.'
    return mistake('characters that no key has', hint)
  }
  return { kind: 'value', value: raw }
}

function readFreescoutUrl(raw: string): ReadInput<string> {
  const todo = "Give FreeScout's address, such as https://tickets.example.org."
  if (!raw) return mistake('nothing', todo)
  const url = URL.parse(raw)
  if (url?.username || url?.password || (raw.includes('@') && !/^https?:$/.test(url?.protocol ?? ''))) {
    return mistake('a user name or password in the address', `${todo} The API key has its own input.`)
  }
  if (url?.search || url?.hash || /[?#]/.test(raw)) {
    return mistake('an address with ? or #', `${todo} Nothing may follow the path.`)
  }
  if (!url || !['http:', 'https:'].includes(url.protocol)) return quote(raw, todo)
  if (!isSecure(url)) {
    return quote(raw, 'Use https: the API key would be sent in the clear. Plain http is for loopback only.')
  }
  const path = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/api$/, '')
    .replace(/\/+$/, '')
  return { kind: 'value', value: url.origin + path }
}

/** Reads a ticket's id, or the address of its page. Without a `freescoutUrl`, any host may have the page. */
function readConversation(raw: string, freescoutUrl: string | undefined): ReadInput<number> {
  const id = Number(/^[1-9]\d*$/.test(raw) ? raw : idInUrl(raw, freescoutUrl))
  if (Number.isSafeInteger(id)) return { kind: 'value', value: id }
  const example = `${freescoutUrl ?? 'https://tickets.example.org'}/conversation/12`
  return quote(
    raw,
    `Give the id that stands in the ticket's address (not the number beside its subject), or the address itself, such as ${example}.`,
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

/** An issue's number in `home`, or the address of any issue on that server. */
function readIssue(
  raw: string,
  { serverUrl, home }: { serverUrl: string; home: string },
): ReadInput<IssueRef> {
  const url = /^\d+$/.test(raw) ? issueRef({ repository: home, number: Number(raw) }, serverUrl).url : raw
  const repository = URL.parse(url)?.pathname.split('/').slice(1, 3).join('/') ?? ''
  const value = readIssueUrl(url, { serverUrl, allowed: [repository] })
  if (value) return { kind: 'value', value }
  return quote(
    raw,
    `Give an issue's number in ${home || 'GITHUB_REPOSITORY'}, or its address, such as ${serverUrl}/${home || 'owner/name'}/issues/77.`,
  )
}

function mistake(found: string, todo: string): ReadInput<never> {
  return { kind: 'mistake', found, todo }
}

/** A mistake that shows what was given, cut to a hundred characters. */
function quote(raw: string, todo: string): ReadInput<never> {
  const found = JSON.stringify(raw.length > 100 ? `${raw.slice(0, 99)}…` : raw)
  return { kind: 'mistake', found, todo, quoted: raw }
}
