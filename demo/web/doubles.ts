import type { Issue } from '../../test/support/github-emulator/index.ts'
import { markerOf, ownComments, ownNotes } from './marks.ts'
import type { Sides, TicketSide } from './sides.ts'
import { urlOfIssue } from './sides.ts'

/** What the product made twice: sentences. What people write twice is their own business. */
export function doubledOn(sides: Sides): string[] {
  return [
    ...sides.tickets.flatMap(ticket => [...issuesOf(ticket, sides), ...notesOn(ticket)]),
    ...sides.issues.flatMap(issue => [...ticketsOf(issue, sides), ...commentsOn(issue)]),
  ]
}

function issuesOf({ id, number }: TicketSide, { issues }: Sides): string[] {
  const made = issues.filter(issue => markerOf(issue)?.id === id && issue.stateReason !== 'duplicate')
  return made.length > 1 ? [`ticket #${number} has ${made.length} issues`] : []
}

function ticketsOf(issue: Issue, { tickets }: Sides): string[] {
  const made = tickets.filter(
    ({ issueUrl, tags }) => issueUrl === urlOfIssue(issue) && tags.includes('_from_github'),
  )
  return made.length > 1 ? [`issue #${issue.number} has ${made.length} tickets`] : []
}

/** Notes with a key are compared by it; the others by their text. */
function notesOn(ticket: TicketSide): string[] {
  const marks = ownNotes(ticket).flatMap(({ keys, body }) => (keys.length > 0 ? keys : [body]))
  return hasTwice(marks) ? [`ticket #${ticket.number} has the same note twice`] : []
}

/** The last line of a relayed note is its mark, and the first line of every other comment says what it is about. */
function commentsOn(issue: Issue): string[] {
  const marks = ownComments(issue).map(body => {
    const lines = body.trimEnd().split('\n')
    const last = lines.at(-1) ?? ''
    return last.startsWith('<!--') ? last : (lines[0] ?? '')
  })
  return hasTwice(marks) ? [`issue #${issue.number} has the same comment twice`] : []
}

function hasTwice(texts: string[]): boolean {
  return new Set(texts).size < texts.length
}
