import { type Alias, type Document, LineCounter, parseDocument, visit } from 'yaml'
import { check } from './check.ts'
import { ConfigError, formatMistakes, type Mistake } from './mistakes.ts'
import type { Config } from './schema.ts'

/** Far more than any configuration needs, and little enough to be read in no time whatever is in it. */
const MAX_CHARACTERS = 65_536
const MAX_ALIASES = 100

/**
 * Reads a configuration: YAML 1.2, checked, normalised, defaults filled in.
 *
 * @param source what the text is called in messages: the file's path, or `input config`.
 * @throws {ConfigError} with every mistake at once, and its line and column.
 */
export function parseConfig(text: string, { source }: { source: string }): Config {
  const lines = new LineCounter()
  if (text.length > MAX_CHARACTERS)
    fail([syntax(0, `not readable: longer than ${MAX_CHARACTERS} characters`)])
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false })
  const broken = syntaxMistakes()
  if (broken.length) fail(broken)
  const checked = check(document, lines, plainValue())
  return 'config' in checked ? checked.config : fail(checked.mistakes)

  function syntaxMistakes(): Mistake[] {
    const { errors, warnings } = document
    if (errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
      return [syntax(0, 'not readable: nested too deeply')]
    const aliases = aliasesOf(document)
    if (aliases.length > MAX_ALIASES)
      return [syntax(0, `not readable: more than ${MAX_ALIASES} aliases (*name)`)]
    return [
      ...[...errors, ...warnings].map(({ code, message, pos }) =>
        syntax(
          pos[0],
          code === 'MULTIPLE_DOCS'
            ? 'not readable: a second document begins here'
            : `not valid YAML: ${message}`,
        ),
      ),
      ...aliases
        .filter(alias => !alias.resolve(document))
        .map(({ source, range }) =>
          syntax(range?.[0], `not valid YAML: *${source} without an &${source} before it`),
        ),
    ]
  }

  function plainValue(): unknown {
    try {
      return document.toJS({ maxAliasCount: MAX_ALIASES })
    } catch (error) {
      return fail([syntax(0, `not readable: ${error instanceof Error ? error.message : String(error)}`)])
    }
  }

  function syntax(offset: number | undefined, found: string): Mistake {
    const { line, col } = lines.linePos(offset ?? 0)
    return {
      kind: 'syntax',
      line: Math.max(line, 1),
      column: Math.max(col, 1),
      key: '',
      found,
      expected: 'YAML',
    }
  }

  function fail(mistakes: Mistake[]): never {
    throw new ConfigError(formatMistakes(mistakes, source), { source, mistakes })
  }
}

function aliasesOf(document: Document): Alias[] {
  const aliases: Alias[] = []
  visit(document, {
    Alias(_, alias) {
      aliases.push(alias)
    },
  })
  return aliases
}
