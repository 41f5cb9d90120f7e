import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import { closeUnharmed, HOME } from '../support/bridge.ts'
import { blocksOf } from '../support/docs/blocks.ts'
import { type DoctorBridge, startDoctorBridge } from '../support/doctor-bridge.ts'
import { runInProcess } from '../support/in-process.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFile(join(ROOT, path), 'utf8')
const README = await read('README.md')
const WORKFLOW = await read('.github/workflows/freescout-sync.yml')
const FIRST_SCREEN = README.slice(0, README.indexOf('\n## '))
const BLOCKS = blocksOf('README.md', README)
const YAML = BLOCKS.find(({ language }) => language === 'yaml')?.text ?? ''

/** The text of a section, up to the next heading of its level. */
function section(heading: string): string {
  return README.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
}

/** The places of the texts in the README. A text that is missing fails the test. */
function places(...texts: string[]): number[] {
  for (const text of texts) expect(README).toContain(text)
  return texts.map(text => README.indexOf(text))
}

function inOrder(...texts: string[]): void {
  const found = places(...texts)
  expect(found).toEqual(found.toSorted((a, b) => a - b))
}

describe('The README', () => {
  it('the first screen says what it is, for whom, and what it needs, before any command', () => {
    for (const module of ['API & Webhooks', 'Custom Fields', 'Tags', 'Workflows'])
      expect(FIRST_SCREEN).toContain(`**${module}**`)
    inOrder('[FreeScout]', '**It is for you**', 'three paid modules', 'docs/images/flow.svg', YAML)
    expect(FIRST_SCREEN).not.toMatch(/```sh/)
  })

  it('the file that a user adds is on the first screen, not folded, in a dozen lines', () => {
    expect(FIRST_SCREEN).toContain(YAML)
    expect(FIRST_SCREEN).not.toContain('<details>')
    expect(YAML.split('\n').length).toBeLessThanOrEqual(13)
  })

  it('a clone comes before the commands that need it, and each page is one command', () => {
    inOrder(
      'git clone',
      'npm ci && npm run demo',
      'npm ci && npm test',
      'npm run mail -- ',
      'npm run config -- ',
    )
  })

  it('checking and a preview come before the switch', () => {
    inOrder(
      '## Set it up',
      '--check',
      'command=doctor',
      'dry-run=true',
      'Switch it on',
      'AUTOLINK --body true',
    )
    const before = README.slice(0, README.indexOf('Switch it on'))
    expect(before).toContain('sweep.max-new')
    expect(before).toContain('`customer-reported` or `regression`')
  })

  it('the table of what it does names every default tag and label', () => {
    const { criteria, labels, issue } = parseConfig('user: 7', { source: 'test' })
    const table = section('What it does')
    const names = [
      ...criteria.tags,
      ...Object.keys(labels),
      ...issue.labels.map(({ label }) => label),
      ...issue.fields,
    ]
    for (const name of names) expect(table).toContain(`\`${name}\``)
  })

  it('the table of permissions has those of the workflow, and no others', () => {
    const { jobs } = parse(WORKFLOW) as { jobs: { sync: { permissions: Record<string, string> } } }
    const rows = [...section('Permissions').matchAll(/`([a-z-]+: (?:read|write))`/g)].map(
      ([, right]) => right,
    )
    const granted = Object.entries(jobs.sync.permissions).map(([scope, level]) => `${scope}: ${level}`)
    expect(rows.toSorted()).toEqual(granted.toSorted())
  })

  it('the figures of the costs are those of the page about performance', async () => {
    const costs = [...section('What it costs').matchAll(/\| ([\d,]+) \| (\$[\d.]+) \|/g)]
    const page = await read('docs/performance.md')
    expect(costs).toHaveLength(2)
    for (const [, runs, price] of costs) expect(page).toContain(`${runs} runs, ${price}`)
  })

  it('no address of a company is in the README, the workflow or the configuration', async () => {
    const texts = [README, WORKFLOW, await read('.github/freescout.yml'), await read('docs/alternatives.md')]
    for (const text of texts) {
      expect(text).not.toMatch(/raxx/i)
      for (const [, host] of text.matchAll(/[\w.]@([\w-]+\.[\w.-]+)/g)) expect(host).toBe('example.org')
    }
  })
})

describe('The steps of the README, on emulators', () => {
  let bridge: DoctorBridge
  beforeEach(async () => {
    bridge = await startDoctorBridge()
  })
  afterEach(() => closeUnharmed(bridge))

  /** The README's own file, with addresses that the emulated FreeScout has. */
  const config = YAML.replaceAll('support@example.org', 'support@raxx.app').replace('bot@', 'ada@')
  const off = { enabled: '', config }
  /** The inputs of the README's command that has this text. */
  function inputsOf(text: string): Record<string, string> {
    const line =
      section('Set it up in eight steps')
        .split('\n')
        .find(one => one.includes(text)) ?? ''
    return Object.fromEntries(
      [...line.matchAll(/-f ([\w-]+)=([\w-]+)/g)].map(([, key = '', value = '']) => [key, value]),
    )
  }

  it('the doctor of step 7 asks for nothing more, and knows every label', async () => {
    const inputs = { ...inputsOf('command=doctor'), 'dry-run': 'true' }
    expect(inputs).toMatchObject({ command: 'doctor', fix: 'true' })
    const { notOk, log } = await bridge.runDoctor({ ...off, ...inputs })
    expect(notOk.filter(line => !line.startsWith('–'))).toEqual([])
    expect(log).not.toContain('enhancement')
    expect(log).not.toContain('incident')
  })

  it('the preview of step 7 names old tickets and issues, and nothing is written before step 8', async () => {
    bridge.github.addIssue(HOME, { title: 'An old one', labels: ['regression'] })
    bridge.ticket({ mailbox: 'support@raxx.app', tags: ['bug'] })
    const sweep = (inputs: Record<string, string>) =>
      runInProcess(bridge, { name: 'workflow_dispatch' }, { ...off, ...inputs })
    const preview = await sweep(inputsOf('command=sweep -f dry-run'))
    expect(preview.summary).toContain('Preview of a sweep: nothing was written')
    expect(preview.summary).toContain(`${HOME}#2`)
    expect(bridge.writes()).toEqual([])

    const on = await sweep({ command: 'sweep', enabled: 'true' })
    expect(on.outputs).toMatchObject({ result: 'swept' })
    expect(bridge.writes().length).toBeGreaterThan(0)
  })
})
