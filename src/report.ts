import { ConfigError, mistakeText } from './config/mistakes.ts'
import type { Outcome } from './outcome.ts'
import { summarise } from './summary.ts'
import type { Log } from './world.ts'

/** Where a run speaks; the part of `@actions/core` that is used for that. */
export type Reporter = {
  info: (line: string) => void
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

/** The log of a workflow, in which lines can be folded up. */
export function logOf(core: Reporter): Log {
  return (line, details) => {
    if (!details?.length) return core.info(line)
    core.startGroup(line)
    for (const detail of details) core.info(detail)
    core.endGroup()
  }
}

/** Tells what a run came to: outputs, annotations, job summary; a failure fails the step. */
export async function report(outcome: Outcome, core: Reporter): Promise<void> {
  const { result, reason, ticket, issue, changes, warnings, error } = outcome
  const outputs = {
    result,
    reason: reason ?? '',
    'issue-url': issue?.url ?? '',
    'issue-number': issue ? String(issue.number) : '',
    'conversation-id': ticket ? String(ticket.id) : '',
    'conversation-url': ticket?.url ?? '',
    changes: JSON.stringify(changes),
  }
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value)
  for (const warning of warnings) core.warning(warning)
  if (error) fail(error, core)
  await core.summary
    .addRaw(summarise(outcome))
    .write()
    .catch((error: Error) => core.info(`There is no job summary: ${error.message}`))
}

/** A configuration's mistakes are shown at their lines, then counted; anything else is one message. */
function fail(error: Error, core: Reporter): void {
  if (!(error instanceof ConfigError) || !error.mistakes.length) {
    core.setFailed(error.message)
    return
  }
  for (const mistake of error.mistakes) {
    core.error(`${error.source}:${mistake.line}:${mistake.column} ${mistakeText(mistake)}`, {
      title: 'Configuration',
      file: error.source,
      startLine: mistake.line,
      startColumn: mistake.column,
    })
  }
  const count = error.mistakes.length === 1 ? '1 mistake' : `${error.mistakes.length} mistakes`
  core.setFailed(`The configuration (${error.source}) has ${count}; nothing was written.`)
}
