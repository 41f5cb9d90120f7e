import * as v from 'valibot'
import { type Document, isAlias, isScalar, type LineCounter } from 'yaml'
import { dotted, type Mistake, type Path } from './mistakes.ts'
import { nearest } from './nearest.ts'
import { shapeOf } from './outline.ts'
import { type Contradiction, contradictions } from './rules.ts'
import { type Config, configSchema } from './schema.ts'
import { describe, type Place, position, readStructure } from './structure.ts'

/** Either the configuration, or everything that is wrong with it, in the order of the text. */
export type Checked = { config: Config } | { mistakes: Mistake[] }

/**
 * Holds a document without syntax errors against the schema and the rules. All mistakes are told at once, and
 * one cause is one mistake: what the structure already complains about is not complained about again.
 */
export function check(document: Document, lines: LineCounter, value: unknown): Checked {
  const { places, mistakes: structural } = readStructure(document, lines, configSchema)
  const result = v.safeParse(configSchema, value ?? {})
  const issues = (result.issues ?? []).filter(issue => !isAboutAKey(issue)).map(issue => fromIssue(issue))
  const clashes = contradictions(value).map(found => fromContradiction(found))
  const mistakes = [...structural, ...[...issues, ...clashes].filter(mistake => !isCovered(mistake.key))]
  if (result.success && mistakes.length === 0) return { config: result.output }
  return { mistakes: mistakes.sort((a, b) => a.line - b.line || a.column - b.column) }

  function fromIssue(issue: v.BaseIssue<unknown>): Mistake {
    const path = (issue.path ?? []).map(({ key }) => key as string | number)
    const place = find(path)
    if (issue.path?.at(-1)?.origin === 'key') return atKey(path, place, issue.message)
    return atValue(path, place, issue.message, suggest(place, issue.input))
  }

  function fromContradiction({ path, at, expected }: Contradiction): Mistake {
    return at === 'key' ? atKey(path, find(path), expected) : atValue(path, find(path), expected)
  }

  function atKey(path: Path, { key }: Place, expected: string): Mistake {
    const where = position({ ...(key && { value: key }) }, lines)
    return { kind: 'value', ...where, key: dotted(path), found: JSON.stringify(path.at(-1)), expected }
  }

  function atValue(path: Path, place: Place, expected: string, suggestion?: string): Mistake {
    const found = describe(resolved(place))
    const where = position(place, lines)
    return { kind: 'value', ...where, key: dotted(path), found, expected, ...(suggestion && { suggestion }) }
  }

  /** The place of a path, or of what is nearest around it. */
  function find(path: Path): Place {
    return places.get(dotted(path)) ?? (path.length ? find(path.slice(0, -1)) : { schema: configSchema })
  }

  function resolved({ value: node }: Place): unknown {
    return isAlias(node) ? node.resolve(document) : node
  }

  /** A word of the choice that looks alike; or, for `404` where text should be, the same in quotes. */
  function suggest(place: Place, input: unknown): string | undefined {
    const shape = shapeOf(place.schema)
    if (typeof input === 'string' && shape.kind === 'value') return nearest(input, shape.options)
    const node = resolved(place)
    const bare = typeof input === 'number' || typeof input === 'boolean'
    const quoted = bare && isScalar(node) ? node.source : undefined
    return quoted && v.is(place.schema, quoted) ? quoted : undefined
  }

  function isCovered(key: string): boolean {
    return structural
      .filter(({ found }) => found !== 'the same key again')
      .some(
        ({ key: outer }) =>
          !outer || key === outer || key.startsWith(`${outer}.`) || key.startsWith(`${outer}[`),
      )
  }
}

/** Missing and unknown keys, which the structure tells better: all of them, and with a suggestion. */
function isAboutAKey({ type, path }: v.BaseIssue<unknown>): boolean {
  return type === 'strict_object' && path?.at(-1)?.origin === 'key'
}
