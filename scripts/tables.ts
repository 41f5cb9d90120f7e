import * as v from 'valibot'
import { stringify } from 'yaml'
import { expectationOf, type Key, keysOf, shapeOf } from '../src/config/keys.ts'
import { configSchema } from '../src/config/schema.ts'
import { REASONS } from '../src/outcome.ts'
import { ruleOf, type TextName } from '../src/texts/catalogue.ts'
import { LANGUAGES } from '../src/texts/choose.ts'
import { ENGLISH } from '../src/texts/english.ts'
import { placeholdersIn } from '../src/texts/template.ts'

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
    escaped(description),
  ])
  return table(['Input', 'Default', 'What it is'], rows)
}

/** The action's outputs, as a table in Markdown. */
export function outputsTable({ outputs }: ActionFile): string {
  const rows = Object.entries(outputs).map(([name, { description }]) => [code(name), escaped(description)])
  return table(['Output', 'What it is'], rows)
}

/** Every reason for doing nothing, as a table in Markdown. */
export function reasonsTable(): string {
  return table(
    ['`reason`', 'In words'],
    Object.entries(REASONS).map(([reason, words]) => [code(reason), escaped(words)]),
  )
}

/** Every key of the configuration in Markdown, with a section for each outermost key. */
export function configurationSections(): string {
  const keys = keysOf(configSchema)
  const outer = keys.filter(({ path }) => path.length === 1)
  return outer.map(key => section(key, keys)).join('\n\n')
}

/** Every text: where it is used, what it says in English, and which placeholders it may also have. */
export function textsTable(): string {
  const rows = Object.entries(ENGLISH).map(([name, english]) => {
    const { about, placeholders } = ruleOf(name as TextName)
    const further = placeholders.filter(one => !placeholdersIn(english).includes(one))
    return [code(name), escaped(about), escaped(english), further.map(one => code(`{${one}}`)).join(' ')]
  })
  return table(['Text', 'Where it is used', 'In English', 'May also have'], rows)
}

/** Every text in another language. */
export function translationTable(language: keyof typeof LANGUAGES): string {
  const rows = Object.entries(LANGUAGES[language]).map(([name, text]) => [code(name), escaped(text)])
  return table(['Text', 'What it says'], rows)
}

function section(key: Key, all: Key[]): string {
  const name = String(key.path[0])
  // docs/texts.md lists the texts, with what each says in every language.
  const inner = all.filter(({ path }) => path.length > 1 && path[0] === name && name !== 'texts')
  const rows = inner.map(one => [
    code(nameOf(one)),
    `${one.required ? '**Required.** ' : ''}${escaped(one.description)}`,
    expectedCell(one),
    defaultCell(one),
  ])
  return [
    `## \`${name}\`\n\n${escaped(key.description)}`,
    factsOf(key)
      .map(fact => `- ${fact}`)
      .join('\n'),
    rows.length ? table(['Key', 'What it is', 'Expected', 'Default'], rows) : '',
  ]
    .filter(part => part !== '')
    .join('\n\n')
}

/** What the key expects, and its default as the author would write it. A mapping has a table for both instead. */
function factsOf(key: Key): string[] {
  if (isMapping(key)) return []
  const expected = `Expected: ${expectedCell(key)}.`
  const preset = v.getDefault(key.schema)
  if (preset === undefined) return [expected]
  if (isEmpty(preset)) return [expected, 'Default: none.']
  const yaml = stringify({ [String(key.path[0])]: preset }, { lineWidth: 0 }).trimEnd()
  return [expected, `Default:\n\n  \`\`\`yaml\n${yaml.replace(/^/gm, '  ')}\n  \`\`\``]
}

function expectedCell(key: Key): string {
  return isMapping(key) ? '' : escaped(expectationOf(key.schema))
}

function defaultCell(key: Key): string {
  const preset = v.getDefault(key.schema)
  if (preset === undefined || isMapping(key)) return ''
  if (isEmpty(preset)) return 'none'
  const yaml = stringify(preset, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false })
  return code(yaml.trim())
}

function isMapping({ schema }: Key): boolean {
  return shapeOf(schema).kind === 'mapping'
}

/** `issue.routes[].when.tag`, `labels.<label>.action`. */
function nameOf({ path }: Key): string {
  return path.join('.').replaceAll('labels.*', 'labels.<label>').replaceAll('.*', '[]')
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

function code(value: string): string {
  return `\`${value.replaceAll('|', '\\|')}\``
}

/** Text as one line in which Markdown finds no marks of its own. Addresses become code, so that they are no links. */
function escaped(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(https?:\/\/[\w./-]*\w)/)
    .map((part, index) => (index % 2 ? code(part) : part.replace(/[\\*_<>|[\]]/g, '\\$&')))
    .join('')
}
