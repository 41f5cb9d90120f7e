import { nearest } from './config/nearest.ts'
import { parseFlag } from './flag.ts'
import { readIssueUrl } from './issue-url.ts'
import type { IssueRef } from './model.ts'

/** Gives an input of the action, trimmed, empty when it was not set. */
export type GetInput = (name: string) => string

/** The process's environment. */
export type Environment = Record<string, string | undefined>

/** Inputs as the runner hands them over: `INPUT_`, upper case, spaces as `_`, dashes kept. */
export function actionInputs(env: Environment): GetInput {
  return name => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
}

const COMMANDS = ['auto', 'sync', 'sweep', 'doctor'] as const

/** The action's inputs, checked. */
export type Inputs = {
  /** FreeScout's address without `/api` and without a slash at the end. */
  freescoutUrl: string
  freescoutApiKey: string
  githubToken: string
  /** Inline YAML; empty when the file is to be used. */
  config: string
  configPath: string
  command: (typeof COMMANDS)[number]
  /** A ticket's id. */
  conversation: number | undefined
  issue: IssueRef | undefined
  fix: boolean
  dryRun: boolean
}

/** One input that can't be used: what was found (never a secret) and what to do. */
export type InputMistake = { input: string; found: string; todo: string }

/** Inputs that can't be used. `message` lists every mistake, one line each. */
export class InputError extends Error {
  override name = 'InputError'
  readonly mistakes: readonly InputMistake[]

  constructor(mistakes: readonly InputMistake[]) {
    super(mistakes.map(({ input, found, todo }) => `Input ${input}: found ${found}. ${todo}`).join('\n'))
    this.mistakes = mistakes
  }
}

/**
 * Whether the action is switched on. Read before anything else: a disabled installation ends quietly, whatever
 * the other inputs are.
 *
 * @throws {InputError} for anything that is neither on nor off.
 */
export function readEnabled(getInput: GetInput): boolean {
  const raw = getInput('enabled').trim()
  const reading = readFlag(raw)
  if ('value' in reading) return reading.value
  throw new InputError([{ input: 'enabled', ...reading }])
}

/**
 * Reads every input but `enabled`. An empty input falls back to the environment variable that stands for the
 * same thing (`FREESCOUT_API_URL`, `FREESCOUT_API_KEY`, `GITHUB_ISSUE_BOT_TOKEN`).
 *
 * @throws {InputError} with every mistake at once.
 */
export function readInputs(getInput: GetInput, env: Environment): Inputs {
  const mistakes: InputMistake[] = []
  const raw = (name: string, variable?: string) =>
    getInput(name).trim() || (variable && env[variable]?.trim()) || ''
  const key = raw('freescout-api-key', 'FREESCOUT_API_KEY')
  const token = raw('github-token', 'GITHUB_ISSUE_BOT_TOKEN')

  const freescoutUrl = take('freescout-url', raw('freescout-url', 'FREESCOUT_API_URL'), readFreescoutUrl)
  const freescoutApiKey = take('freescout-api-key', key, value =>
    readSecret(
      value,
      'Set it to the secret FREESCOUT_API_KEY; FreeScout shows the key under Manage » API & Webhooks.',
    ),
  )
  const githubToken = take('github-token', token, value =>
    readSecret(
      value,
      `Leave it out to use the workflow's own token (\${{ github.token }}), or set it to a secret.`,
    ),
  )
  const command = take('command', raw('command') || 'auto', readCommand)
  const [ticket, issueText] = [raw('conversation'), raw('issue')]
  const conversation = ticket
    ? take('conversation', ticket, value => readConversation(value, freescoutUrl))
    : undefined
  const issue = issueText ? take('issue', issueText, value => readIssue(value, env)) : undefined
  const fix = take('fix', raw('fix'), readFlag) ?? false
  const dryRun = take('dry-run', raw('dry-run'), readFlag) ?? false

  if ((command === 'sync' || command === 'auto') && ticket && issueText) {
    complain('conversation', 'both conversation and issue', 'Give only the one that is to be looked at.')
  }
  if (command === 'sync' && !ticket && !issueText) {
    complain(
      'command',
      '"sync" without conversation and issue',
      'Give one of them, or use the command auto or sweep.',
    )
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
    config,
    configPath,
    command,
    conversation,
    issue,
    fix,
    dryRun,
  }

  function take<T>(input: string, value: string, read: (value: string) => Reading<T>): T | undefined {
    const reading = read(value)
    if ('value' in reading) return reading.value
    const leaks = [key, token].some(secret => secret && value.includes(secret))
    const shown = reading.found.startsWith('"')
    complain(input, leaks && shown ? 'a secret, not shown here' : reading.found, reading.todo)
    return undefined
  }

  function complain(input: string, found: string, todo: string): void {
    mistakes.push({ input, found, todo })
  }
}

/** A value, or why there is none. */
type Reading<T> = { value: T } | { found: string; todo: string }

function readFlag(raw: string): Reading<boolean> {
  try {
    return { value: parseFlag(raw, 'it') }
  } catch {
    return { found: show(raw), todo: 'Use true, 1 or on; or false, 0, off or nothing at all.' }
  }
}

function readCommand(raw: string): Reading<Inputs['command']> {
  const value = COMMANDS.find(command => command === raw)
  if (value) return { value }
  const meant = nearest(raw, COMMANDS)
  const hint = meant ? ` – did you mean "${meant}"?` : '.'
  return { found: show(raw), todo: `Use one of ${COMMANDS.join(', ')}${hint}` }
}

function readSecret(raw: string, todo: string): Reading<string> {
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

function readFreescoutUrl(raw: string): Reading<string> {
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

function readConversation(raw: string, freescoutUrl: string | undefined): Reading<number> {
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

function readIssue(raw: string, env: Environment): Reading<IssueRef> {
  const serverUrl = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '')
  const home = env.GITHUB_REPOSITORY ?? ''
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
