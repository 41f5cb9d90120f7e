import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bridge, HOME, startBridge } from '../support/bridge.ts'
import { allBlocks } from '../support/docs/commands.ts'
import { PATH, rule, WORKFLOW } from '../support/doctor-bridge.ts'
import { runInProcess } from '../support/in-process.ts'

/** The commands in docs/doctor.md that look before the flag goes on. */
const LOOK =
  (await allBlocks()).find(({ text }) => /command=doctor[\s\S]*command=sweep -f dry-run=true/.test(text))
    ?.text ?? ''

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
  bridge.github.setFile(HOME, PATH, WORKFLOW)
  bridge.github.protectBranch(HOME, { isProtected: false, rules: [rule('pull_request')] })
})

afterEach(() => bridge.close())

/** Runs the action while the flag is off, with the inputs of the page's line that has this command. */
function look(command: string, more: Record<string, string> = {}) {
  const line = LOOK.split('\n').find(one => one.includes(`command=${command}`)) ?? ''
  const inputs = Object.fromEntries(
    [...line.matchAll(/-f ([\w-]+)=(\S+)/g)].map(([, key, value]) => [key, value]),
  )
  expect(inputs.command).toBe(command)
  const env = { GITHUB_WORKFLOW_REF: `${HOME}/${PATH}@refs/heads/main` }
  return runInProcess(bridge, { name: 'workflow_dispatch' }, { enabled: '', ...inputs, ...more }, { env })
}

it("the doctor finds nothing missing but the labels, which it would make, with the page's commands", async () => {
  const run = await look('doctor', { 'dry-run': 'true' })
  expect(run.log.split('\n').filter(line => line.startsWith('✗'))).toEqual([])
  expect(run.log).toContain('would be created: "freescout-linked"')
  expect(run.exitCode).toBe(0)
  expect(bridge.writes()).toEqual([])
})

it('a sweep with the page’s command lists the tagged tickets and writes nothing', async () => {
  bridge.ticket()
  const run = await look('sweep')
  expect(run.summary).toContain('Preview of a sweep: nothing was written')
  expect(run.summary).toContain('[#1000]')
  expect(bridge.writes()).toEqual([])
})
