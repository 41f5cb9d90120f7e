import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import { shownText } from '../support/shown-text.ts'

/*
 * The words that the product writes: in four languages, in words of the configuration, and in templates. Whatever they are,
 * the marks decide, so nothing is announced twice and earlier links still count.
 */

let bridge: Bridge
let id: number

beforeEach(async () => {
  bridge = await startBridge()
  id = bridge.ticket()
})

afterEach(() => closeUnharmed(bridge))

async function run(inputs: Record<string, string>, config: string) {
  const event = { name: 'workflow_dispatch' }
  const done = await runInProcess(bridge, event, { command: 'sync', ...inputs, config })
  expect(done.exitCode, done.log).toBe(0)
  return done
}
const syncTicket = (config = CONFIG) => run({ conversation: String(id) }, config)
const syncIssue = (config = CONFIG) => run({ issue: '1' }, config)
const sweep = (config = CONFIG) => run({ command: 'sweep' }, config)

const inLanguage = (code: string) => `${CONFIG}language: ${code}\n`
const notes = () => bridge.freescout.notes(id).map(shownText)
const comments = () => bridge.github.comments(HOME, 1).map(({ body }) => body)
const ticketUrl = () => `${bridge.freescout.url}/conversation/${id}`

/** Runs both sides and the sweep once more. Nothing may be written. */
async function expectSettled(config: string): Promise<void> {
  bridge.forget()
  await syncTicket(config)
  await syncIssue(config)
  await sweep(config)
  expect(bridge.writes()).toEqual([])
}

/** Creates the issue, then closes it by a pull request, and closes the ticket. */
async function wholeLife(config: string): Promise<void> {
  await syncTicket(config)
  bridge.freescout.agentNote(id, '<p>/github Please look at order 7.</p>')
  await syncTicket(config)
  bridge.github.clock.advance(60_000)
  bridge.github.closeIssue(HOME, 1, 'completed', {
    actor: 'ada',
    closer: { repository: HOME, pullRequest: 55 },
  })
  await syncIssue(config)
  bridge.freescout.setStatus(id, 'closed')
  await syncTicket(config)
}

describe.each([
  [
    'de',
    {
      note: `Das GitHub-Issue ${HOME}#1 „Orders are rejected“ wurde von ada als erledigt geschlossen (Pull Request #55).`,
      comment: 'FreeScout-Ticket gelöst (',
      relayed: 'Notiz zu [FreeScout-Ticket #',
    },
  ],
  [
    'fr',
    {
      note: `L’issue GitHub ${HOME}#1 «\u00A0Orders are rejected\u00A0» a été fermée par ada comme terminée (pull request #55).`,
      comment: 'Ticket FreeScout résolu (',
      relayed: 'Note sur [Ticket FreeScout #',
    },
  ],
  [
    'es',
    {
      note: `La issue de GitHub ${HOME}#1 «Orders are rejected» fue cerrada por ada como completada (pull request #55).`,
      comment: 'Ticket de FreeScout resuelto (',
      relayed: 'Nota en [Ticket de FreeScout #',
    },
  ],
] as const)('In the language %s', (code, words) => {
  it('both sides read whole sentences, and a change of the language writes nothing', async () => {
    await wholeLife(inLanguage(code))
    expect(notes()[0]).toBe(`${words.note}\n[freescout-autolink]`)
    expect(comments().some(body => body.startsWith(`[freescout-autolink] ${words.comment}`))).toBe(true)
    expect(comments().some(body => body.startsWith(`[freescout-autolink] ${words.relayed}`))).toBe(true)
    for (const other of [code, 'en', 'de', 'es']) await expectSettled(inLanguage(other))
  })
})

it('the built action speaks the language, too, and a second run writes nothing', async () => {
  const inputs = { config: inLanguage('de') }
  const run = await bridge.dispatch(id, inputs)
  expect(run.outputs, run.log).toMatchObject({ result: 'created' })
  expect(notes()[0]).toBe(`GitHub-Issue #1 angelegt: ${issueUrl(1)}\n[freescout-autolink]`)
  expect(bridge.github.issue(HOME, 1).body).toContain('**Der Kunde schrieb am ')
  await bridge.again(() => bridge.dispatch(id, inputs))
  bridge.github.clock.advance(60_000)
  bridge.github.closeIssue(HOME, 1, 'completed', { actor: 'ada' })
  await bridge.issueEvent(1, 'closed', inputs)
  expect(notes()[0]).toContain('„Orders are rejected“ wurde von ada als erledigt geschlossen.')
  await bridge.again(() => bridge.issueEvent(1, 'closed', { config: inLanguage('fr') }))
})

