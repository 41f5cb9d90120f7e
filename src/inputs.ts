import {
  type Command,
  type Reading,
  readCommand,
  readConversation,
  readFlag,
  readFreescoutUrl,
  readIssue,
  readSecret,
} from './input-values.ts'
import type { IssueRef } from './model.ts'

/** Gives an input of the action, trimmed, empty when it was not set. */
export type GetInput = (name: string) => string

/** The process's environment. */
export type Environment = Record<string, string | undefined>

/** Inputs as the runner hands them over: `INPUT_`, upper case, spaces as `_`, dashes kept. */
export function actionInputs(env: Environment): GetInput {
  return name => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
}

/** The action's inputs, checked. */
export type Inputs = {
  /** FreeScout's address without `/api` and without a slash at the end. */
  freescoutUrl: string
  freescoutApiKey: string
  githubToken: string
  /** Inline YAML; empty when the file is to be used. */
  config: string
  configPath: string
  command: Command
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
  const issue = issueText ? take('issue', issueText, value => readIssue(value, whereOf(env))) : undefined
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

function whereOf({ GITHUB_SERVER_URL, GITHUB_REPOSITORY = '' }: Environment) {
  const serverUrl = (GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '')
  return { serverUrl, home: GITHUB_REPOSITORY }
}
