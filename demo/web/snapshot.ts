import type { StoredThread, StoredTicket } from '../../test/support/freescout-emulator/index.ts'
import type { Issue } from '../../test/support/github-emulator/index.ts'
import { type Installation, REPOSITORY } from '../installation.ts'
import { differencesOf } from './differences.ts'
import { hint } from './hint.ts'
import type { Network } from './network.ts'
import type { Entry, IssueView, Snapshot, TicketView } from './protocol.ts'
import { placeOf, renderHtml, renderMarkdown } from './rendered.ts'
import { BOT, readSides } from './sides.ts'
import { ISSUES, TICKETS } from './suggestions.ts'

/** The state of everything, as the page shows it. */
export function takeSnapshot(
  installation: Installation,
  { network, isSending }: { network: Pick<Network, 'broken' | 'wasBroken' | 'inVain'>; isSending: boolean },
): Snapshot {
  const { freescout, github } = installation
  const tickets = [...freescout.tickets.values()]
  const issues = github.issues(REPOSITORY)
  const state = {
    tickets: tickets.map(ticket => ticketView(ticket, installation)),
    issues: issues.map(issueView),
    broken: network.broken(),
    hasWorkflows: freescout.workflows.isActive,
    runs: installation.left(),
    webhooks: webhooksOf(freescout, isSending),
    ...differencesOf(readSides(installation)),
  }
  return {
    ...state,
    hint: hint(state, { wasBroken: network.wasBroken(), inVain: network.inVain() }),
    suggested: {
      ticket: TICKETS[tickets.length % TICKETS.length]?.subject ?? '',
      issue: ISSUES[issues.length % ISSUES.length]?.title ?? '',
    },
  }
}

/** What a Workflow fires goes out a moment later, which is no waiting. */
const SOON_MS = 2000

function webhooksOf({ clock, pending }: Installation['freescout'], isSending: boolean): Snapshot['webhooks'] {
  const now = clock.now().getTime()
  const waiting = pending.filter(({ dueAt }) => dueAt > now + SOON_MS)
  const later = waiting.filter(({ attempt }) => attempt > 1).length
  return {
    due: pending.length - waiting.length + Number(isSending),
    later,
    held: waiting.length - later,
  }
}

function ticketView(ticket: StoredTicket, { freescout }: Installation): TicketView {
  const { id, number, subject, status, tags, threads, mailboxId } = ticket
  const issueUrl = freescout.field(id, 'github_issue_url')
  return {
    ...{ id, number, subject, tags, issueUrl },
    isClosed: status === 'closed',
    mailbox: freescout.mailboxes.get(mailboxId)?.name ?? '',
    issuePlace: placeOf(issueUrl) ?? '',
    entries: threads
      .filter(({ type, body }) => type !== 'lineitem' && body)
      .map((thread, index) => threadEntry(thread, { freescout, isFirst: index === 0 })),
  }
}

const KINDS = { customer: 'customer', message: 'agent', note: 'note', lineitem: 'note' } as const
/** What FreeScout's page says beside the name. */
const DID = { customer: 'replied', message: 'replied', note: 'added a note', lineitem: '' } as const

function threadEntry(
  { type, body, createdBy, createdAt }: StoredThread,
  { freescout, isFirst }: { freescout: Installation['freescout']; isFirst: boolean },
): Entry {
  const { users, customers } = freescout
  const person = (createdBy.type === 'user' ? users : customers).get(createdBy.id)
  const by = [person?.firstName, person?.lastName].filter(Boolean).join(' ') || (person?.email ?? 'somebody')
  return {
    ...{ kind: KINDS[type], by, at: createdAt, isOurs: person?.email === BOT },
    did: isFirst ? 'started the conversation' : DID[type],
    body: renderHtml(body ?? ''),
  }
}

function issueView({ number, title, state, labels, body, author, createdAt, comments }: Issue): IssueView {
  return {
    ...{ number, title, labels, by: author, at: createdAt, isOurs: isBot(author) },
    isClosed: state === 'closed',
    body: renderMarkdown(body ?? ''),
    entries: comments.map(comment => ({
      ...{ kind: 'comment', by: comment.author, at: comment.createdAt, isOurs: isBot(comment.author) },
      reactions: [...new Set(comment.reactions.map(({ content }) => content))],
      body: renderMarkdown(comment.body),
    })),
  }
}

function isBot(login: string): boolean {
  return login.endsWith('[bot]')
}
