import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NoOperationTraceWriter } from '@actions/workflow-parser'
import { parseAction } from '@actions/workflow-parser/actions/action-parser'
import { describe, expect, it } from 'vitest'
import { ROOT, readWorkflow, workflowNames } from '../../support/workflow.ts'

const OURS = 'freescout-autolink/freescout-autolink@v1'

describe.each(await workflowNames())('The workflow %s', async name => {
  const { text, plain, errors } = await readWorkflow(name)
  const jobs = Object.values(plain.jobs)

  it('GitHub’s own parser finds no error in the workflow', () => expect(errors).toEqual([]))

  it('the workflow gives each job only the permissions that the job names', () => {
    expect(plain.permissions).toEqual({})
    for (const { permissions } of jobs) expect(permissions).toEqual(expect.any(Object))
  })

  it('the workflow lets no job run for hours', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(30)
  })

  it('the workflow pins the actions of others to a commit, and names its version', () => {
    const uses = [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, what = '']) => what)
    const steps = jobs.flatMap(({ steps }) => steps).filter(step => step.uses)
    expect(uses).toHaveLength(steps.length)
    for (const what of uses.filter(what => !what.startsWith(`${OURS} `))) {
      expect(what).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
  })
})

it("action.yml has no error by GitHub's own parser", async () => {
  const content = await readFile(join(ROOT, 'action.yml'), 'utf8')
  const { context } = parseAction({ name: 'action.yml', content }, new NoOperationTraceWriter())
  expect(context.errors.getErrors().map(String)).toEqual([])
})
