import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const sweep = (inputs: Record<string, string> = {}, config = CONFIG) =>
  runInProcess(bridge, { name: 'schedule' }, { config, ...inputs })

/** Old, tagged tickets and old, labelled issues: a desk on its first day. */
function backlog({ tickets, issues }: { tickets: number; issues: number }): number[] {
  for (let at = 1; at <= issues; at++) {
    const { number } = bridge.github.addIssue(HOME, { title: `SECRET issue ${at}` })
    bridge.github.label(HOME, number, 'regression')
  }
  const createdAt = new Date(Date.now() - 400 * 86_400_000)
  const ids = Array.from({ length: tickets }, (_, at) =>
    bridge.ticket({ subject: `SECRET ticket ${at}`, createdAt }),
  )
  bridge.forget()
  return ids
}

const isCreation = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && /\/(issues|conversations)$/.test(path)

describe('A sweep that would create more than max-new', () => {
  it('a sweep that would create more than 20 tickets and issues together creates none, and mails nobody', async () => {
    backlog({ tickets: 11, issues: 10 })
    const run = await sweep()
    expect(run.exitCode, run.log).toBe(1)
    expect(run.outputs.result).toBe('failed')
    expect(bridge.writes()).toEqual([])
    expect(bridge.freescout.mails).toEqual([])
    expect(run.log).toContain(
      '::error::This sweep would create 21 tickets and issues, more than max-new (20), so it created none of them. ' +
        'The table in the job summary lists them. To create them, run the workflow by hand with the command sweep and max-new: 21.',
    )
  })

  it('the list of what a sweep did not create has numbers, links and ages, and no titles', async () => {
    const [first = 0] = backlog({ tickets: 11, issues: 10 })
    const { summary, log } = await sweep()
    const { number } = bridge.freescout.ticket(first)
    expect(summary).toContain(`| [#${number}](${bridge.freescout.url}/conversation/${first}) |  | 400 days |`)
    expect(summary).toContain(`| [${HOME}#1](${issueUrl(1)}) |`)
    expect(summary.match(/^\| (?!Ticket|---)/gm)).toHaveLength(21)
    expect(`${summary}${log}`).not.toContain('SECRET')
  })

  it('a braked sweep goes on with what creates nothing', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Known' })
    const byHand = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(number) } })
    backlog({ tickets: 21, issues: 0 })
    const run = await sweep()
    expect(run.exitCode, run.log).toBe(1)
    expect([...bridge.freescout.ticket(byHand).tags]).toEqual(['auto-linked'])
    expect(bridge.github.comments(HOME, number)).toHaveLength(1)
    expect(bridge.writes().filter(isCreation)).toEqual([])
    expect(run.summary).toContain('Looked at 1, changed 1, left 0 for the next sweep.')
  })

  it('a sweep by hand with max-new creates what the brake held back, once', async () => {
    backlog({ tickets: 11, issues: 10 })
    expect((await sweep()).exitCode).toBe(1)
    const run = await sweep({ 'max-new': '21' })
    expect(run.exitCode, run.log).toBe(0)
    expect(bridge.writes().filter(isCreation)).toHaveLength(21)
    expect(bridge.freescout.tickets.size).toBe(21)
    await bridge.again(() => sweep())
  })

  it.each([
    ['sweep.max-new', `${CONFIG}sweep: { max-new: 3 }\n`, {}],
    ['the input max-new', CONFIG, { 'max-new': '3' }],
  ])('a sweep creates as many as %s allows, and none beyond that', async (_, config, inputs) => {
    backlog({ tickets: 3, issues: 0 })
    expect((await sweep(inputs, config)).exitCode).toBe(0)
    expect(bridge.github.issues(HOME)).toHaveLength(3)
    backlog({ tickets: 4, issues: 0 })
    expect((await sweep(inputs, config)).exitCode).toBe(1)
    expect(bridge.github.issues(HOME)).toHaveLength(3)
  })

  it('a sweep that can’t look at some tickets counts them, and creates none if it may be too many', async () => {
    const ids = backlog({ tickets: 21, issues: 0 })
    bridge.freescout.faults.push({
      match: ({ path }) => path.startsWith(`/api/conversations/${ids[3]}?`),
      times: Number.POSITIVE_INFINITY,
      trouble: { answer: { status: 500 } },
    })
    const run = await sweep()
    expect(run.exitCode, run.log).toBe(1)
    expect(bridge.writes().filter(isCreation)).toEqual([])
    expect(run.log).toContain(
      'This sweep would create 20 tickets and issues, and 1 more could not be read. ' +
        'That may be more than max-new (20), so it created none of them.',
    )
    expect(run.log).toContain('max-new: 21.')
    bridge.freescout.faults.length = 0
    await sweep({ 'max-new': '21' })
    expect(bridge.github.issues(HOME)).toHaveLength(21)
  })

  it('tickets that FreeScout or GitHub refuse for good do not brake a sweep', async () => {
    const ids = backlog({ tickets: 4, issues: 0 })
    bridge.freescout.faults.push({
      match: ({ path }) => ids.slice(0, 3).some(id => path.startsWith(`/api/conversations/${id}?`)),
      times: Number.POSITIVE_INFINITY,
      trouble: { answer: { status: 403, body: '{}' } },
    })
    const run = await sweep({ 'max-new': '3' })
    expect(run.exitCode, run.log).toBe(1)
    expect(bridge.github.issues(HOME)).toHaveLength(1)
  })

  it('many tickets that need something do not brake a sweep that creates few', async () => {
    for (let at = 0; at < 21; at++) {
      const { number } = bridge.github.addIssue(HOME, { title: `Known ${at}` })
      bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(number) } })
    }
    backlog({ tickets: 2, issues: 0 })
    const run = await sweep()
    expect(run.exitCode, run.log).toBe(0)
    expect(bridge.github.issues(HOME)).toHaveLength(23)
    expect(run.summary).toContain('Looked at 23, changed 23')
  })

  it('the summary of a dry-run sweep is a preview, and says what the brake would do', async () => {
    backlog({ tickets: 21, issues: 0 })
    const run = await sweep({ 'dry-run': 'true' })
    expect(run.exitCode, run.log).toBe(0)
    expect(run.summary).toContain('### Preview of a sweep: nothing was written')
    expect(run.summary).toContain('Looked at 21, would change 21, would leave 0 for the next sweep.')
    expect(run.summary).toContain(
      'Without dry-run, the sweep would create none of these 21 tickets and issues: they are more than max-new (20).',
    )
    expect(bridge.writes()).toEqual([])
  })
})
