/**
 * One thing that is wrong in a configuration. `line` and `column` count from 1. `key` is a dotted path, such as
 * `issue.routes[0].when`, and empty for the file as a whole. `found` and `expected` are phrases to be printed.
 */
export type Mistake = {
  kind: 'syntax' | 'unknown-key' | 'value'
  line: number
  column: number
  key: string
  found: string
  expected: string
  suggestion?: string
}

/** Where something is in the configuration: keys of mappings, indexes of lists. */
export type Path = readonly (string | number)[]

/** A configuration that can't be used. `message` lists every mistake, one line each. */
export class ConfigError extends Error {
  override name = 'ConfigError'
  /** The file's path, or how else the configuration was given. */
  readonly source: string
  /** In the order of the file; empty when there is no configuration to be read at all. */
  readonly mistakes: readonly Mistake[]

  constructor(message: string, { source, mistakes }: { source: string; mistakes: readonly Mistake[] }) {
    super(message)
    this.source = source
    this.mistakes = mistakes
  }
}

/**
 * The mistakes as people read them, one line each, beginning with `source:line:column` as editors and log
 * viewers understand it.
 */
export function formatMistakes(mistakes: readonly Mistake[], source: string): string {
  return mistakes
    .map(mistake => `${source}:${mistake.line}:${mistake.column} ${mistakeText(mistake)}`)
    .join('\n')
}

/** A path as it is written in a message: `labels["a b"].tags[0]`. */
export function dotted(path: Path): string {
  return path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`
    if (!/^[\w-]+$/.test(part)) return `${before}[${JSON.stringify(part)}]`
    return before ? `${before}.${part}` : part
  }, '')
}

/** A mistake without its place: the key, what was found, what is expected, and what was probably meant. */
export function mistakeText({ kind, key, found, expected, suggestion }: Mistake): string {
  const where = key && `${key}: `
  const hint = suggestion === undefined ? '' : ` – did you mean ${JSON.stringify(suggestion)}?`
  if (kind === 'syntax') return `${where}${found}`
  if (kind === 'unknown-key') return `${where}${found}${hint || `, expected ${expected}`}`
  return `${where}found ${found}, expected ${expected}${hint}`
}
