import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { type Bridge, HOME, startBridge } from './bridge.ts'
import { type InProcessOptions, runInProcess } from './in-process.ts'
import type { Run } from './runner.ts'

/** The path and the text of the repository's own workflow. */
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

/** The row about the right that GitHub has no call for. */
export const RIGHTS =
  '– GitHub: right to write issues: GitHub does not say what a token may write until it writes → Look for issues: write in the workflow, or in the settings of the token or App.'

/** A run of the doctor. `notOk` are the lines of its log for all checks that are not ✓. */
export type DoctorRun = Run & { notOk: string[] }

/** A complete set-up, until a test changes it. */
export type DoctorBridge = Bridge & {
  runDoctor: (inputs?: Record<string, string>, options?: InProcessOptions) => Promise<DoctorRun>
}

/** Starts both emulators. Close the bridge by {@link closeDoctorBridge} after each test. */
export async function startDoctorBridge(): Promise<DoctorBridge> {
  const bridge = await startBridge()
  const { github } = bridge
  bridge.ticket({ tags: ['bug'] })
  github.addIssue(HOME, { title: 'Every label', labels: LABELS })
  github.setFile(HOME, PATH, WORKFLOW)
  github.protectBranch(HOME, { isProtected: false, rules: [rule('pull_request')] })
  const runDoctor: DoctorBridge['runDoctor'] = async (inputs, options = {}) => {
    const run = await runInProcess(
      bridge,
      { name: 'workflow_dispatch' },
      { command: 'doctor', ...inputs },
      { ...options, env: { GITHUB_WORKFLOW_REF: `${HOME}/${PATH}@refs/heads/main`, ...options.env } },
    )
    return { ...run, notOk: run.log.split('\n').filter(line => /^[✗!–] /.test(line)) }
  }
  return { ...bridge, runDoctor }
}

/** Asserts that all requests fit GitHub's OpenAPI description and that nobody got a mail, and stops the emulators. */
export async function closeDoctorBridge({ github, freescout, close }: DoctorBridge): Promise<void> {
  expect(github.violations).toEqual([])
  expect(freescout.mails).toEqual([])
  await close()
}

/** The lines of the log for checks that found something missing. */
export function missingLines({ notOk }: DoctorRun): string[] {
  return notOk.filter(row => row.startsWith('✗'))
}

/** A rule of a ruleset, as GitHub lists those that apply to a branch. */
export function rule(type: string): Record<string, unknown> {
  return { type, ruleset_source_type: 'Repository', ruleset_source: HOME, ruleset_id: 42 }
}
