import type { Issue } from '../../test/support/github-emulator/index.ts'
import { doubledOn } from './doubles.ts'
import { leakedFrom } from './leaks.ts'
import { announcements, issueOf, markerOf, ownNotes, relayedThreads, sentinels } from './marks.ts'
import { notesDue } from './notes-due.ts'
import { notesOf, type Sides, type TicketSide, urlOfIssue } from './sides.ts'

/**
 * What is wrong on either side, as sentences; all lists are empty when all is well. `leaked` is what reached people who
 * must not get it.
 */
export type Differences = { missing: string[]; doubled: string[]; leaked: string[] }

/** A ticket and its issue. */
type Pair = { ticket: TicketSide; issue: Issue }

/** A ticket with one of these is wanted as an issue. */
const TRIGGERS = ['bug', 'feature_request', 'auto:status']
/** An issue with one of these is wanted as a ticket. */
const ASKING = ['customer-reported', 'regression']

/** Compares both sides, whatever the runs said about them. */
export function differencesOf(sides: Sides): Differences {
  const pairs = sides.tickets.flatMap(ticket => {
    const issue = issueOf(ticket, sides)
    return issue ? [{ ticket, issue }] : []
  })
  return {
    missing: [
      ...sides.tickets.flatMap(ticket => ticketWithoutIssue(ticket, sides)),
      ...sides.issues.flatMap(issue => issueWithoutTicket(issue, pairs)),
      ...pairs.flatMap(pair => PAIR_RULES.flatMap(rule => rule(pair))),
    ],
    doubled: doubledOn(sides),
    leaked: leakedFrom(sides),
  }
}

function ticketWithoutIssue(ticket: TicketSide, sides: Sides): string[] {
  const isWanted = ticket.status !== 'closed' && ticket.tags.some(tag => TRIGGERS.includes(tag))
  return isWanted && !issueOf(ticket, sides) ? [`ticket #${ticket.number} has no issue yet`] : []
}

function issueWithoutTicket(issue: Issue, pairs: Pair[]): string[] {
  const isWanted = issue.state === 'open' && issue.labels.some(label => ASKING.includes(label))
  const hasTicket = pairs.some(pair => pair.issue.number === issue.number)
  return isWanted && !hasTicket && !markerOf(issue) ? [`issue #${issue.number} has no ticket yet`] : []
}

/** What must hold for a ticket and its issue. Each rule gives what is missing. */
const PAIR_RULES: ((pair: Pair) => string[])[] = [
  fieldHoldsIssue,
  noteNamesIssue,
  issueNamesTicket,
  linkIsMarked,
  closingIsAnnounced,
  labelsAndStateAreNoted,
  commentsAreRelayed,
  notesAreRelayed,
]

function fieldHoldsIssue({ ticket, issue }: Pair): string[] {
  const holds = ticket.issueUrl === urlOfIssue(issue)
  return holds ? [] : [`the field of ticket #${ticket.number} does not hold issue #${issue.number}`]
}

function noteNamesIssue({ ticket, issue }: Pair): string[] {
  const isNamed = ownNotes(ticket).some(({ url }) => url === urlOfIssue(issue))
  return isNamed ? [] : [`ticket #${ticket.number} has no note about issue #${issue.number}`]
}

function issueNamesTicket({ ticket, issue }: Pair): string[] {
  const isNamed = markerOf(issue)?.id === ticket.id || sentinels(issue).includes(ticket.url)
  return isNamed ? [] : [`issue #${issue.number} does not name ticket #${ticket.number}`]
}

function linkIsMarked({ ticket, issue }: Pair): string[] {
  if (ticket.tags.includes('_from_github')) return []
  return [
    ...(ticket.tags.includes('auto-linked') ? [] : [`ticket #${ticket.number} lacks the tag auto-linked`]),
    ...(issue.labels.includes('freescout-linked')
      ? []
      : [`issue #${issue.number} lacks the label freescout-linked`]),
  ]
}

function closingIsAnnounced({ ticket, issue }: Pair): string[] {
  const last = announcements(issue, ticket).at(-1)
  const name = `issue #${issue.number} has no comment that ticket #${ticket.number}`
  const isAnnounced = last?.kind === 'resolved' && last.at === ticket.closedAt
  if (ticket.status === 'closed') return isAnnounced ? [] : [`${name} was closed`]
  return last?.kind === 'resolved' ? [`${name} was reopened`] : []
}

function labelsAndStateAreNoted({ ticket, issue }: Pair): string[] {
  const keys = ownNotes(ticket).flatMap(note => note.keys)
  return notesDue(issue, keys)
    .filter(({ key }) => !keys.includes(key))
    .map(({ what }) => `ticket #${ticket.number} has no note that issue #${issue.number} ${what}`)
}

const TO_TICKETS = /^\/support(?:\s|$)/i
const TO_ISSUE = /^\s*\/github(?:\s|$)/i

/** 👀 on a comment says that every ticket got it, so a later ticket of the issue need not. */
function commentsAreRelayed({ ticket, issue }: Pair): string[] {
  const keys = ownNotes(ticket).flatMap(note => note.keys)
  const linkedAt = notesOf(ticket)[0]?.createdAt ?? ''
  return issue.comments
    .filter(({ body }) => TO_TICKETS.test(body))
    .filter(
      ({ reactions, createdAt }) =>
        !reactions.some(({ content }) => content === 'eyes') || linkedAt <= createdAt,
    )
    .filter(({ id }) => !keys.includes(`comment:${id}`))
    .map(
      ({ author }) =>
        `ticket #${ticket.number} has no note with the comment by ${author} on issue #${issue.number}`,
    )
}

function notesAreRelayed({ ticket, issue }: Pair): string[] {
  const relayed = relayedThreads(issue, ticket)
  return notesOf(ticket)
    .filter(({ body }) => TO_ISSUE.test((body ?? '').replace(/<[^<>]*>/g, ' ')))
    .filter(({ id }) => !relayed.includes(id))
    .map(() => `issue #${issue.number} has no comment with the note on ticket #${ticket.number}`)
}
