import { ConfigError, mistakeLine } from './config/mistakes.ts'
import type { Outcome } from './outcome.ts'
import { summarise } from './summary.ts'
import { helpForError } from './troubleshooting.ts'
import type { Log } from './world.ts'

/** Where a run writes its log, outputs and summary: the part of `@actions/core` that is used for that. */
export type Reporter = {
  info: (line: string) => void
  /** Shown only when somebody turned on debug logging. */
  debug: (line: string) => void
  startGroup: (name: string) => void
  endGroup: () => void
  warning: (message: string) => void
  error: (
    message: string,
    where?: { title?: string; file?: string; startLine?: number; startColumn?: number },
  ) => void
  setOutput: (name: string, value: string) => void
  setFailed: (message: string) => void
  summary: { addRaw: (markdown: string) => { write: () => Promise<unknown> } }
}

/** The log of a run; details are folded under their line. */
export function logTo(core: Reporter): Log {
  return (line, details = []) => {
    if (details.length === 0) return core.info(logLine(line))
    core.startGroup(logLine(line))
    for (const detail of details) core.info(logLine(detail))
    core.endGroup()
  }
}

/** Takes an error for the debug log, with its stack. */
export function debugTo(core: Pick<Reporter, 'debug'>): (error: Error) => void {
  return error => core.debug(logText(error.stack ?? String(error)))
}

/**
 * Text on one line that can't start a command of the runner. The runner takes `::` at the start of a line and `##[`
 * anywhere in it for commands, and it ignores characters without a width when it compares. So they are removed.
 * https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function logLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu, '')
    .replaceAll('##[', '## [')
    .replace(/^\s*::/, ': :')
}

/** The same for text of several lines. Only an annotation may have some, because its command escapes line breaks. */
function logText(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(logLine)
    .join('\n')
}

/** Reports an outcome: outputs, annotations, job summary. An error fails the step. */
export async function report(outcome: Outcome, core: Reporter): Promise<void> {
  for (const [name, value] of Object.entries(outputsOf(outcome))) core.setOutput(name, value)
  for (const warning of outcome.warnings) core.warning(logLine(warning))
  errorsOf(outcome).forEach(debugTo(core))
  if (outcome.error) {
    fail(outcome.error, core)
    core.info(`What this means: ${helpForError(outcome.error)}`)
  }
  await core.summary
    .addRaw(summarise(outcome))
    .write()
    .catch((error: Error) => core.info(logLine(`There is no job summary: ${error.message}`)))
}

/** The action's outputs; what an outcome does not have is empty. */
function outputsOf(outcome: Outcome): Record<string, string> {
  const { result, reason = '', changes } = outcome
  const isAboutOne = outcome.kind === 'ticket' || outcome.kind === 'issue'
  const { issue, ticket } = isAboutOne ? outcome : {}
  return {
    result,
    reason,
    'issue-url': issue?.url ?? '',
    'issue-number': issue ? String(issue.number) : '',
    'conversation-id': ticket ? String(ticket.id) : '',
    'conversation-url': ticket?.url ?? '',
    changes: JSON.stringify(changes.map(({ change }) => change)),
  }
}

/** A sweep's own error says only how many items failed, so this returns the errors of the items. */
function errorsOf(outcome: Outcome): Error[] {
  const failing = outcome.kind === 'sweep' ? outcome.items : [outcome]
  return failing.flatMap(({ error }) => error ?? [])
}

/** Shows each mistake of a configuration at its line, and then their number. Shows any other error as one message. */
function fail(error: Error, core: Reporter): void {
  if (!(error instanceof ConfigError) || !error.mistakes.length) {
    core.setFailed(logText(error.message))
    return
  }
  for (const mistake of error.mistakes) {
    core.error(logText(mistakeLine(mistake, error.source)), {
      title: 'Configuration',
      file: error.source,
      startLine: mistake.line,
      startColumn: mistake.column,
    })
  }
  core.setFailed(logLine(error.summary ?? error.message))
}