describe('In words of the configuration', () => {
  const OWN = `${CONFIG}texts:
  issue-filed: "Engineering has it as {number}."
  closed-completed: "Fixed: {title} ({url})"
  ticket-resolved: "Support is done with {url}"
`

  it('a life of a ticket is announced once, before and after the words change', async () => {
    await wholeLife(OWN)
    expect(notes()).toContain('Engineering has it as #1.\n[freescout-autolink]')
    expect(notes()[0]).toBe(`Fixed: Orders are rejected (${issueUrl(1)})\n[freescout-autolink]`)
    expect(comments().at(-1)).toContain(`Support is done with ${ticketUrl()}`)
    for (const config of [OWN, CONFIG, inLanguage('fr')]) await expectSettled(config)
  })

  it('a lost answer to the write of a note doubles nothing', async () => {
    await syncTicket(OWN)
    bridge.github.clock.advance(60_000)
    bridge.github.closeIssue(HOME, 1, 'completed', { actor: 'ada' })
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'POST' && path.endsWith('/threads'),
      trouble: { dropAfter: true },
    })
    await syncIssue(OWN)
    expect(notes().filter(note => note.startsWith('Fixed: '))).toHaveLength(1)
    await expectSettled(inLanguage('de'))
  })

  it('a mistake in a text stops the run before anything is read or written', async () => {
    const event = { name: 'workflow_dispatch' }
    const config = `${CONFIG}texts: { ticket-link: "Ticket {numer}" }\n`
    const done = await runInProcess(bridge, event, { command: 'sync', conversation: String(id), config })
    expect(done.exitCode).toBe(1)
    expect(done.log).toContain('texts.ticket-link: found "Ticket {numer}", expected one line of text')
    expect(bridge.writes()).toEqual([])
  })
})

describe('A comment that somebody edited', () => {
  it('still counts with text below its mark, so it is not written again', async () => {
    const config = inLanguage('de')
    await wholeLife(config)
    for (const { id: comment, body } of bridge.github.comments(HOME, 1)) {
      bridge.github.editComment(HOME, 1, comment, `${body}\r\n\r\nEdit: see also the log.\r\n`)
    }
    await expectSettled(config)
  })
})

describe('What version 0 wrote', () => {
  it('still counts: its notes and comments are not written again', async () => {
    await wholeLife(CONFIG)
    const oldNotes = [
      `<p>[freescout-autolink] GitHub issue <a href="${issueUrl(1)}">#1</a> filed: <a href="${issueUrl(1)}">${issueUrl(1)}</a></p>`,
      `<p>[freescout-autolink] <a href="${issueUrl(1)}">${issueUrl(1)}</a>: closed as completed.</p>`,
    ]
    const [closing = '', filed = ''] = bridge.freescout
      .notes(id)
      .filter(body => body.includes('[freescout-autolink]'))
    const key = /<!-- freescout-autolink key=\S+ -->$/.exec(closing)?.[0]
    bridge.freescout.editThread(id, filed, oldNotes[0] ?? '')
    bridge.freescout.editThread(id, closing, `${oldNotes[1]}${key}`)
    for (const { id: comment, body } of bridge.github.comments(HOME, 1)) {
      if (body.includes('resolved')) bridge.github.editComment(HOME, 1, comment, body.split('\n')[0] ?? '')
    }
    for (const config of [CONFIG, inLanguage('de')]) await expectSettled(config)
  })
})

describe('A template', () => {
  const TEMPLATE = `${CONFIG}issue:
  title: "[{mailbox}] {subject}"
  body: |
    ## What the customer reports

    {message}

    Ticket #{number}: {link}
    Part: {field:component_tag}
`

  it('makes the issue, which is found again by its marker', async () => {
    await syncTicket(TEMPLATE)
    const { title, body } = bridge.github.issue(HOME, 1)
    expect(title).toBe('[ops@raxx.app] Orders are rejected')
    const lines = (body ?? '').split('\n')
    expect(lines[0]).toBe('## What the customer reports')
    expect(lines.at(-1)).toMatch(/^<!-- freescout-autolink ticket=\d+ url=\S+ -->$/)
    expect(body).not.toContain('Part:')
    expect(body).toContain('Ticket #\u200B')
    await expectSettled(TEMPLATE)
    await expectSettled(inLanguage('de'))
  })
})
