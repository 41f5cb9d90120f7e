import { expect, it } from 'vitest'
import type { DemoEvent } from '../../../demo/events.ts'
import { hint } from '../../../demo/web/hint.ts'
import { lineOf } from '../../../demo/web/lines.ts'
import type { Snapshot } from '../../../demo/web/protocol.ts'
import { placeOf } from '../../../demo/web/rendered.ts'
import { statusOf } from '../../../demo/web/status.ts'

const line = (event: DemoEvent) => lineOf({ ...event, at: 0 }, () => 'Ticket #1000')
const note = (text: string): DemoEvent => ({
  kind: 'wrote',
  run: 1,
  side: 'freescout',
  request: {
    ...{ method: 'POST', path: '/api/conversations/1/threads', headers: {}, status: 201 },
    body: { text },
  },
})

it('a line shows the text of a note without entities', () => {
  const text = '<p>[freescout-autolink] labelled &quot;a&amp;b&quot; &#39;x&#39; &lt;b&gt;</p>'
  expect(line(note(text))?.text).toBe(`labelled "a&b" 'x' <b>`)
})

it('a line shows the text of a relayed note’s comment without Markdown’s links', () => {
  const body =
    '[freescout-autolink] Note on [FreeScout ticket #1000](http://127.0.0.1:1/conversation/1):\n\n> Hi'
  const request = {
    method: 'POST',
    path: '/repos/o/r/issues/1/comments',
    headers: {},
    status: 201,
    body: { body },
  }
  expect(line({ kind: 'wrote', run: 1, side: 'github', request })?.text).toBe(
    'Note on FreeScout ticket #1000:',
  )
})

it('a line says which webhook comes from the paid module Workflows', () => {
  const sent = { ticketId: 1, body: '', signature: '', attempt: 1, forged: false }
  expect(line({ kind: 'webhook', event: 'autolink.tagged', ...sent })?.text).toContain(
    'reported by a Workflow (a paid module)',
  )
  expect(line({ kind: 'webhook', event: 'convo.created', ...sent })?.text).not.toContain('Workflow')
})

it('the receiver’s lines are in their order: the signature before the dispatch, the answer after it', () => {
  const payload = { event: 'convo.created', conversation_id: 1, number: 1000, mailbox_id: 1, source: 'ops' }
  const lines = [
    line({ kind: 'dispatch', type: 'freescout', payload }),
    line({ kind: 'answer', event: 'convo.created', ticketId: 1, status: 202, reason: undefined, ms: 5 }),
  ]
  expect(lines.map(said => [said?.who, said?.text])).toEqual([
    ['Receiver', 'Signature is right: sends GitHub the ticket’s id, no text'],
    ['Receiver', 'GitHub took it: confirmed to FreeScout'],
  ])
})

it('a line does not say that only the id was sent when more was sent', () => {
  const said = line({ kind: 'dispatch', type: 'freescout', payload: { conversation_id: 1, subject: 'Help' } })
  expect(said).toMatchObject({ tone: 'trouble', text: 'Sends GitHub more than the ticket’s id: subject' })
})

it('a line calls a webhook our own note only when it is about a note', () => {
  const answer = { kind: 'answer', ticketId: 1, status: 200, reason: 'nothing-to-do', ms: 1 } as const
  expect(line({ ...answer, event: 'convo.note.created' })?.text).toContain('Our own note')
  expect(line({ ...answer, event: 'convo.status' })?.text).not.toContain('Our own note')
})

it('links of notes and comments lead to a card of the page, or nowhere', () => {
  const issue = 'https://github.com/raxx-app/TradeMasterAPI/issues/12'
  expect(placeOf(issue)).toBe('#issue-12')
  expect(placeOf(`${issue}#issuecomment-7`)).toBe('#issue-12')
  expect(placeOf('http://127.0.0.1:4711/conversation/3')).toBe('#ticket-3')
  expect(
    placeOf('https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/troubleshooting.md#a'),
  ).toBe('/docs/troubleshooting.md#a')
  const elsewhere = [
    'javascript:alert(1)',
    'https://example.org/issues/12',
    `${issue}x`,
    'https://evil/conversation/3',
  ]
  for (const href of elsewhere) expect(placeOf(href), href).toBeUndefined()
})

const STATE: Snapshot = {
  ...{ tickets: [], issues: [], broken: null, hasWorkflows: true, runs: 0, hint: '' },
  webhooks: { due: 0, later: 0, held: 0 },
  ...{ missing: [], doubled: [], leaked: [] },
  suggested: { ticket: '', issue: '' },
}

it('the hint says what to do while the network is broken, before and after somebody did something', () => {
  const state: Snapshot = { ...STATE, broken: 'freescout-down' }
  expect(hint(state, { wasBroken: true, inVain: 0 })).toBe('Do something now, then fix the network.')
  expect(hint(state, { wasBroken: true, inVain: 3 })).toBe('Requests fail. Now fix the network.')
  expect(hint({ ...state, missing: ['a note'] }, { wasBroken: true, inVain: 3 })).toBe(
    'It has not arrived on the other side. Now fix the network.',
  )
})

it('the hint says how a tag is found without Workflows', () => {
  const state: Snapshot = { ...STATE, hasWorkflows: false, missing: ['ticket #1000 has no issue yet'] }
  expect(hint(state, { wasBroken: false, inVain: 0 })).toContain('FreeScout sends no webhook for a tag')
})

it('the status never says “Settled” while something is missing, doubled or leaked', () => {
  expect(statusOf({ ...STATE, missing: ['a note is missing'] }).title).toBe('Not there yet')
  expect(statusOf({ ...STATE, doubled: ['issue #1 has 2 tickets'] }).title).toBe('Doubled!')
  expect(statusOf({ ...STATE, leaked: ['a customer got a mail'] }).title).toBe('Leaked!')
})

it('the status says why FreeScout still has webhooks', () => {
  const [ticket] = [{ id: 1 }] as unknown as Snapshot['tickets']
  const state = { ...STATE, tickets: ticket ? [ticket] : [] }
  expect(statusOf({ ...state, webhooks: { due: 0, later: 0, held: 1 } }).more).toContain(
    'FreeScout holds 1 webhook back as long as an agent can undo.',
  )
  expect(statusOf({ ...state, webhooks: { due: 0, later: 1, held: 0 } }).more).toContain(
    'FreeScout will send 1 webhook again',
  )
})
