import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createFinder } from './openapi-paths.ts'
import { createCompiler, type Schema, type Validate } from './openapi-schema.ts'

/** Compares one exchange with GitHub's description; every violation is one line. */
export type Checker = (request: Request, response: Response) => Promise<string[]>

type Parameter = { in: 'path' | 'query' | 'header'; name: string; required?: boolean; schema: Schema }
type Content = Record<string, { schema?: Schema }>
type Answer = { content?: Content }
type Operation = {
  parameters?: (Parameter | { $ref: string })[]
  requestBody?: { required?: boolean; content: Content }
  responses: Record<string, Answer | { $ref: string }>
}
type Description = {
  paths: Record<string, Record<string, Operation>>
  components: Record<'schemas' | 'parameters' | 'responses', Record<string, Schema>>
}

/**
 * Any request may be answered so, whether or not the operation says it: redirects, client errors, limits
 * (docs.github.com: Best practices, Troubleshooting the REST API).
 */
const ANYWHERE = [301, 400, 401, 403, 404, 422, 429]

/** GitHub takes these where it pages by cursor, and doesn't say so (github.com/google/go-github/issues/3565). */
const CURSORS = ['after', 'before']

let loaded: Checker | undefined

/** The checker by GitHub's description of api.github.com, which is read (13 MB) on the first call only. */
export function gitHubChecker(): Checker {
  if (!loaded) {
    const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json')
    loaded = createChecker(JSON.parse(readFileSync(file, 'utf8')) as Description)
  }
  return loaded
}

/** Builds a checker from an OpenAPI 3.0 description. It must not have consumed bodies: hand it clones. */
export function createChecker(description: Description): Checker {
  const operationFor = createFinder(description.paths)
  const body = createCompiler(description.components.schemas)
  const text = createCompiler(description.components.schemas, { coerce: true })
  const resolve = <Part>(part: Part | { $ref: string }, kind: 'parameters' | 'responses'): Part => {
    if (typeof part !== 'object' || part === null || !('$ref' in part)) return part as Part
    return description.components[kind][part.$ref.split('/').at(-1) ?? ''] as Part
  }

  return async (request, response) => {
    const url = new URL(request.url)
    if (url.pathname === '/graphql') return []
    const name = `${request.method} ${url.pathname}`
    const found = operationFor(request.method, url.pathname)
    if (!found) return [`${name}: GitHub describes no such request`]
    const { operation, values } = found
    const parameters = (operation.parameters ?? []).map(one => resolve<Parameter>(one, 'parameters'))
    const answer = operation.responses[response.status]
    return [
      ...parameterMistakes(parameters, { path: values, query: url.searchParams }, text),
      ...bodyMistakes(operation.requestBody, await request.text(), body),
      ...(await answerMistakes(answer && resolve<Answer>(answer, 'responses'), response, body)),
    ].map(mistake => `${name}: ${mistake}`)
  }
}

type Compile = (schema: Schema) => Validate

function parameterMistakes(
  parameters: Parameter[],
  given: { path: Record<string, string>; query: URLSearchParams },
  compile: Compile,
): string[] {
  const mistakes = parameters.flatMap(parameter => {
    const value = parameter.in === 'path' ? given.path[parameter.name] : given.query.get(parameter.name)
    if (parameter.in === 'header') return []
    if (value === undefined || value === null) {
      return parameter.required ? [`${parameter.in} parameter ${parameter.name} is missing`] : []
    }
    return compile(parameter.schema)(value).map(line => `${parameter.in} parameter ${parameter.name} ${line}`)
  })
  const names = parameters.filter(one => one.in === 'query').map(one => one.name)
  const unknown = [...given.query.keys()].filter(key => !names.includes(key) && !CURSORS.includes(key))
  return [...mistakes, ...unknown.map(key => `query parameter ${key} is unknown`)]
}

function bodyMistakes(expected: Operation['requestBody'], sent: string, compile: Compile): string[] {
  if (sent === '') return expected?.required ? ['request body is missing'] : []
  const schema = expected?.content['application/json']?.schema
  if (!schema) return ['request has a body, and should have none']
  const value = parse(sent)
  if (value === undefined) return ['request body is not JSON']
  return compile(schema)(value).map(line => `request body ${line}`)
}

async function answerMistakes(
  expected: Answer | undefined,
  response: Response,
  compile: Compile,
): Promise<string[]> {
  const { status } = response
  const sent = await response.text()
  const isJson = response.headers.get('content-type')?.includes('application/json') ?? false
  if (!expected && !ANYWHERE.includes(status)) return [`answer ${status} is not described`]
  if (sent === '') return expected?.content ? [`answer ${status} has no body`] : []
  // A raw media type, such as a file's text: nothing to compare.
  if (!isJson) return []
  const value = parse(sent)
  const schema = expected ? expected.content?.['application/json']?.schema : errorSchema(value)
  if (!schema) return [`answer ${status} has a body, and should have none`]
  return compile(schema)(value).map(line => `answer ${status} ${line}`)
}

const BASIC = { allOf: [{ $ref: '#/components/schemas/basic-error' }, { required: ['message'] }] }
const VALIDATION = { $ref: '#/components/schemas/validation-error' }

function errorSchema(value: unknown): Schema {
  return typeof value === 'object' && value !== null && 'errors' in value ? VALIDATION : BASIC
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
