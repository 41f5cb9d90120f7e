import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Bridge, HOME, startBridge } from './bridge.ts'
import { type InProcessOptions, runInProcess } from './in-process.ts'
import type { Run } from './runner.ts'

/** Our own workflow, and where it is. */
export const PATH = '.github/workflows/freescout-sync.yml'
export const WORKFLOW = readFileSync(PATH, 'utf8')

const LABELS = [
  'freescout-linked',
  'bug',
  'enhancement',
  'incident',
  'customer-reported',
  'regression',
  'needs-customer-confirm',
]

/** The row about what GitHub never shows. */
export const RIGHTS =
  '– GitHub: right to write issues: GitHub does not tell what a token may write before it is tried → Look for issues: write in the workflow, or in the settings of the token or App.'

/** What a visit leaves; `not` are the lines of its log about everything that isn't ✓. */
export type Visit = Run & { not: string[] }

/** A set-up in which all is well, until a test changes it. */
export type Practice = Bridge & {
  visit: (inputs?: Record<string, string>, options?: InProcessOptions) => Promise<Visit>
}

/** Starts both emulators. {@link closePractice} it after each test. */
export async function openPractice(): Promise<Practice> {
  const bridge = await startBridge()
  const { github } = bridge
  bridge.ticket({ tags: ['bug'] })
  github.addIssue(HOME, { title: 'Every label', labels: LABELS })
  github.setFile(HOME, PATH, WORKFLOW)
  github.protectBranch(HOME, { isProtected: false, rules: [rule('pull_request')] })
  const visit: Practice['visit'] = async (inputs, options = {}) => {
    const run = await runInProcess(
      bridge,
      { name: 'workflow_dispatch' },
      { command: 'doctor', ...inputs },
      { ...options, env: { GITHUB_WORKFLOW_REF: `${HOME}/${PATH}@refs/heads/main`, ...options.env } },
    )
    return { ...run, not: run.log.split('\n').filter(line => /^[✗!–] /.test(line)) }
  }
  return { ...bridge, visit }
}

/** Asserts that GitHub's own description was kept to and that nobody got a mail, and stops the emulators. */
export async function closePractice({ github, freescout, close }: Practice): Promise<void> {
  expect(github.violations).toEqual([])
  expect(freescout.mails).toEqual([])
  await close()
}

/** The lines about what is missing. */
export function crosses({ not }: Visit): string[] {
  return not.filter(row => row.startsWith('✗'))
}

/** A rule of a ruleset, as GitHub lists those that apply to a branch. */
export function rule(type: string): Record<string, unknown> {
  return { type, ruleset_source_type: 'Repository', ruleset_source: HOME, ruleset_id: 42 }
}
