import * as v from 'valibot'
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type YAMLMap,
  type Node as YamlNode,
} from 'yaml'
import { expectationOf, isRequired, keysOf, type Shape, shapeOf } from './keys.ts'
import { formatPath, type Mistake, nearest, type Path } from './mistakes.ts'
import { findContradictions } from './rules.ts'
import { type Config, configSchema } from './schema.ts'

/** Either the configuration, or everything that is wrong with it, in the order of the text. */
export type Validation = { kind: 'valid'; config: Config } | { kind: 'invalid'; mistakes: Mistake[] }

/** A part of the text and the schema that it must fulfil. The document as a whole has no key. */
type Place = { schema: v.GenericSchema; key?: YamlNode; value?: YamlNode }

/** What the schema or a rule refuses: the value at a path, or its key. `input` is the value as plain data. */
type Finding = { path: Path; part: 'key' | 'value'; expected: string; input?: unknown }

/** A mapping as `parseDocument` gives it: keys and values are nodes. */
type TextMap = YAMLMap<YamlNode, YamlNode | null>

type Mapping = Extract<Shape, { kind: 'mapping' }>
type Table = Extract<Shape, { kind: 'table' }>

/** Keys that JavaScript objects can't carry as plain data. */
const RESERVED = ['__proto__', 'prototype', 'constructor']

const KNOWN_PATHS = keysOf(configSchema).map(({ path }) => path)

/**
 * Validates a document without syntax errors: its structure, its values, and the rules between them. Reports all
 * mistakes at once, and one mistake for each cause.
 *
 * @param value what the document holds, as plain data.
 */
export function validateConfig(document: Document, lines: LineCounter, value: unknown): Validation {
  const { places, mistakes } = readStructure(document, lines)
  const result = v.safeParse(configSchema, value ?? {})
  const findings = [...(result.issues ?? []).map(toFinding), ...findContradictions(value)]
  const refused = findings.flatMap(finding => {
    const place = places.get(formatPath(finding.path))
    // A part whose structure is wrong has no place. Its structure is among the mistakes already.
    if (!place && mistakes.length > 0) return []
    return [toMistake(finding, place ?? { schema: configSchema })]
  })
  const all = [...mistakes, ...refused].sort((a, b) => a.line - b.line || a.column - b.column)
  if (result.success && all.length === 0) return { kind: 'valid', config: result.output }
  return { kind: 'invalid', mistakes: all }

  function toMistake({ path, part, expected, input }: Finding, place: Place): Mistake {
    const key = formatPath(path)
    if (part === 'key') {
      const found = JSON.stringify(path.at(-1))
      return { kind: 'value', ...positionOf(place.key, lines), key, found, expected }
    }
    const node = resolveAlias(place.value, document)
    const suggestion = suggestValue(input, place.schema, node)
    return {
      kind: 'value',
      ...positionOf(nodeToShow(place), lines),
      key,
      found: describeNode(node),
      expected,
      ...(suggestion && { suggestion }),
    }
  }
}

function toFinding({ path, message, input }: v.BaseIssue<unknown>): Finding {
  return {
    path: (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))),
    part: path?.at(-1)?.origin === 'key' ? 'key' : 'value',
    expected: message,
    input,
  }
}

/**
 * Compares the document with the shape of the schema. It finds mappings, tables and lists at the wrong place, and
 * unknown, missing and repeated keys. Valibot checks only the single values, because it accepts a list as an object,
 * and reports only the first unknown key. `places` has every part whose structure is right, by its path as text.
 */
