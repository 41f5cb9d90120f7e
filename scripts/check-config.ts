/*
 * `npm run config -- path/to/freescout.yml` checks a configuration as the action does, and prints its mistakes or what it
 * means. It also writes a page with the same, beside the text of the file.
 */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { parseConfig } from '../src/config/load.ts'
import { ConfigError, type Mistake, mistakeText } from '../src/config/mistakes.ts'
import { readText, runCommand, UsageError } from './command-line.ts'
import { type Meaning, meaningOf } from './config-meaning.ts'
import { escaped, htmlPage } from './html-page.ts'

const DEFAULT_FILE = '.github/freescout.yml'
const USAGE = `Checks a configuration as the action does. Nothing is sent anywhere.

  npm run config -- ../your-repository/.github/freescout.yml
  npm run config                                              ${DEFAULT_FILE} of this repository
  npm run config -- --help                                    this

It prints every mistake with its line and column, or what the configuration means. It also writes a page with the
same to a new folder for temporary files. It ends with 1 when there is a mistake.`

/** The result of a check. `mistakes` is empty when the configuration is right, and `meaning` when it is not. */
type Checked = { lines: string[]; mistakes: readonly Mistake[]; meaning: Meaning[] }

/**
 * Does what the command's arguments say. `print` gets each line of the result.
 * @returns whether the configuration is right.
 * @throws {UsageError} when the arguments are not right, or the file can't be read.
 */
export async function checkConfig(args: string[], print: (line: string) => void): Promise<boolean> {
  const { values, positionals } = parsed(args)
  if (values.help) {
    print(USAGE)
    return true
  }
  const [file = DEFAULT_FILE, ...more] = positionals
  if (more.length > 0) throw new UsageError(`One file at a time, please: ${positionals.join(' ')}`)
  const text = await readText(file)
  const checked = check(text, file)
  for (const line of checked.lines) print(line)
  const folder = await mkdtemp(join(tmpdir(), 'freescout-config-'))
  const page = join(folder, `${basename(file)}.html`)
  await writeFile(page, configPage(text, file, checked))
  print(`\nAs a page: ${page}`)
  return checked.meaning.length > 0
}

function parsed(args: string[]) {
  try {
    const options = { help: { type: 'boolean', short: 'h', default: false } } as const
    return parseArgs({ args, allowPositionals: true, options })
  } catch (error) {
    throw new UsageError(`${(error as Error).message} See: npm run config -- --help`)
  }
}

function check(text: string, file: string): Checked {
  try {
    const meaning = meaningOf(parseConfig(text, { source: file }))
    const inLines = meaning.flatMap(({ heading, sentences }) => [
      '',
      heading,
      ...sentences.map(one => `- ${one}`),
    ])
    const next =
      'Whether FreeScout and GitHub have these mailboxes, fields and labels is what the doctor checks.'
    return { lines: [`Nothing is wrong in ${file}. It means:`, ...inLines, '', next], mistakes: [], meaning }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const summary = error.mistakes.length === 1 ? '1 mistake.' : `${error.mistakes.length} mistakes.`
    return { lines: [...error.message.split('\n'), '', summary], mistakes: error.mistakes, meaning: [] }
  }
}

const STYLE = `
ol { font: 14px/1.6 ui-monospace, monospace; background: #f6f8fa; border-radius: 6px; padding: 1rem 1rem 1rem 4rem; }
li span { white-space: pre-wrap; overflow-wrap: anywhere; }
ol > li::marker { color: #59636e; }
.wrong { background: #ffebe9; }
strong { display: block; color: #a40e26; font: 16px/1.5 system-ui, sans-serif; }
`

/** A page, as HTML: the number of mistakes or what the configuration means, and the file with each mistake at its line. */
function configPage(text: string, file: string, { mistakes, meaning }: Checked): string {
  const parts = meaning.map(({ heading, sentences }) => {
    const items = sentences.map(sentence => `<li>${escaped(sentence)}</li>`).join('\n')
    return `<h2>${escaped(heading)}</h2>\n<ul>\n${items}\n</ul>`
  })
  const count = mistakes.length === 1 ? '1 mistake' : `${mistakes.length} mistakes`
  const title = `${file}: ${mistakes.length > 0 ? count : 'nothing is wrong'}`
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const rows = lines.map((line, index) => {
    const here = mistakes.filter(mistake => Math.min(mistake.line, lines.length) === index + 1)
    const said = here
      .map(one => `<strong>${one.line}:${one.column} ${escaped(mistakeText(one))}</strong>`)
      .join('')
    return `<li${here.length > 0 ? ' class="wrong"' : ''}><span>${escaped(line)}</span>${said}</li>`
  })
  const content = [...parts, '<h2>The file</h2>', `<ol>\n${rows.join('\n')}\n</ol>`].join('\n')
  return htmlPage({ title, style: STYLE, content })
}

if (import.meta.main) {
  await runCommand('config', async (args, print) => {
    if (!(await checkConfig(args, print))) process.exitCode = 1
  })
}
