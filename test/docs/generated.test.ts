import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { generate, outOfDate } from '../../scripts/docs.ts'
import { keysOf } from '../../src/config/keys.ts'
import { configSchema } from '../../src/config/schema.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFile(join(ROOT, path), 'utf8')

it('the generated documentation is committed as "npm run docs" writes it', async () => {
  expect(await outOfDate(await generate())).toEqual([])
})

it('the table of inputs has every one of action.yml', async () => {
  const { inputs, outputs } = parse(await read('action.yml'))
  const readme = await read('README.md')
  for (const name of Object.keys({ ...inputs, ...outputs })) expect(readme).toContain(`| \`${name}\` |`)
})

it('the JSON Schema of the report describes every key', async () => {
  type Schema = {
    description?: string
    properties?: Record<string, Schema>
    items?: Schema
    anyOf?: Schema[]
  }
  const undescribed = ({ properties = {}, items, anyOf = [] }: Schema): string[] => [
    ...Object.entries(properties).flatMap(([key, schema]) => [
      ...(schema.description?.endsWith('.') ? [] : [key]),
      ...undescribed(schema),
    ]),
    ...[items, ...anyOf].flatMap(schema => (schema ? undescribed(schema) : [])),
  ]
  expect(undescribed(JSON.parse(await read('docs/report.schema.json')))).toEqual([])
})

describe('The JSON Schema', async () => {
  const schema = JSON.parse(await read('docs/freescout.schema.json'))
  const validate = new Ajv({ allErrors: true }).compile(schema)

  it('the JSON Schema accepts the configuration of the README', async () => {
    expect(validate(parse(await read('.github/freescout.yml')))).toBe(true)
  })

  it('the JSON Schema accepts the smallest configuration, and none without its keys', () => {
    expect(validate({ user: 7 })).toBe(true)
    expect(validate({})).toBe(false)
  })

  it.each([
    { user: 7, mailboxs: [] },
    { user: 'bot' },
    { user: 7, issue: { content: 'all' } },
    { user: 7, ticket: { mailbox: 'ops@example.org' } },
    { user: 7, labels: { regression: { action: 'make' } } },
    { user: 7, sweep: { since: '30 days' } },
    { user: 7, issue: { routes: [{ when: {}, repository: 'owner/name' }] } },
  ])('the JSON Schema refuses %j', config => {
    expect(validate(config)).toBe(false)
  })

  it('the JSON Schema describes every key', () => {
    for (const { path } of keysOf(configSchema)) {
      const found = path.reduce(
        (at, key) => (key === '*' ? (at.items ?? at.additionalProperties) : at.properties[key]),
        schema,
      )
      expect(found.description, path.join('.')).toMatch(/\.$/)
    }
  })
})
