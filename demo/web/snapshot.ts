import type { StoredThread, StoredTicket } from '../../test/support/freescout-emulator/index.ts'
import type { Issue } from '../../test/support/github-emulator/index.ts'
import { type Installation, REPOSITORY } from '../installation.ts'
import { differencesOf } from './differences.ts'
import { hint } from './hint.ts'
import type { Network } from './network.ts'
import type { Entry, IssueView, Snapshot, TicketView } from './protocol.ts'
import { renderHtml, renderMarkdown } from './rendered.ts'

/** What customers write about, one after the other. */
export const TICKETS = [
  {
    subject: 'Orders time out at checkout',
    html: '<p>Since this morning I can’t pay: <b>“Request timed out”</b>.</p>',
  },
  { subject: 'The export is empty', html: '<p>The CSV has its header and <i>nothing else</i>.</p>' },
  { subject: 'Login asks for the code twice', html: '<p>The second code is never sent.</p>' },
  { subject: 'Prices are shown in the wrong currency', html: '<p>I see dollars and pay euros.</p>' },
]

/** What developers find. */
export const ISSUES = [
  {
    title: 'Retries hide a failing payment provider',
    body: 'Found in the logs. Customers see a blank page.',
  },
  { title: 'The nightly import drops rows', body: 'Every 1,000th row is skipped.' },
  { title: 'Search ignores accents', body: '“Jose” does not find “José”.' },
]

/** The state of everything, as the page shows it. */
export function takeSnapshot(
  installation: Installation,
  { network, isSending }: { network: Pick<Network, 'broken' | 'wasBroken'>; isSending: boolean },
): Snapshot {
  const { freescout, github } = installation
  const now = freescout.clock.now().getTime()
  const due = freescout.pending.filter(({ dueAt }) => dueAt <= now + SOON_MS).length
  const tickets = [...freescout.tickets.values()]
  const issues = github.issues(REPOSITORY)
  const state = {
    tickets: tickets.map(ticket => ticketView(ticket, installation)),
    issues: issues.map(issueView),
    broken: network.broken(),
    runs: installation.left(),
    webhooks: { due: due + Number(isSending), later: freescout.pending.length - due },
    ...differencesOf(installation),
  }
  return {
    ...state,
    hint: hint(state, network.wasBroken()),
    suggested: {
      ticket: TICKETS[tickets.length % TICKETS.length]?.subject ?? '',
      issue: ISSUES[issues.length % ISSUES.length]?.title ?? '',
    },
  }
}

/** What a Workflow fires goes out a moment later, which is no waiting. */
const SOON_MS = 2000

function ticketView(ticket: StoredTicket, { freescout }: Installation): TicketView {
  const { id, number, subject, status, tags, threads } = ticket
  return {
    ...{ id, number, subject, tags },
    isClosed: status === 'closed',
    issueUrl: freescout.field(id, 'github_issue_url'),
    entries: threads.flatMap(thread => threadEntry(thread, freescout)),
  }
}

const KINDS = { customer: 'customer', message: 'agent', note: 'note' } as const

function threadEntry(
  { type, body, createdBy }: StoredThread,
  { users, customers }: Installation['freescout'],
): Entry[] {
  if (type === 'lineitem' || !body) return []
  const person = (createdBy.type === 'user' ? users : customers).get(createdBy.id)
  const by = [person?.firstName, person?.lastName].filter(Boolean).join(' ') || (person?.email ?? 'somebody')
  return [{ kind: KINDS[type], by, body: renderHtml(body) }]
}

function issueView({ number, title, state, labels, body, comments }: Issue): IssueView {
  return {
    ...{ number, title, labels },
    isClosed: state === 'closed',
    body: renderMarkdown(body ?? ''),
    entries: comments.map(({ author, body }) => ({
      kind: 'comment',
      by: author,
      body: renderMarkdown(body),
    })),
  }
}
