import { expect, it } from 'vitest'
import { enterpriseWorkflow } from '../../../scripts/enterprise-workflow.ts'
import { readWorkflow } from '../../support/workflow.ts'

const delivered = await readWorkflow('freescout-sync.yml')
const { plain, text, errors, evaluate } = await readWorkflow('../../docs/freescout-sync.ghes.yml')

it('GitHub’s own parser finds no error in the workflow for GitHub Enterprise Server', () => {
  expect(errors).toEqual([])
})

it('the workflow for GitHub Enterprise Server differs in its group, its queue and its runner only', () => {
  const { concurrency, jobs, ...rest } = delivered.plain
  const { queue, group, ...others } = concurrency
  expect(queue).toBe('max')
  expect(plain).toEqual({
    ...rest,
    concurrency: { ...others, group: plain.concurrency.group },
    jobs: { sync: { ...jobs.sync, 'runs-on': 'self-hosted' } },
  })
  expect(plain.concurrency.group).not.toBe(group)
})

it('the lines of the workflow for GitHub Enterprise Server are short enough to read', () => {
  const long = text.split('\n').filter(line => line.length > 130)
  expect(long.filter(line => !delivered.text.includes(line))).toEqual([])
})

const byHand = (inputs: Record<string, unknown>) => ({
  github: { event_name: 'workflow_dispatch', run_id: '987', event: { inputs } },
  inputs: { command: 'sync', conversation: '', issue: '', 'dry-run': false, ...inputs },
})

it.each([
  ['a ticket', 'freescout-ticket-12', byHand({ conversation: '12' })],
  ['an issue', 'freescout-issue-77', byHand({ issue: '77' })],
  ['a sweep', 'freescout-sweep', byHand({ command: 'sweep' })],
  ['a dry run', 'freescout-dry-run-987', byHand({ conversation: '12', 'dry-run': true })],
])(
  'on GitHub Enterprise Server, only a dry run of a ticket has its own group, so it never takes the place of an event: %s',
  (_, group, contexts) => {
    expect(evaluate(['concurrency', 'group'], contexts)).toBe(group)
  },
)

it('on GitHub Enterprise Server, an event has the group of its ticket', () => {
  const event = { action: 'freescout', client_payload: { conversation_id: 12 } }
  const contexts = { github: { event_name: 'repository_dispatch', event } }
  expect(evaluate(['concurrency', 'group'], contexts)).toBe('freescout-ticket-12')
})

it('a part that the delivered workflow has no more is noticed when the other one is made', () => {
  expect(enterpriseWorkflow(delivered.text)).toBe(text)
  expect(() => enterpriseWorkflow(delivered.text.replace('  queue: max\n', ''))).toThrow('queue: max')
})
