import { readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import type { RunEnd } from '../../demo/events.ts'
import { type Installation, REPOSITORY, startInstallation, TAGGED } from '../../demo/installation.ts'

/*
 * What each event costs: the rows of docs/performance.md, "What it costs". FreeScout's webhooks go through the built
 * receiver, and its dispatches and GitHub's events become runs of the bundle with the workflow's own token.
 */

const PAGE = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8')

let installation: Installation

afterEach(async () => {
  await installation.close()
})

async function start(receiver: Record<string, string> = {}): Promise<void> {
  installation = await startInstallation({ receiver })
}

/** Lets minutes pass until nothing happens any more. */
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < 3; ) {
    installation.freescout.clock.advance(30_000)
    const answers = await installation.deliver()
    await installation.settled()
    quiet = answers.length === 0 ? quiet + 1 : 0
  }
}

/** Does each step, and compares its cost with the page's row. */
async function live(life: Record<string, () => unknown>): Promise<void> {
  const rows: string[] = []
  for (const [name, act] of Object.entries(life)) {
    const runs: RunEnd[] = []
    const stop = installation.onEvent(event => {
      if (event.kind === 'run-ended') runs.push(event)
    })
    await act()
    await settle()
    stop()
    expect(runs.filter(({ exitCode }) => exitCode !== 0)).toEqual([])
    const sum = (count: (run: RunEnd) => number) => runs.reduce((total, run) => total + count(run), 0)
    const freescout = sum(({ costs }) => costs.freescout.reads + costs.freescout.writes)
    const github = sum(({ costs }) => costs.github.reads + costs.github.writes)
    const writes = sum(({ costs }) => costs.github.writes)
    rows.push(`| ${name} | ${runs.length} | ${freescout} | ${github} · ${writes} |`)
  }
  console.log(rows.join('\n'))
  for (const row of rows) expect.soft(PAGE).toContain(row)
}

it('a ticket that becomes an issue costs what the page says', async () => {
  await start()
  const { freescout, github } = installation
  let id = 0
  await live({
    '**A ticket becomes an issue**': () => {
      id = freescout.addTicket({ subject: 'Orders time out', tags: ['bug'] }).id
    },
    'An agent’s note on a linked ticket': () => freescout.agentNote(id, 'Known since May.'),
    'An agent sets a linked ticket to pending': () => freescout.setStatus(id, 'pending'),
    'A label adds a note to the ticket': () => github.label(REPOSITORY, 1, 'needs-customer-confirm'),
    'A linked ticket is closed by a reply (two webhooks)': () => freescout.closeByReply(id),
    'It is reopened by the customer': () => freescout.customerReply(id),
    'The issue is closed': () => github.closeIssue(REPOSITORY, 1, 'completed'),
    'A note that is relayed': () => freescout.agentNote(id, '/github It also happens in Safari.'),
  })
}, 60_000)

it('an issue that becomes a ticket costs what the page says', async () => {
  await start()
  const { github } = installation
  await live({
    '**An issue becomes a ticket**': () => {
      const { number } = github.addIssue(REPOSITORY, { title: 'Orders time out' })
      github.label(REPOSITORY, number, 'customer-reported')
    },
    'A comment that is relayed': () => github.comment(REPOSITORY, 1, '/support The fix is out.'),
  })
}, 60_000)

it('a ticket that never becomes an issue costs what the page says', async () => {
  await start()
  const { freescout } = installation
  let id = 0
  await live({
    'A ticket without a trigger tag comes in': () => {
      id = freescout.addTicket({ subject: 'How do I pay?' }).id
    },
    'A customer’s reply on it': () => freescout.customerReply(id),
    'An agent’s note on it': () => freescout.agentNote(id, 'Asked accounting.'),
    'It is closed by a reply': () => freescout.closeByReply(id),
  })
}, 60_000)

it('where a Workflow announces tags, a ticket costs what the page says', async () => {
  await start({ FREESCOUT_TAG_EVENTS: TAGGED })
  const { freescout } = installation
  let id = 0
  freescout.workflows.onTag('bug', TAGGED)
  await live({
    'With `FREESCOUT_TAG_EVENTS`: a ticket comes in, gets a note, and is closed': () => {
      id = freescout.addTicket({ subject: 'How do I pay?' }).id
      freescout.agentNote(id, 'Asked accounting.')
      freescout.closeByReply(id)
    },
    'With `FREESCOUT_TAG_EVENTS`: a ticket comes in, and an agent tags it': () => {
      id = freescout.addTicket({ subject: 'Orders time out' }).id
      freescout.setTags(id, ['bug'])
    },
  })
}, 60_000)

it('a sweep that finds nothing to do costs what the page says', async () => {
  await start()
  const { freescout } = installation
  freescout.addTicket({ subject: 'Orders time out', tags: ['bug'] })
  await settle()
  await live({ 'A sweep that finds nothing to do': () => installation.command('sweep') })
}, 60_000)
