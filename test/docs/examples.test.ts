import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../src/config/load.ts'
import type { Block } from '../support/docs/blocks.ts'
import { allBlocks, nameOf } from '../support/docs/commands.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const { inputs } = parse(await readFile(join(ROOT, 'action.yml'), 'utf8'))

type Step = { uses?: string; with?: Record<string, string> }

const examples = (await allBlocks())
  .filter(({ language }) => language === 'yaml')
  .map(block => ({ name: nameOf(block), block, kind: kindOf(block) }))

function kindOf({ text, mark }: Block): 'part' | 'workflow' | 'configuration' {
  if (mark?.kind === 'part of') return 'part'
  return /^jobs:/m.test(text) ? 'workflow' : 'configuration'
}

/** The steps that use this action give it inputs that it has. */
function expectKnownInputs(steps: Step[]): void {
  const ours = steps.filter(({ uses }) => uses?.startsWith('freescout-autolink/'))
  expect(ours).not.toEqual([])
  for (const step of ours)
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
}

describe('Every example of YAML in the documentation is right:', () => {
  it('the documentation has examples of all three kinds', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(['part', 'workflow', 'configuration']))
  })

  it.each(examples.filter(({ kind }) => kind === 'workflow'))(
    'an example of a workflow is valid: $name',
    async ({ block }) => {
      const file = { name: '.github/workflows/example.yml', content: block.text }
      const { context, value } = parseWorkflow(file, new NoOperationTraceWriter())
      if (value) await convertWorkflowTemplate(context, value)
      expect(context.errors.getErrors().map(String)).toEqual([])
      const { jobs } = parse(block.text) as { jobs: Record<string, { steps: Step[] }> }
      expectKnownInputs(Object.values(jobs).flatMap(({ steps }) => steps))
    },
  )

  it('the example of a workflow for the report runs by schedule and by hand, may only read, and has a step to switch on', () => {
    const [{ block } = {}, ...others] = examples.filter(
      ({ kind, block }) => kind === 'workflow' && block.text.includes('command: report'),
    )
    expect(others).toEqual([])
    const read = (text = '') =>
      parse(text) as { on: object; jobs: { report: { permissions: object; steps: Step[] } } }
    const { on, jobs } = read(block?.text)
    expect(Object.keys(on)).toEqual(['schedule', 'workflow_dispatch'])
    expect(jobs.report.permissions).toEqual({ contents: 'read', issues: 'read' })
    expect(jobs.report.steps).toMatchObject([{ with: { command: 'report' } }])
    const switchedOn = read(block?.text.replace(/^( +)# (- | {2})/gm, '$1$2'))
    expect(switchedOn.jobs.report.steps[1]).toMatchObject({
      env: { REPORT: `\${{ steps.report.outputs.report }}` },
      run: expect.stringContaining('jq -r'),
    })
  })

  it.each(examples.filter(({ kind }) => kind === 'part'))(
    'an example of steps is valid: $name',
    ({ block }) => {
      const found: unknown = parse(block.text)
      expectKnownInputs((Array.isArray(found) ? found : (found as { steps: Step[] }).steps) as Step[])
    },
  )

  it.each(examples.filter(({ kind }) => kind === 'configuration'))(
    'an example of a configuration is valid: $name',
    ({ block }) => {
      // An excerpt of one section is completed by the sections that it needs.
      const needed = { user: '7', ticket: '{ mailbox: a@b.cd, customer: c@b.cd }' }
      const missing = Object.entries(needed).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(block.text))
      const whole = [block.text, ...missing.map(([key, value]) => `${key}: ${value}`)].join('\n')
      expect(() => parseConfig(whole, { source: block.file })).not.toThrow()
    },
  )
})
