import * as v from 'valibot'

/**
 * What a schema describes, without `optional` around it: a mapping with fixed keys, a table (any keys, one kind of
 * value), a list, or a single value. `words` are the choices of a single value, if it has any.
 */
export type Shape =
  | { kind: 'mapping'; entries: v.ObjectEntries }
  | { kind: 'table'; value: v.GenericSchema }
  | { kind: 'list'; item: v.GenericSchema }
  | { kind: 'value'; words: readonly string[] }

/** The valibot schemas that `shapeOf` reads. Each has its own `type`. */
type Composed =
  | v.OptionalSchema<v.GenericSchema, unknown>
  | v.ExactOptionalSchema<v.GenericSchema, unknown>
  | v.StrictObjectSchema<v.ObjectEntries, string>
  | v.RecordSchema<v.GenericSchema<string>, v.GenericSchema, string>
  | v.ArraySchema<v.GenericSchema, string>
  | v.PicklistSchema<readonly string[], string>
  | v.UnionSchema<v.GenericSchema[], string>

function isOfType<Type extends Composed['type']>(
  schema: v.GenericSchema,
  type: Type,
): schema is Extract<Composed, { type: Type }> {
  return schema.type === type
}

/** The shape of a schema of the configuration. */
export function shapeOf(schema: v.GenericSchema): Shape {
  if (isOfType(schema, 'optional')) return shapeOf(schema.wrapped)
  if (isOfType(schema, 'exact_optional')) return shapeOf(schema.wrapped)
  if (isOfType(schema, 'strict_object')) return { kind: 'mapping', entries: schema.entries }
  if (isOfType(schema, 'record')) return { kind: 'table', value: schema.value }
  if (isOfType(schema, 'array')) return { kind: 'list', item: schema.item }
  if (isOfType(schema, 'picklist')) return { kind: 'value', words: schema.options }
  if (isOfType(schema, 'union')) return { kind: 'value', words: schema.options.flatMap(wordsOf) }
  return { kind: 'value', words: [] }
}

function wordsOf(schema: v.GenericSchema): readonly string[] {
  const shape = shapeOf(schema)
  return shape.kind === 'value' ? shape.words : []
}

/** The phrase for what a schema expects, such as `a list of tags, such as [bug]`. Every schema refuses null. */
export function expectationOf(schema: v.GenericSchema): string {
  return v.safeParse(schema, null).issues?.[0].message ?? 'another value'
}

/** Whether a mapping must have the key that this schema describes. */
export function isRequired(schema: v.GenericSchema): boolean {
  return schema.type !== 'optional' && schema.type !== 'exact_optional'
}

/** A key of the configuration. In `path`, `*` stands for any key of a table and any item of a list. */
export type Key = { path: string[]; schema: v.GenericSchema; required: boolean; description: string }

/** Every key of a schema, outer keys first. */
export function keysOf(schema: v.GenericSchema, path: string[] = []): Key[] {
  const shape = shapeOf(schema)
  switch (shape.kind) {
    case 'value':
      return []
    case 'list':
      return keysOf(shape.item, [...path, '*'])
    case 'table':
      return keysOf(shape.value, [...path, '*'])
    case 'mapping':
      return Object.entries(shape.entries).flatMap(([name, entry]) => {
        const key = {
          path: [...path, name],
          schema: entry,
          required: isRequired(entry),
          description: v.getDescription(entry) ?? '',
        }
        return [key, ...keysOf(entry, key.path)]
      })
  }
}
