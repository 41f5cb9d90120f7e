import * as v from 'valibot'

/** A schema with what it is for, as the documentation and the JSON Schema say it. */
export function about<const Schema extends v.GenericSchema>(description: string, schema: Schema) {
  return v.pipe(schema, v.description(description))
}

/** A list; `expected` is said when it is none. */
export function list<const Item extends v.GenericSchema>(item: Item, expected: string) {
  return v.array(item, expected)
}
