import type { StoredTicket } from '../../test/support/freescout-emulator/index.ts'
import type { Issue } from '../../test/support/github-emulator/index.ts'
import { type Installation, REPOSITORY } from '../installation.ts'

/** What is missing on either side, and what is there twice: sentences; both lists are empty when all is well. */
export type Differences = { missing: string[]; doubled: string[] }

/** A ticket with one of these is wanted as an issue. */
const TRIGGERS = ['bug', 'feature_request', 'auto:status']

type Both = { tickets: StoredTicket[]; issues: Issue[]; installation: Installation }

/** Looks at both sides as they are, whatever the runs said about it. */
export function differencesOf(installation: Installation): Differences {
  const both = {
    tickets: [...installation.freescout.tickets.values()],
    issues: installation.github.issues(REPOSITORY),
    installation,
  }
  return {
    missing: [
      ...both.tickets.flatMap(ticket => missingFrom(ticket, both)),
      ...both.issues.flatMap(issue => missingFor(issue, both)),
    ],
    doubled: [
      ...both.tickets.flatMap(ticket => doubledFor(ticket, both)),
      ...both.issues.flatMap(issue => doubledOn(issue, both)),
    ],
  }
}

/** What the issue's side does not know of a ticket. */
function missingFrom(ticket: StoredTicket, both: Both): string[] {
  const name = `ticket #${ticket.number}`
  const issue = linkedIssue(ticket, both)
  if (!issue) {
    const isWanted = ticket.status !== 'closed' && ticket.tags.some(tag => TRIGGERS.includes(tag))
    return isWanted ? [`${name} has no issue yet`] : []
  }
  const missing = []
  if (!ticket.tags.some(tag => tag === 'auto-linked' || tag === '_from_github')) {
    missing.push(`the link of ${name} is half made`)
  }
  const announced = announcements(issue, ticket).at(-1)
  const isAnnounced = announced?.kind === 'resolved' && announced.at === ticket.closedAt
  if (ticket.status === 'closed' && !isAnnounced) {
    missing.push(`issue #${issue.number} has no comment that ${name} was closed`)
  }
  if (ticket.status !== 'closed' && announced?.kind === 'resolved') {
    missing.push(`issue #${issue.number} has no comment that ${name} was reopened`)
  }
  return missing
}

/** What the ticket's side does not know of an issue. */
function missingFor(issue: Issue, { tickets, installation }: Both): string[] {
  const name = `issue #${issue.number}`
  const [ticket] = tickets.filter(ticket => urlOf(ticket, installation) === urlOfIssue(issue))
  if (!ticket) {
    const isWanted = issue.state === 'open' && issue.labels.includes('customer-reported')
    const isFromTicket = issue.body?.includes('<!-- freescout-autolink ticket=')
    return isWanted && !isFromTicket ? [`${name} has no ticket yet`] : []
  }
  const notes = installation.freescout.notes(ticket.id)
  const isAsked = notes.some(note => note.includes('ask the customer to confirm'))
  const noted = notes.map(note => /: (closed|reopened)\b/.exec(note)?.[1]).find(Boolean)
  const isClosed = issue.state === 'closed'
  const happened = isClosed ? 'closed' : 'reopened'
  return [
    ...(issue.labels.includes('needs-customer-confirm') && !isAsked
      ? [`ticket #${ticket.number} has no note that asks to confirm ${name}`]
      : []),
    ...((isClosed || noted) && noted !== happened
      ? [`ticket #${ticket.number} has no note that ${name} was ${happened}`]
      : []),
  ]
}

function doubledFor(ticket: StoredTicket, { issues, installation }: Both): string[] {
  const marked = issues.filter(
    ({ body, stateReason }) =>
      body?.includes(`<!-- freescout-autolink ticket=${ticket.id} `) && stateReason !== 'duplicate',
  )
  const notes = installation.freescout.notes(ticket.id)
  return [
    ...(marked.length > 1 ? [`ticket #${ticket.number} has ${marked.length} issues`] : []),
    ...(hasTwice(notes) ? [`ticket #${ticket.number} has the same note twice`] : []),
  ]
}

function doubledOn(issue: Issue, { tickets, installation }: Both): string[] {
  const made = tickets.filter(
    ticket => urlOf(ticket, installation) === urlOfIssue(issue) && ticket.tags.includes('_from_github'),
  )
  return [
    ...(made.length > 1 ? [`issue #${issue.number} has ${made.length} tickets`] : []),
    ...(hasTwice(issue.comments.map(({ body }) => body))
      ? [`issue #${issue.number} has the same comment twice`]
      : []),
  ]
}

function announcements(issue: Issue, { id }: StoredTicket): { kind: string; at: string }[] {
  return issue.comments.flatMap(({ body }) => {
    const found = /FreeScout ticket (resolved|reopened) \((\S+)\): \S+\/conversation\/(\d+)/.exec(body)
    return found?.[3] === String(id) ? [{ kind: found[1] ?? '', at: found[2] ?? '' }] : []
  })
}

function linkedIssue(ticket: StoredTicket, { issues, installation }: Both): Issue | undefined {
  return issues.find(issue => urlOfIssue(issue) === urlOf(ticket, installation))
}

function urlOf({ id }: StoredTicket, { freescout }: Installation): string {
  return freescout.field(id, 'github_issue_url')
}

function urlOfIssue({ number }: Issue): string {
  return `https://github.com/${REPOSITORY}/issues/${number}`
}

function hasTwice(texts: string[]): boolean {
  return new Set(texts).size < texts.length
}
