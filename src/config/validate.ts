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
import { hintForKey, hintForShape, hintForValue } from './hints.ts'
import { expectationOf, isRequired, type Shape, shapeOf } from './keys.ts'
import { formatPath, type Mistake, type Path } from './mistakes.ts'
import { findContradictions } from './rules.ts'
import { type Config, configSchema } from './schema.ts'

/** The configuration, or everything that is wrong with it, in the order of the text. `empty`: it has no key at all. */
export type Validation =
  | { kind: 'valid'; config: Config }
  | { kind: 'invalid'; mistakes: Mistake[] }
  | { kind: 'empty'; mistake: Mistake }

/** A document without syntax errors. `value` is what it holds, as plain data. */
type ReadDocument = { document: Document; lines: LineCounter; value: unknown }

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

/** The mistake in a document without any key. It names all that is needed, because one key alone would not do much. */
const EMPTY: Mistake = {
  kind: 'value',
  line: 1,
  column: 1,
  key: '',
  found: 'no key',
  expected:
    'user (who signs notes), and mailboxes (tickets become issues) or ticket (issues become tickets) or both',
}

/**
 * Validates a document: its structure, its values, and the rules between them. Reports all mistakes at once, and one
 * mistake for each cause.
 */
export function validateConfig({ document, lines, value }: ReadDocument): Validation {
  if (isEmpty(document.contents)) return { kind: 'empty', mistake: EMPTY }
  const { places, mistakes } = readStructure(document, lines)
  const result = v.safeParse(configSchema, value)
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
    return {
      kind: 'value',
      ...positionOf(nodeToShow(place), lines),
      key,
      found: describeNode(node),
      expected,
      ...hintForValue(path, { input, schema: place.schema, node }),
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
    places.set(formatPath(path), place)
    if (shape.kind === 'value') return
    if (shape.kind === 'list' && isSeq<YamlNode>(node)) {
      node.items.forEach((value, index) => {
        readPlace([...path, index], { schema: shape.item, value })
      })
    } else if (shape.kind !== 'list' && isMap<YamlNode, YamlNode | null>(node)) {
      const names = readPairs(path, place, shape, node)
      if (shape.kind === 'mapping') addMissingKeys(path, place, shape, names)
    } else {
      places.delete(formatPath(path))
      const expected = expectationOf(place.schema)
      const hint = hintForShape(place.schema, node)
      addMistake(path, nodeToShow(place), { found: describeNode(node), expected, ...hint })
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
        const hint = isMapping ? hintForKey(name, { mapping: shape, value }) : {}
        const names = isMapping && `one of ${Object.keys(shape.entries).join(', ')}`
        const expected = names || expectationOf(place.schema)
        addMistake(inner, key, { kind: 'unknown-key', found: 'unknown key', expected, ...hint })
        if (hint.suggestion) meant.push(hint.suggestion)
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

/** Whether a document has no key: it is blank, or only comments, or an empty mapping. */
function isEmpty(contents: unknown): boolean {
  if (isMap(contents)) return contents.items.length === 0
  return !contents || (isScalar(contents) && contents.value === null)
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
  if (!isScalar(node)) return 'nothing'
  if (node.value === null) return node.comment ? 'nothing but a comment' : 'nothing'
  if (typeof node.value === 'number') return `the number ${node.source ?? node.value}`
  if (typeof node.value !== 'string') return String(node.source ?? node.value)
  const text = node.value.length > 60 ? `${node.value.slice(0, 59)}…` : node.value
  return JSON.stringify(text)
}
