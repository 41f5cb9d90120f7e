import type * as v from 'valibot'
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Pair,
  type YAMLMap,
  type Node as YamlNode,
} from 'yaml'
import { dotted, type Mistake, type Path } from './mistakes.ts'
import { nearest } from './nearest.ts'
import { isRequired, keysOf, type Shape, shapeOf } from './outline.ts'

/** Something of the configuration as it stands in the text; `schema` is what it should be. */
export type Place = { schema: v.GenericSchema; key?: YamlNode; value?: YamlNode }

/** What reading the text against the schema gives: where everything is, and what is wrong with the structure. */
export type Structure = { places: Map<string, Place>; mistakes: Mistake[] }

/** Keys that JavaScript objects can't carry as plain data. */
const RESERVED = ['__proto__', 'prototype', 'constructor']

/**
 * Holds a parsed document against a schema, as far as structure goes: mappings and lists where they should be,
 * unknown, missing and repeated keys. Values are left to the schema. It goes no deeper than the schema does.
 */
export function readStructure(document: Document, lines: LineCounter, schema: v.GenericSchema): Structure {
  const places = new Map<string, Place>()
  const mistakes: Mistake[] = []
  const known = keysOf(schema).map(({ path }) => path)
  visit([], { schema, ...(document.contents && { value: document.contents }) })
  return { places, mistakes }

  function visit(path: Path, place: Place): void {
    places.set(dotted(path), place)
    const shape = shapeOf(place.schema)
    const node = isAlias(place.value) ? place.value.resolve(document) : place.value
    if (shape.kind === 'value') return
    if (shape.kind === 'list' && isSeq<YamlNode>(node)) {
      node.items.forEach((value, index) => {
        visit([...path, index], { schema: shape.item, value })
      })
    } else if (shape.kind !== 'list' && isMap(node)) {
      visitPairs(path, place, shape, node)
    } else if (shape.kind === 'mapping' && path.length === 0 && !node) {
      // An empty file is a mapping without keys: what it lacks is told instead.
      findMissing(path, place, shape.entries)
    } else {
      complain(path, place, { found: describe(node), expected: expectedOf(shape) })
    }
  }

  function visitPairs(path: Path, place: Place, shape: Mapping | Table, node: YAMLMap): void {
    const seen = new Map<string, Place>()
    const meant: string[] = []
    for (const { key, value } of node.items as Pair<YamlNode, YamlNode | null>[]) {
      const name = isScalar(key) ? String(key.value ?? '') : String(key)
      const inner = [...path, name]
      const here = { key, ...(value && { value }) }
      const first = seen.get(name)
      const entry = shape.kind === 'table' ? shape.value : own(shape.entries, name)
      if (first) {
        const expected = `it once; the first is on line ${position(first, lines).line}`
        complain(inner, { key }, { found: 'the same key again', expected })
      }
      if (entry && !RESERVED.includes(name)) {
        seen.set(name, { schema: entry, ...here })
        visit(inner, { schema: entry, ...here })
      } else {
        const suggestion = shape.kind === 'mapping' ? suggest(name, shape.entries) : undefined
        if (suggestion) meant.push(suggestion)
        complain(
          inner,
          { key },
          {
            kind: 'unknown-key',
            found: 'unknown key',
            expected:
              shape.kind === 'mapping' ? `one of ${Object.keys(shape.entries).join(', ')}` : shape.expected,
            ...(suggestion && { suggestion }),
          },
        )
      }
    }
    // A key that is only mistyped is one mistake, not two.
    if (shape.kind === 'mapping') findMissing(path, place, shape.entries, [...seen.keys(), ...meant])
  }

  function findMissing(path: Path, place: Place, entries: Mapping['entries'], there: string[] = []): void {
    for (const [name, entry] of Object.entries(entries)) {
      if (!isRequired(entry) || there.includes(name)) continue
      complain([...path, name], place, {
        found: 'nothing',
        expected: `${expectedOf(shapeOf(entry))} (required)`,
      })
    }
  }

  /** A key of the same mapping that looks alike, or the same key at its right place elsewhere. */
  function suggest(name: string, entries: Mapping['entries']): string | undefined {
    const sibling = nearest(name, Object.keys(entries))
    if (sibling) return sibling
    const [elsewhere, ...others] = known.filter(path => path.at(-1) === name && !path.includes('*'))
    return elsewhere && others.length === 0 ? dotted(elsewhere) : undefined
  }

  function complain(path: Path, at: Omit<Place, 'schema'>, what: Partial<Mistake> & Findings): void {
    mistakes.push({ kind: 'value', ...position(at, lines), key: dotted(path), ...what })
  }
}

type Mapping = Extract<Shape, { kind: 'mapping' }>
type Table = Extract<Shape, { kind: 'table' }>
type Findings = Pick<Mistake, 'found' | 'expected'>

/** Where to look: at the value when it is a single one, else at its key. */
export function position({ key, value }: Omit<Place, 'schema'>, lines: LineCounter) {
  const single = (isScalar(value) && value.value !== null) || isAlias(value)
  const node = single || !key ? value : key
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

/** What stands there, as a phrase. */
export function describe(node: unknown): string {
  if (isMap(node)) return node.items.length ? 'a mapping' : 'an empty mapping'
  if (isSeq(node)) return node.items.length ? 'a list' : 'an empty list'
  if (!isScalar(node) || node.value === null) return 'nothing'
  if (typeof node.value === 'number') return `the number ${node.source ?? node.value}`
  if (typeof node.value !== 'string') return String(node.source ?? node.value)
  const text = node.value.length > 60 ? `${node.value.slice(0, 59)}…` : node.value
  return JSON.stringify(text)
}

function expectedOf(shape: Shape): string {
  if (shape.kind !== 'mapping') return shape.expected
  const keys = Object.keys(shape.entries)
  return keys.length === 1
    ? `a mapping with the key ${keys[0]}`
    : `a mapping with the keys ${keys.join(', ')}`
}

function own<T>(entries: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(entries, name) ? entries[name] : undefined
}
