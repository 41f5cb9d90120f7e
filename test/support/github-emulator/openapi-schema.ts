import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

export type Schema = Record<string, unknown>

/** Looks for mistakes in a value; each is one line, `/0/title must be string`. */
export type Validate = (value: unknown) => string[]

/**
 * Compiles schemas of an OpenAPI 3.0 description, each when it is first asked for. Components become JSON
 * schemas of their own and are compiled once, whoever refers to them. `coerce` is for parameters, which
 * travel as text.
 */
export function createCompiler(components: Record<string, Schema>, { coerce = false } = {}) {
  // `strict: false` also passes over formats nobody knows ("repo.nwo"), and `logger: false` keeps quiet.
  const ajv = new Ajv({ strict: false, logger: false, allErrors: true, coerceTypes: coerce })
  // CommonJS typings: the plugin is the module itself and its `default`.
  const plugin = addFormats as unknown as (target: Ajv) => void
  plugin(ajv)
  const compiled = new WeakMap<Schema, ValidateFunction>()
  const added = new Set<string>()

  const addReferred = (schema: unknown): void => {
    for (const name of referredIn(schema)) {
      if (added.has(name)) continue
      added.add(name)
      const component = components[name]
      if (!component) throw new Error(`GitHub's description refers to a schema it lacks: ${name}.`)
      ajv.addSchema(toJsonSchema(component) as Schema, idOf(name))
      addReferred(component)
    }
  }

  return (schema: Schema): Validate => {
    let validate = compiled.get(schema)
    if (!validate) {
      addReferred(schema)
      validate = ajv.compile(toJsonSchema(schema) as Schema)
      compiled.set(schema, validate)
    }
    const check = validate
    return value => (check(value) ? [] : worst(check.errors ?? []))
  }
}

/**
 * OpenAPI 3.0 is not quite JSON Schema: `nullable` widens the type (and the `enum`), `$ref` points into the
 * document. What is only for readers is left out.
 */
export function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema)
  if (typeof schema !== 'object' || schema === null) return schema
  if ('$ref' in schema && typeof schema.$ref === 'string') return { $ref: idOf(lastPart(schema.$ref)) }
  const { nullable, example, examples, discriminator, ...rest } = schema as Schema
  const converted = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, CONVERTERS[key]?.(value) ?? value]),
  )
  return nullable === true ? { anyOf: [{ type: 'null' }, converted] } : converted
}

/** Keywords that hold schemas; properties may have any name, `example` and `nullable` among them. */
const CONVERTERS: Record<string, (value: unknown) => unknown> = {
  properties: convertEach,
  patternProperties: convertEach,
  items: toJsonSchema,
  additionalProperties: toJsonSchema,
  not: toJsonSchema,
  allOf: toJsonSchema,
  anyOf: toJsonSchema,
  oneOf: toJsonSchema,
}

function convertEach(properties: unknown): unknown {
  return Object.fromEntries(
    Object.entries(properties as Schema).map(([name, property]) => [name, toJsonSchema(property)]),
  )
}

function referredIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if ('$ref' in schema && typeof schema.$ref === 'string') return [lastPart(schema.$ref)]
  return Object.values(schema).flatMap(referredIn)
}

function idOf(name: string): string {
  return `https://github.invalid/${name}`
}

function lastPart(ref: string): string {
  return ref.split('/').at(-1) ?? ref
}

/** The errors that say most: those deepest in the value, without the noise of alternatives. */
function worst(errors: ErrorObject[]): string[] {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length
  const deepest = Math.max(...errors.map(depth))
  const lines = errors
    .filter(error => depth(error) === deepest)
    .map(({ instancePath, message, params }) =>
      `${instancePath} ${message}${'allowedValues' in params ? ` ${JSON.stringify(params.allowedValues)}` : ''}`.trim(),
    )
  return [...new Set(lines)].slice(0, 5)
}
