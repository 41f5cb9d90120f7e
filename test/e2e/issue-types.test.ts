import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import type { LoggedRequest } from '../support/server.ts'

const TYPED = `${CONFIG}issue: { types: { bug: Bug, feature_request: Feature } }\n`

let bridge: Bridge
let id: number

beforeEach(async () => {
  bridge = await startBridge()
  id = bridge.ticket()
  bridge.forget()
})

afterEach(() => closeUnharmed(bridge))

async function sync(config = TYPED) {
  const inputs = { command: 'sync', conversation: String(id), config }
  const run = await runInProcess(bridge, { name: 'workflow_dispatch' }, inputs)
  expect(run.exitCode, run.log).toBe(0)
  return run
}

const isCreate = ({ method, path }: Pick<LoggedRequest, 'method' | 'path'>) =>
  method === 'POST' && path === `/repos/${HOME}/issues`
const creates = () => bridge.writes().filter(isCreate)
const issues = () => bridge.github.issues(HOME)

/** GitHub refuses every request with this label in it. */
function refuseLabel(label: string): void {
  const body = JSON.stringify({
    message: 'Validation Failed',
    errors: [{ resource: 'Label', code: 'invalid', field: 'name' }],
  })
  bridge.github.faults.push({
    match: ({ body: asked }) => ((asked as { labels?: string[] } | null)?.labels ?? []).includes(label),
    times: 99,
    trouble: { answer: { status: 422, body, headers: { 'content-type': 'application/json' } } },
  })
}

async function expectSettled(): Promise<void> {
  bridge.forget()
  await sync()
  expect(bridge.writes()).toEqual([])
  expect(issues()).toHaveLength(1)
}

describe('The type of a new issue', () => {
  it('is that of the ticket’s tag, and the issue is created by one request', async () => {
    const run = await sync()
    expect(issues()).toMatchObject([{ type: 'Bug', labels: ['bug', 'freescout-linked'] }])
    expect(creates()).toHaveLength(1)
    expect(run.log).not.toContain('::warning')
    await expectSettled()
  })

  it('that the organisation does not have costs a warning, never the issue', async () => {
    bridge.github.setIssueTypes(HOME, ['Task'])
    const run = await sync()
    expect(run.outputs.result).toBe('created')
    expect(issues()).toMatchObject([{ type: null, labels: ['bug', 'freescout-linked'] }])
    expect(creates().map(({ status }) => status)).toEqual([422, 201])
    expect(run.log).toContain(
      `https://github.com/${HOME}/issues/1 lacks the type "Bug", because GitHub refused the request (422: Validation Failed; type invalid).`,
    )
    await expectSettled()
  })

  it('that GitHub drops without a word costs a warning', async () => {
    bridge.github.dropLabels = true
    const run = await sync()
    expect(run.log).toContain(`/issues/1 has no type "Bug", because GitHub left it out.`)
    expect(issues()).toHaveLength(1)
  })

  it('is left out again, and no second issue made, when the answer to the smaller create is lost', async () => {
    bridge.github.setIssueTypes(HOME, [])
    bridge.github.faults.push({
      match: request => isCreate(request) && (request.body as { type?: string }).type === undefined,
      trouble: { dropAfter: true },
    })
    const run = await sync()
    expect(run.outputs.result).toBe('adopted')
    expect(creates().map(({ status }) => status)).toEqual([422, 0])
    await expectSettled()
  })
})

describe('A label that GitHub refuses', () => {
  it('costs a warning, never the issue, and the type stays', async () => {
    refuseLabel('bug')
    const run = await sync()
    expect(issues()).toMatchObject([{ type: 'Bug', labels: ['freescout-linked'] }])
    expect(run.log).toContain('/issues/1 lacks the label "bug", because GitHub refused the request (422')
    await expectSettled()
  })

  it('costs a warning together with a type that GitHub refuses', async () => {
    refuseLabel('bug')
    bridge.github.setIssueTypes(HOME, [])
    const run = await sync()
    expect(issues()).toMatchObject([{ type: null, labels: ['freescout-linked'] }])
    expect(run.log).toContain('/issues/1 lacks the type "Bug" and the label "bug", because GitHub refused')
    await expectSettled()
  })

  it('does not keep the link of an issue that lost its labels from being completed', async () => {
    await sync()
    for (const label of ['bug', 'freescout-linked']) bridge.github.unlabel(HOME, 1, label)
    bridge.freescout.setTags(id, ['bug'])
    refuseLabel('bug')
    const run = await sync()
    expect(bridge.github.issue(HOME, 1).labels).toEqual(['freescout-linked'])
    expect(run.log).toContain('/issues/1 lacks the label "bug", because GitHub refused')
    await expectSettled()
  })
})

it('an issue that GitHub refuses in every form fails with the first refusal, and nothing is created', async () => {
  bridge.github.faults.push({
    match: isCreate,
    times: 99,
    trouble: {
      answer: {
        status: 422,
        body: '{"message":"Issues are disabled"}',
        headers: { 'content-type': 'application/json' },
      },
    },
  })
  const inputs = { command: 'sync', conversation: String(id), config: TYPED }
  const run = await runInProcess(bridge, { name: 'workflow_dispatch' }, inputs)
  expect(run.exitCode).toBe(1)
  expect(run.log).toContain('GitHub refused the request (422: Issues are disabled)')
  expect(creates().length).toBeLessThanOrEqual(4)
  expect(issues()).toEqual([])
})