function readStructure(document: Document, lines: LineCounter) {
  const places = new Map<string, Place>()
  const mistakes: Mistake[] = []
  readPlace([], { schema: configSchema, ...(document.contents && { value: document.contents }) })
  return { places, mistakes }

  function readPlace(path: Path, place: Place): void {
    const shape = shapeOf(place.schema)
    const node = resolveAlias(place.value, document)
    const isEmptyDocument = path.length === 0 && !node
    places.set(formatPath(path), place)
    if (shape.kind === 'value') return
    if (shape.kind === 'list' && isSeq<YamlNode>(node)) {
      node.items.forEach((value, index) => {
        readPlace([...path, index], { schema: shape.item, value })
      })
    } else if (shape.kind !== 'list' && isMap<YamlNode, YamlNode | null>(node)) {
      const names = readPairs(path, place, shape, node)
      if (shape.kind === 'mapping') addMissingKeys(path, place, shape, names)
    } else if (shape.kind === 'mapping' && isEmptyDocument) {
      addMissingKeys(path, place, shape, [])
    } else {
      places.delete(formatPath(path))
      const expected = expectationOf(place.schema)
      addMistake(path, nodeToShow(place), { found: describeNode(node), expected })
    }
  }

  /** Returns the names that are there. A mistyped name counts as the name that its author probably meant. */
  function readPairs(path: Path, place: Place, shape: Mapping | Table, map: TextMap): string[] {
    const first = new Map<string, YamlNode>()
    const meant: string[] = []
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value ?? '') : String(key)
      const inner = [...path, name]
      const schema = isScalar(key) && !RESERVED.includes(name) ? entryOf(shape, name) : undefined
      if (!schema) {
        const isMapping = shape.kind === 'mapping'
        const suggestion = isMapping ? suggestKey(name, shape) : undefined
        const names = isMapping && `one of ${Object.keys(shape.entries).join(', ')}`
        const expected = names || expectationOf(place.schema)
        const what = { found: 'unknown key', expected, ...(suggestion && { suggestion }) }
        addMistake(inner, key, { kind: 'unknown-key', ...what })
        if (suggestion) meant.push(suggestion)
        continue
      }
      const earlier = first.get(name)
      if (earlier) {
        const expected = `it once; the first is on line ${positionOf(earlier, lines).line}`
        addMistake(inner, key, { found: 'the same key again', expected })
      }
      first.set(name, earlier ?? key)
      readPlace(inner, { schema, key, ...(value && { value }) })
    }
    return [...first.keys(), ...meant]
  }

  function addMissingKeys(path: Path, place: Place, { entries }: Mapping, names: string[]): void {
    for (const [name, schema] of Object.entries(entries)) {
      if (!isRequired(schema) || names.includes(name)) continue
      const expected = `${expectationOf(schema)} (required)`
      addMistake([...path, name], nodeToShow(place), { found: 'nothing', expected })
    }
  }

  function addMistake(
    path: Path,
    node: YamlNode | undefined,
    what: Pick<Mistake, 'found' | 'expected'> & Partial<Mistake>,
  ): void {
    mistakes.push({ kind: 'value', ...positionOf(node, lines), key: formatPath(path), ...what })
  }
}

function entryOf(shape: Mapping | Table, name: string): v.GenericSchema | undefined {
  if (shape.kind === 'table') return shape.value
  return Object.hasOwn(shape.entries, name) ? shape.entries[name] : undefined
}

/** A key of the same mapping with a similar spelling, or the path of the only key elsewhere that has this name. */
function suggestKey(name: string, { entries }: Mapping): string | undefined {
  const sibling = nearest(name, Object.keys(entries))
  if (sibling) return sibling
  const [elsewhere, ...others] = KNOWN_PATHS.filter(path => path.at(-1) === name && !path.includes('*'))
  return elsewhere && others.length === 0 ? formatPath(elsewhere) : undefined
}

/**
 * A word of the choice with a similar spelling. For `404` without quotes where text is expected: the same in quotes.
 */
function suggestValue(input: unknown, schema: v.GenericSchema, node: unknown): string | undefined {
  const shape = shapeOf(schema)
  if (typeof input === 'string' && shape.kind === 'value') return nearest(input, shape.words)
  const isBare = typeof input === 'number' || typeof input === 'boolean'
  const quoted = isBare && isScalar(node) ? node.source : undefined
  return quoted && v.is(schema, quoted) ? quoted : undefined
}

function resolveAlias(node: YamlNode | undefined, document: Document): YamlNode | undefined {
  return isAlias(node) ? node.resolve(document) : node
}

/** The node whose line a mistake shows: the value if it is a single one, else the key. */
function nodeToShow({ key, value }: Place): YamlNode | undefined {
  const isSingle = (isScalar(value) && value.value !== null) || isAlias(value)
  return isSingle ? value : (key ?? value)
}

function positionOf(node: YamlNode | undefined, lines: LineCounter): { line: number; column: number } {
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** What the document has at this place, as a phrase. */
function describeNode(node: unknown): string {
  if (isMap(node)) return node.items.length ? 'a mapping' : 'an empty mapping'
  if (isSeq(node)) return node.items.length ? 'a list' : 'an empty list'
  if (!isScalar(node) || node.value === null) return 'nothing'
  if (typeof node.value === 'number') return `the number ${node.source ?? node.value}`
  if (typeof node.value !== 'string') return String(node.source ?? node.value)
  const text = node.value.length > 60 ? `${node.value.slice(0, 59)}…` : node.value
  return JSON.stringify(text)
}
