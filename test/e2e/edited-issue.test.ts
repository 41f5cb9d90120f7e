import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ticketLinkComment } from '../../src/render/comment.ts'
import { ENGLISH } from '../../src/texts/english.ts'
import {
  type Bridge,
  CONFIG,
  closeUnharmed,
  dispatchOf,
  HOME,
  issueUrl,
  startBridge,
} from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'

/*
 * Engineers and bots edit an issue that was made from a ticket. Both sides go on, and there is never a second issue or
 * a second ticket.
 */

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

async function run(event: { name: string; payload?: unknown }, inputs?: Record<string, string>) {
  const done = await runInProcess(bridge, event, inputs)
  expect(done.exitCode, done.log).toBe(0)
  return done
}

const sync = (id: number) => run({ name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) })
const sweep = () => run({ name: 'schedule' })
const payloadOf = (action: string, label?: string) => ({
  ...{ action, issue: { number: 1 }, repository: { full_name: HOME } },
  ...(label && { label: { name: label } }),
})
const body = () => bridge.github.issue(HOME, 1).body ?? ''
const comments = () => bridge.github.comments(HOME, 1).map(one => one.body)
const sentinel = (id: number) => ticketLinkComment(`${bridge.freescout.url}/conversation/${id}`, ENGLISH)

/** Closes issue 1 and runs the action for that event. */
async function close() {
  bridge.github.closeIssue(HOME, 1, 'completed')
  return run({ name: 'issues', payload: payloadOf('closed') })
}

/** Labels issue 1 and runs the action for that event. */
async function label(name: string) {
  bridge.github.label(HOME, 1, name)
  return run({ name: 'issues', payload: payloadOf('labeled', name) })
}

describe('An issue with text around its marker', () => {
  it.each([
    [
      'an engineer added the root cause below it',
      (text: string) => `${text}\n\nRoot cause: the cache is stale.`,
    ],
    [
      'GitHub’s page saved it with Windows line ends',
      (text: string) => `${text}\n\nNo.`.replaceAll('\n', '\r\n'),
    ],
    ['a bot added a footer with a line above it', (text: string) => `${text}\n\n---\n\n_Triaged by a bot._`],
    [
      'a template was pasted below it',
      (text: string) => `${text}\n\n### Steps\n\n1. …\n\n\`\`\`\nlog\n\`\`\``,
    ],
  ])('still belongs to its ticket after %s', async (_, change) => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.editIssue(HOME, 1, { body: change(body()) })
    const closed = await close()
    expect(closed.outputs).toMatchObject({ result: 'noted', 'conversation-id': String(id) })
    expect(bridge.freescout.notes(id).at(0)).toContain('completed')
    expect(comments()).toEqual([])
  })

  it('is found by a run that must finish its link, so the ticket gets no second issue', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.editIssue(HOME, 1, { body: `${body()}\n\nRoot cause: the cache is stale.` })
    takeLinkFrom(id)
    expect((await sync(id)).outputs).toMatchObject({ result: 'adopted', 'issue-number': '1' })
    expect(bridge.github.issues(HOME)).toHaveLength(1)
  })
})

/** What a run that stopped right after the creation leaves: no field, no note, no tag. */
function takeLinkFrom(id: number, tags = ['bug']): void {
  bridge.freescout.setField(id, 'github_issue_url', '')
  bridge.freescout.setTags(id, tags)
  const ticket = bridge.freescout.ticket(id)
  ticket.threads = ticket.threads.filter(({ type }) => type !== 'note')
}

describe('An issue whose marker somebody overwrote', () => {
  it('is told of its closing at once, and names its ticket again in a comment', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.editIssue(HOME, 1, { body: '### What happened\n\nIt is broken.' })
    expect((await close()).outputs).toMatchObject({ result: 'noted', 'conversation-id': String(id) })
    expect(comments()).toEqual([sentinel(id)])
    await bridge.again(() => run({ name: 'issues', payload: payloadOf('closed') }))
    await bridge.again(() => sync(id))
    await bridge.again(sweep)
  })

  it('gets the comment that names its ticket by the next sweep', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.editIssue(HOME, 1, { body: null })
    const swept = await sweep()
    expect(JSON.parse(String(swept.outputs.changes))).toEqual(['comment'])
    expect(comments()).toEqual([sentinel(id)])
    await bridge.again(sweep)
  })

  it('is found by that comment when its ticket lost the link, and the ticket gets no second issue', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.editIssue(HOME, 1, { body: 'It is broken.' })
    await sweep()
    takeLinkFrom(id, ['bug', 'auto-linked'])
    expect((await sync(id)).outputs).toMatchObject({ result: 'adopted', 'issue-number': '1' })
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(1))
    expect(bridge.github.issues(HOME)).toHaveLength(1)
    expect(comments()).toEqual([sentinel(id)])
    await bridge.again(() => sync(id))
  })

  it('gets no comment that a stranger’s text asks for', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.editIssue(HOME, 1, { body: 'It is broken.' })
    const stranger = { author: 'mallory', association: 'NONE' }
    bridge.github.comment(HOME, 1, sentinel(id + 1), stranger)
    await sweep()
    expect(comments()).toEqual([sentinel(id + 1), sentinel(id)])
  })
})

describe('An issue that lost its marker, its comment and its label', () => {
  const cases: [string, (id: number) => void][] = [
    ['a ticket that has our tag', () => {}],
    ['a ticket that lost our tag too', id => bridge.freescout.setTags(id, ['bug'])],
    [
      'a closed ticket',
      id => {
        bridge.freescout.setStatus(id, 'closed')
      },
    ],
  ]
  it.each(cases)('gets no second ticket while the field of %s names it', async (_, change) => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.editIssue(HOME, 1, { body: 'It is broken.' })
    bridge.github.unlabel(HOME, 1, 'freescout-linked')
    change(id)
    const labelled = await label('customer-reported')
    expect(labelled.outputs['conversation-id']).toBe(String(id))
    expect(bridge.freescout.tickets.size).toBe(1)
    expect(comments()).toContain(sentinel(id))
    await bridge.again(() => run({ name: 'issues', payload: payloadOf('labeled', 'customer-reported') }))
  })

  it('gets no second ticket by a sweep either', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.editIssue(HOME, 1, { body: 'It is broken.' })
    bridge.github.unlabel(HOME, 1, 'freescout-linked')
    bridge.github.label(HOME, 1, 'customer-reported')
    await sweep()
    expect(bridge.freescout.tickets.size).toBe(1)
  })

  it('costs an issue that was never linked no search through the tickets', async () => {
    bridge.github.addIssue(HOME, { title: 'Mine' })
    bridge.forget()
    const labelled = await label('customer-reported')
    expect(labelled.outputs.result).toBe('created')
    const lists = bridge.freescout.log.filter(({ path }) => path.startsWith('/api/conversations?'))
    expect(lists.every(({ path }) => path.includes('subject='))).toBe(true)
  })

  it('gets a ticket when no field names it any more', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.editIssue(HOME, 1, { body: 'It is broken.' })
    bridge.github.unlabel(HOME, 1, 'freescout-linked')
    bridge.freescout.setField(id, 'github_issue_url', 'none')
    const labelled = await run(
      { name: 'issues', payload: payloadOf('labeled', 'customer-reported') },
      { config: CONFIG },
    )
    expect(labelled.outputs.result).toBe('skipped')
    expect((await label('customer-reported')).outputs.result).toBe('created')
  })
})
