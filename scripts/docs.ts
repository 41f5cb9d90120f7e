/*
 * `npm run docs` writes the parts of the documentation that come from the sources. With `--check` it writes nothing,
 * names the files that are out of date, and exits with 1.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { parse } from 'yaml'
import { configSchema } from '../src/config/schema.ts'
import { demandReportSchema, REPORT_SCHEMA_URL } from '../src/demand-report.ts'
import { enterpriseWorkflow } from './enterprise-workflow.ts'
import { withParts } from './page-parts.ts'
import {
  type ActionFile,
  configurationSections,
  inputsTable,
  outputsTable,
  reasonsTable,
  textsTable,
  translationTable,
} from './tables.ts'

const ROOT = join(import.meta.dirname, '..')
const SCHEMA_URL =
  'https://raw.githubusercontent.com/freescout-autolink/freescout-autolink/v1/docs/freescout.schema.json'

/**
 * The text that each generated file should have, by its path. Where only parts are generated, the rest comes from
 * the file itself.
 *
 * @throws {Error} when a file lacks a mark around a generated part.
 */
export async function generate(): Promise<Map<string, string>> {
  const action = parse(await read('action.yml')) as ActionFile
  const [workflow, configuration] = await Promise.all([
    read('.github/workflows/freescout-sync.yml'),
    read('.github/freescout.yml'),
  ])
  const parts: Record<string, Record<string, string>> = {
    'README.md': {
      workflow: fenced('yaml', workflow),
      configuration: fenced('yaml', configuration),
      inputs: inputsTable(action),
      outputs: outputsTable(action),
    },
    'docs/configuration.md': { keys: configurationSections() },
    'docs/texts.md': {
      texts: textsTable(),
      german: translationTable('de'),
      french: translationTable('fr'),
      spanish: translationTable('es'),
    },
    'docs/troubleshooting.md': { reasons: reasonsTable() },
  }
  const files = new Map([
    ['docs/freescout.schema.json', configurationSchema()],
    ['docs/report.schema.json', reportSchema()],
    ['docs/freescout-sync.ghes.yml', enterpriseWorkflow(workflow)],
  ])
  for (const [path, named] of Object.entries(parts)) {
    files.set(path, withParts(await read(path), named, { path, command: 'npm run docs' }))
  }
  return files
}

/** The configuration's schema for editors. JSON Schema has no counterpart for what only trims or lower-cases. */
function configurationSchema(): string {
  const { $schema, ...schema } = toJsonSchema(configSchema, {
    typeMode: 'input',
    ignoreActions: ['trim', 'to_lower_case'],
  })
  const about = {
    $schema,
    $id: SCHEMA_URL,
    title: 'FreeScout Autolink',
    description: 'The configuration .github/freescout.yml.',
  }
  return `${json({ ...about, ...schema })}\n`
}

/** The schema of the output `report`, for programs that read it. */
function reportSchema(): string {
  const { $schema, ...schema } = toJsonSchema(demandReportSchema, { typeMode: 'output' })
  const about = {
    $schema,
    $id: REPORT_SCHEMA_URL,
    title: 'FreeScout Autolink: report',
    description: 'The output report of command: report. Keys may be added; none is removed in version 1.',
  }
  return `${json({ ...about, ...schema })}\n`
}

/** The length of a line of the formatter, as biome.json has it. */
const LINE_WIDTH = 110

/**
 * JSON as the formatter writes it: a list of single values stands on one line, if there is room. `before` is the key that
 * stands before the value.
 */
function json(value: unknown, indent = '', before = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const entries = Array.isArray(value)
    ? value.map(item => json(item, inner))
    : Object.entries(value).map(([key, item]) => {
        const name = `${JSON.stringify(key)}: `
        return `${name}${json(item, inner, name)}`
      })
  const line = `${open}${entries.join(', ')}${close}`
  const isShort =
    Array.isArray(value) && !line.includes('\n') && indent.length + before.length + line.length < LINE_WIDTH
  if (isShort || !entries.length) return line
  return `${open}\n${entries.map(entry => inner + entry).join(',\n')}\n${indent}${close}`
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``
}

function read(path: string): Promise<string> {
  return readFile(join(ROOT, path), 'utf8')
}

/** The paths of the files whose text differs from the generated one. */
export async function outOfDate(files: Map<string, string>): Promise<string[]> {
  const now = await Promise.all([...files.keys()].map(path => read(path).catch(() => '')))
  return [...files].filter(([, text], index) => now[index] !== text).map(([path]) => path)
}

async function main(isCheck: boolean): Promise<void> {
  const files = await generate()
  const stale = await outOfDate(files)
  if (isCheck && stale.length) {
    process.exitCode = 1
    console.error(`Out of date: ${stale.join(', ')}. Run "npm run docs" and commit the result.`)
    return
  }
  for (const path of stale) await writeFile(join(ROOT, path), files.get(path) ?? '')
  console.log(stale.length ? `Written: ${stale.join(', ')}.` : 'Everything is up to date.')
}

if (import.meta.main) await main(process.argv.includes('--check'))
