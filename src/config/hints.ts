import * as v from 'valibot'
import { isMap, isScalar, stringify } from 'yaml'
import { keysOf, type Shape, shapeOf } from './keys.ts'
import { formatPath, type Mistake, nearest, type Path } from './mistakes.ts'
import { configSchema, DEFAULT_LABEL_ACTIONS, LABEL_ACTIONS } from './schema.ts'

/** What the author of a mistake probably meant, if anything. */
export type Hint = Pick<Mistake, 'suggestion' | 'correction'>

type Mapping = Extract<Shape, { kind: 'mapping' }>

const KNOWN_PATHS = keysOf(configSchema).map(({ path }) => path)
/** No correction repeats a longer text. */
const MAX_CORRECTED = 200

/**
 * For an unknown key: a key of the same mapping with a similar spelling, or the path of the only key elsewhere that has
 * this name. A label with its action is meant for the table `labels`.
 *
 * @param value the node that follows the key
 */
export function hintForKey(name: string, { mapping, value }: { mapping: Mapping; value: unknown }): Hint {
  const sibling = nearest(name, Object.keys(mapping.entries))
  if (sibling) return { suggestion: sibling }
  const [elsewhere, ...others] = KNOWN_PATHS.filter(path => path.at(-1) === name && !path.includes('*'))
  if (elsewhere && others.length === 0) return { suggestion: formatPath(elsewhere) }
  if (isScalar(value) && isLabelAction(value)) {
    return { correction: flow({ labels: { [name]: { action: value.value } } }).slice(2, -2) }
  }
  const isLabel = isLabelAction(value) || Object.hasOwn(DEFAULT_LABEL_ACTIONS, name)
  return isLabel ? { suggestion: formatPath(['labels', name]) } : {}
}

/** For a single value where a list or a mapping is expected: the same value in one. */
export function hintForShape(schema: v.GenericSchema, node: unknown): Hint {
  const text = isScalar(node) && node.value !== null ? String(node.source ?? node.value).trim() : ''
  if (text === '' || text.length > MAX_CORRECTED) return {}
  const shape = shapeOf(schema)
  const candidates: unknown[] = []
  if (shape.kind === 'list') {
    const items = text.split(',').map(item => item.trim())
    candidates.push(items.filter(Boolean))
  }
  if (shape.kind === 'mapping') {
    for (const [name, entry] of Object.entries(shape.entries)) {
      const inner = shapeOf(entry)
      const word = inner.kind === 'value' ? nearest(text, inner.words) : undefined
      if (word) candidates.push({ [name]: word })
    }
  }
  const meant = candidates.find(candidate => v.is(schema, candidate))
  return meant === undefined ? {} : { correction: flow(meant) }
}

/**
 * For a value that the schema refuses: a word of the choice with a similar spelling. For `404` without quotes where text is
 * expected, and for a value that YAML takes for a comment because it begins with `#`: the same as text.
 *
 * @param input the value as plain data
 */
export function hintForValue(
  path: Path,
  { input, schema, node }: { input: unknown; schema: v.GenericSchema; node: unknown },
): Hint {
  const shape = shapeOf(schema)
  if (typeof input === 'string') {
    const word = shape.kind === 'value' ? nearest(input, shape.words) : undefined
    return word ? { suggestion: word } : {}
  }
  if (isMap(node) && isLabelAction(node)) return { suggestion: formatPath(['labels', String(path.at(-1))]) }
  const text = isScalar(node) ? textOf(node) : undefined
  return text && v.is(schema, text) ? { suggestion: text } : {}
}

/** The text that quotes would make of a value. A comment without a blank after `#` may be meant as text. */
function textOf({ value, source, comment }: { value: unknown; source?: string; comment?: string | null }) {
  if (typeof value === 'number' || typeof value === 'boolean') return source
  return value === null && comment && /^\S/.test(comment) ? `#${comment.split('\n')[0]}`.trim() : undefined
}

/** Whether a node looks like an entry of `labels`: a mapping with the key `action`, or only the action. */
function isLabelAction(node: unknown): boolean {
  if (isMap(node)) return node.has('action')
  return isScalar(node) && LABEL_ACTIONS.some(action => action === node.value)
}

/** A value as YAML on one line. */
function flow(value: unknown): string {
  const isList = Array.isArray(value)
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: !isList }).trim()
}
