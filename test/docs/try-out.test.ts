import { afterEach, beforeEach, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Bridge, HOME, startBridge } from '../support/bridge.ts'
import { allBlocks } from '../support/docs/commands.ts'
import { PATH, rule, WORKFLOW } from '../support/doctor-bridge.ts'
import { runInProcess } from '../support/in-process.ts'

/** The workflow in the runbook that looks before the flag goes on. */
const TRY_OUT = (await allBlocks()).find(({ text }) => text.includes('name: FreeScout try-out'))?.text ?? ''
const NAME = '.github/workflows/freescout-try.yml'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
  bridge.github.setFile(HOME, PATH, WORKFLOW)
  bridge.github.setFile(HOME, NAME, TRY_OUT)
  bridge.github.protectBranch(HOME, { isProtected: false, rules: [rule('pull_request')] })
})

afterEach(async () => {
  expect(bridge.writes()).toEqual([])
  await bridge.close()
})

/** Runs the try-out's step by hand, with what it says itself. */
function tryOut(command: string) {
  const { jobs } = parse(TRY_OUT) as { jobs: { look: { steps: { with: Record<string, string> }[] } } }
  const { enabled = '', fix = '', ...rest } = jobs.look.steps[0]?.with ?? {}
  const inputs = { enabled, fix, 'dry-run': rest['dry-run'] ?? '', command }
  const env = { GITHUB_WORKFLOW_REF: `${HOME}/${NAME}@refs/heads/main` }
  return runInProcess(bridge, { name: 'workflow_dispatch' }, inputs, { env })
}

it("the doctor finds nothing missing but the labels, which it would make, with the runbook's try-out", async () => {
  const run = await tryOut('doctor')
  expect(run.log.split('\n').filter(line => line.startsWith('✗'))).toEqual([])
  expect(run.log).toContain('would be created: "freescout-linked"')
  expect(run.exitCode).toBe(0)
})

it('a sweep with the runbook’s try-out lists the tagged tickets and writes nothing', async () => {
  bridge.ticket()
  const run = await tryOut('sweep')
  expect(run.summary).toContain('Preview of a sweep: nothing was written')
  expect(run.summary).toContain('[#1000]')
})
