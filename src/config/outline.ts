import * as v from 'valibot'

/**
 * What a schema holds, with `optional` and the like taken off: named keys (a mapping), any keys with the same
 * kind of value (a table), items (a list), or none of these (a single value).
 */
export type Shape =
  | { kind: 'mapping'; entries: Record<string, v.GenericSchema> }
  | { kind: 'table'; value: v.GenericSchema; expected: string }
  | { kind: 'list'; item: v.GenericSchema; expected: string }
  | { kind: 'value'; expected: string; options: readonly string[] }

/** The parts of valibot's schemas that are read here; which of them is there depends on the schema's `type`. */
type Parts = v.GenericSchema & {
  wrapped?: v.GenericSchema
  entries?: Record<string, v.GenericSchema>
  item?: v.GenericSchema
  value?: v.GenericSchema
  options?: readonly unknown[]
  message?: unknown
}

/** What a schema of the configuration holds. */
export function shapeOf(schema: v.GenericSchema): Shape {
  const { wrapped, entries, item, value, options, message }: Parts = schema
  if (wrapped) return shapeOf(wrapped)
  const expected = typeof message === 'string' ? message : 'another value'
  if (entries) return { kind: 'mapping', entries }
  if (item) return { kind: 'list', item, expected }
  if (value) return { kind: 'table', value, expected }
  return { kind: 'value', expected, options: options ? wordsOf(options) : [] }
}

/** Whether a mapping must have the key that this schema describes. */
export function isRequired(schema: v.GenericSchema): boolean {
  return !['optional', 'exact_optional', 'nullish'].includes(schema.type)
}

/** A key of the configuration; in `path`, `*` stands for any key of a table and any item of a list. */
export type Key = { path: string[]; schema: v.GenericSchema; required: boolean; description: string }

/** Every key that a schema knows, outer keys first, for documentation, suggestions and tests. */
export function keysOf(schema: v.GenericSchema, path: string[] = []): Key[] {
  const shape = shapeOf(schema)
  if (shape.kind === 'list') return keysOf(shape.item, [...path, '*'])
  if (shape.kind === 'table') return keysOf(shape.value, [...path, '*'])
  if (shape.kind === 'value') return []
  return Object.entries(shape.entries).flatMap(([name, entry]) => [
    {
      path: [...path, name],
      schema: entry,
      required: isRequired(entry),
      description: v.getDescription(entry) ?? '',
    },
    ...keysOf(entry, [...path, name]),
  ])
}

/** The words of a choice, also of one inside a union. */
function wordsOf(options: readonly unknown[]): string[] {
  return options.flatMap(option => {
    if (typeof option === 'string') return [option]
    const inner = (option as Parts | undefined)?.options
    return Array.isArray(inner) ? wordsOf(inner) : []
  })
}
