import * as v from 'valibot'
import { stringify } from 'yaml'
import { type Key, keysOf, shapeOf } from '../src/config/outline.ts'
import { configSchema } from '../src/config/schema.ts'
import { REASONS } from '../src/outcome.ts'

/** The parts of action.yml that the tables are made from. */
export type ActionFile = {
  inputs: Record<string, { description: string; default?: string }>
  outputs: Record<string, { description: string }>
}

/** The action's inputs, as a table in Markdown. */
export function inputsTable({ inputs }: ActionFile): string {
  const rows = Object.entries(inputs).map(([name, { description, default: preset }]) => [
    code(name),
    preset ? code(preset) : '',
    text(description),
  ])
  return table(['Input', 'Default', 'What it is'], rows)
}

/** The action's outputs, as a table in Markdown. */
export function outputsTable({ outputs }: ActionFile): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [code(name), text(description)])
  return table(['Output', 'What it is'], rows)
}

/** Every reason for doing nothing, as a table in Markdown. */
export function reasonsTable(): string {
  return table(
    ['`reason`', 'In words'],
    Object.entries(REASONS).map(([reason, words]) => [code(reason), text(words)]),
  )
}

/** Every key of the configuration, a section for each of the outermost ones. */
export function configurationSections(): string {
  const keys = keysOf(configSchema)
  const outer = keys.filter(({ path }) => path.length === 1)
  return outer.map(key => section(key, keys)).join('\n\n')
}

function section(key: Key, all: Key[]): string {
  const name = String(key.path[0])
  const inner = all.filter(({ path }) => path.length > 1 && path[0] === name)
  const heading = `## \`${name}\`\n\n${text(key.description)}`
  const facts = shapeOf(key.schema).kind === 'mapping' ? [] : [expectation(key), preset(key)]
  const lines = facts.filter(fact => fact !== '').map(fact => `- ${fact}`)
  const rows = inner.map(one => [
    code(nameOf(one)),
    [one.required ? '**Required.** ' : '', text(one.description)].join(''),
    expected(one),
    short(one),
  ])
  const keys = rows.length ? table(['Key', 'What it is', 'Expected', 'Default'], rows) : ''
  return [heading, lines.join('\n'), keys].filter(part => part !== '').join('\n\n')
}

function expectation(key: Key): string {
  const words = expected(key)
  return words && `Expected: ${words}.`
}

/** The default of a table or a list as YAML, as it would be written. */
function preset(key: Key): string {
  const value = v.getDefault(key.schema as never) as unknown
  if (value === undefined) return ''
  if (isEmpty(value)) return 'Default: none.'
  const yaml = stringify({ [String(key.path[0])]: value }, { lineWidth: 0 }).trimEnd()
  return `Default:\n\n  \`\`\`yaml\n${indented(yaml)}\n  \`\`\``
}

/** The default in a cell of a table. */
function short(key: Key): string {
  const value = v.getDefault(key.schema as never) as unknown
  if (value === undefined || shapeOf(key.schema).kind === 'mapping') return ''
  if (isEmpty(value)) return 'none'
  return code(
    stringify(value, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim(),
  )
}

function expected(key: Key): string {
  const shape = shapeOf(key.schema)
  return shape.kind === 'mapping' ? '' : text(shape.expected)
}

/** `issue.routes[].when.tag`, `labels.<label>.action`. */
function nameOf({ path }: Key): string {
  return path.join('.').replaceAll('labels.*', 'labels.<label>').replaceAll('.*', '[]')
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function indented(lines: string): string {
  return lines.replace(/^/gm, '  ')
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

function code(value: string): string {
  return `\`${value.replaceAll('|', '\\|')}\``
}

/** Text in a cell: one line, and nothing in it that Markdown would take for its own. Addresses stay text. */
function text(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(https?:\/\/[\w./-]*\w)/)
    .map((part, index) => (index % 2 ? code(part) : part.replace(/[\\*_<>|[\]]/g, '\\$&')))
    .join('')
}
