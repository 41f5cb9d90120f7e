import { distance } from 'fastest-levenshtein'
import { SetupError } from '../setup-error.ts'

/**
 * One thing that is wrong in a configuration. `line` and `column` count from 1. `key` is a path as `formatPath`
 * writes it, and empty for the file as a whole. `found` and `expected` are phrases, not sentences. `suggestion` is the key
 * or text that the author probably meant, and `correction` is YAML that can be written instead.
 */
export type Mistake = {
  kind: 'syntax' | 'unknown-key' | 'value'
  line: number
  column: number
  key: string
  found: string
  expected: string
  suggestion?: string
  correction?: string
}

/** A place in the configuration: the keys of mappings and the indexes of lists that lead to it. */
export type Path = readonly (string | number)[]

/** A configuration that nobody can use, with a line for each mistake. */
export class ConfigError extends SetupError {
  override name = 'ConfigError'
  /** The path of the file, or the input that held the text. */
  readonly source: string
  /** In the order of the text; empty when there was no text to read. */
  readonly mistakes: readonly Mistake[]

  constructor(lines: readonly string[], { source, mistakes = [], example }: ConfigErrorDetails) {
    super(lines, example)
    this.source = source
    this.mistakes = mistakes
  }

  override get summary(): string | undefined {
    const { length } = this.mistakes
    if (length === 0) return undefined
    return `The configuration (${this.source}) has ${length === 1 ? '1 mistake' : `${length} mistakes`}; nothing was written.`
  }
}

type ConfigErrorDetails = { source: string; mistakes?: readonly Mistake[]; example?: string }

/** A mistake in one line that begins with `source:line:column`, which editors and log viewers link. */
export function mistakeLine(mistake: Mistake, source: string): string {
  return `${source}:${mistake.line}:${mistake.column} ${mistakeText(mistake)}`
}

/** A mistake without its line: the key, what was found, what is expected, and what the author probably meant. */
export function mistakeText({ kind, key, found, expected, suggestion, correction }: Mistake): string {
  const where = key && `${key}: `
  const meant = correction ?? (suggestion === undefined ? undefined : JSON.stringify(suggestion))
  const hint = meant === undefined ? '' : ` – did you mean ${meant}?`
  if (kind === 'syntax') return `${where}${found}${hint}`
  if (kind === 'unknown-key') return `${where}${found}${hint || `, expected ${expected}`}`
  return `${where}found ${found}, expected ${expected}${hint}`
}

/** A path as messages show it: `labels["a b"].tags[0]`. Different paths give different texts. */
export function formatPath(path: Path): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`
    if (!/^[\w-]+$/.test(part)) return `${before}[${JSON.stringify(part)}]`
    return before ? `${before}.${part}` : part
  }, '')
}

/**
 * The candidate that a mistyped word most likely stands for, or `undefined` when none is similar. Case, dashes
 * and underscores don't count, so `onTicketClosed` is `on-ticket-closed`. Two wrong letters are allowed, and more
 * in long words. At least one letter of the candidate must be right.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = lettersOf(word)
  let best: { candidate: string; wrong: number } | undefined
  for (const candidate of candidates) {
    const letters = lettersOf(candidate)
    const wrong = distance(typed, letters)
    if (wrong > Math.max(2, Math.floor(letters.length / 3)) || wrong >= letters.length) continue
    if (!best || wrong < best.wrong) best = { candidate, wrong }
  }
  return best?.candidate
}

function lettersOf(word: string): string {
  return word
    .slice(0, 100)
    .toLowerCase()
    .replace(/[-_\s]/g, '')
}
