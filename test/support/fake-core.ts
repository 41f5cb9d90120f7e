import type { Core } from '../../src/main.ts'

/** What a run wrote: its log as the runner shows it, its outputs and its job summary. */
export type Written = { exitCode: number; log: string; outputs: Record<string, string>; summary: string }

/** The names that the runner gives an annotation's place. */
const PROPERTIES: Record<string, string> = { startLine: 'line', startColumn: 'col' }

/**
 * The part of `@actions/core` that the action uses. It reads inputs from `env`, as the real one does, and writes into
 * `written`; commands (`::error::…`) are lines of the log.
 */
export function createFakeCore(env: Record<string, string | undefined>, written: Written): Core {
  const print = (line: string) => {
    written.log += `${line}\n`
  }
  const command = (name: string, message: string, properties: Record<string, unknown> = {}) => {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined)
    const list = given.map(([key, value]) => `${PROPERTIES[key] ?? key}=${value}`).join(',')
    print(`::${name}${list && ` ${list}`}::${message.replaceAll('%', '%25').replaceAll('\n', '%0A')}`)
  }
  return {
    getInput: name => (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim(),
    setSecret: secret => command('add-mask', secret),
    info: print,
    // The runner shows these only when debug logging is on.
    debug: () => {},
    startGroup: name => command('group', name),
    endGroup: () => command('endgroup', ''),
    warning: message => command('warning', message),
    error: (message, where) => command('error', message, where),
    setOutput: (name, value) => {
      written.outputs[name] = value
    },
    setFailed: message => {
      written.exitCode = 1
      command('error', message)
    },
    summary: {
      addRaw: markdown => {
        written.summary += markdown
        return { write: async () => {} }
      },
    },
  }
}

/** Nothing written yet. */
export function nothingWritten(): Written {
  return { exitCode: 0, log: '', outputs: {}, summary: '' }
}
