import {
  type Command,
  type ReadInput,
  readApiKey,
  readCommand,
  readConversation,
  readFreescoutUrl,
  readIssue,
  readMaxNew,
  readSwitch,
  readToken,
} from './input-values.ts'
import type { IssueRef } from './model.ts'
import { SetupError } from './setup-error.ts'

/** Gives an input of the action, trimmed, empty when it was not set: `getInput` of `@actions/core`. */
export type GetInput = (name: string) => string

/** The process's environment. */
export type Environment = Record<string, string | undefined>

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
  command: Command
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
    const { found, todo, quoted, fix } = read
    const leaks = [key, token].some(secret => secret && quoted?.includes(secret))
    if (leaks) addMistake(input, 'a secret, not shown here', todo)
    else addMistake(input, found, fix ? `${todo} ${fix}` : todo)
    return undefined
  }

  const freescoutUrl = take('freescout-url', readFreescoutUrl(raw('freescout-url', 'FREESCOUT_API_URL')))
  const freescoutApiKey = take('freescout-api-key', readApiKey(key))
  const githubToken = take('github-token', readToken(token))
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
    addMistake('conversation', 'both conversation and issue', 'Give only one of them.')
  }
  if (command === 'sync' && !ticketText && !issueText) {
    const todo =
      'Give the ticket in conversation or the issue in issue, or choose the command sweep, report or doctor.'
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
