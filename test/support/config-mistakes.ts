import { parseConfig } from '../../src/config/load.ts'
import { ConfigError, type Mistake } from '../../src/config/mistakes.ts'

/** The mistakes in a configuration, in the order of the text. */
export function mistakesOf(text: string): readonly Mistake[] {
  try {
    parseConfig(text, { source: 'f.yml' })
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes
    throw error
  }
  return []
}

/** The lines of the error's message, without the source. They begin with line and column: `2:14 user: found …`. */
export function messagesOf(text: string): string[] {
  try {
    parseConfig(text, { source: 'f.yml' })
    return []
  } catch (error) {
    return (error as Error).message.split('\n').map(line => line.replace('f.yml:', ''))
  }
}

/** The same without line and column, for mistakes on the second line. */
export function messagesOfSecondLine(line: string): string[] {
  return messagesOf(`user: 1\n${line}`).map(text => text.replace(/^2:\d+ /, ''))
}
