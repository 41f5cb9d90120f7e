import type { Config, LabelAction } from '../src/config/schema.ts'
import type { FieldValue } from '../src/config/values.ts'

/** What one part of a configuration means: sentences under a heading. */
export type Meaning = { heading: string; sentences: string[] }

/** What a configuration means, in plain words, for a person who wants to check that it says what they want. */
export function meaningOf(config: Config): Meaning[] {
  return [
    { heading: 'Tickets become issues', sentences: ticketsBecomeIssues(config) },
    { heading: 'Issues become tickets', sentences: issuesBecomeTickets(config) },
    { heading: 'Labels on issues', sentences: labelsOnIssues(config) },
    { heading: 'Both ways', sentences: bothWays(config) },
  ]
}

const CONTENT = {
  auto: "In a private repository, an issue holds the ticket's subject and first message. In any other, it only names the ticket.",
  full: "An issue holds the ticket's subject and first message. In a public repository, everybody can read them.",
  'link-only': 'An issue only names the ticket.',
}

const ON_TICKET_CLOSED = {
  comment: 'When a ticket is closed, its issue gets a comment.',
  close:
    'When a ticket is closed, its issue gets a comment. When all its tickets are closed, the issue is closed.',
  nothing: 'When a ticket is closed, nothing happens on GitHub.',
}

const ON_ISSUE_CLOSED = {
  note: 'When an issue is closed or reopened, its tickets get an internal note.',
  'note-and-reopen':
    'When an issue is closed or reopened, its tickets get an internal note, and closed tickets are reopened.',
  'note-and-close':
    'When an issue is closed or reopened, its tickets get an internal note. After a closing, open tickets are closed.',
  nothing: 'When an issue is closed or reopened, nothing happens in FreeScout.',
}

function ticketsBecomeIssues({ mailboxes, criteria, issue }: Config): string[] {
  if (mailboxes.length === 0) return ['None do, because mailboxes lists no mailbox.']
  return [
    `Only tickets in ${list(mailboxes, 'or')} do.`,
    whichTickets(criteria),
    ...issue.routes.map(
      ({ when, repository }) => `With ${conditionOf(when)}, the issue is in ${repository}.`,
    ),
    `${issue.routes.length > 0 ? 'Every other issue' : 'The issue'} is in ${issue.repository ?? 'the repository with the workflow'}.`,
    CONTENT[issue.content],
    ...(issue.content === 'link-only' ? [] : [customerIn(issue)]),
    ...issue.labels.map(({ when, label }) => `With ${conditionOf(when)}, the issue gets the label ${label}.`),
    ...issue.types.map(({ when, type }) => `With ${conditionOf(when)}, the issue gets the type ${type}.`),
    ON_TICKET_CLOSED[issue['on-ticket-closed']],
  ]
}

function customerIn({ customer }: Config['issue']): string {
  return customer ? 'It names the customer.' : "The customer's name and addresses are left out."
}

function whichTickets({ tags, keywords: { mode, words } }: Config['criteria']): string {
  const tagged = `the tag ${list(tags, 'or')}`
  const named = `a keyword (${list(words, 'or')})`
  if (mode === 'also')
    return `A ticket gets an issue when it has ${tags.length ? `${tagged}, or ` : ''}${named}.`
  if (tags.length === 0) return 'No ticket gets an issue, because criteria.tags lists no tag.'
  return `A ticket gets an issue when it has ${tagged}${mode === 'require' ? `, and ${named}` : ''}.`
}

function issuesBecomeTickets({ ticket }: Config): string[] {
  if (!ticket) return ['None do, because there is no section ticket.']
  return [
    `Such a ticket is in ${ticket.mailbox}. Its customer is ${ticket.customer}, who gets the agents' replies.`,
    `FreeScout ${ticket.notify ? 'notifies the agents of it' : 'notifies nobody of it'}.`,
    ON_ISSUE_CLOSED[ticket['on-issue-closed']],
  ]
}

function labelsOnIssues({ labels, ticket }: Config): string[] {
  const entries = Object.entries(labels)
  if (entries.length === 0) return ['No label does anything.']
  return entries.map(([label, action]) => `${label}: ${effectOf(action, ticket !== undefined)}`)
}

function effectOf({ action, tags, text }: LabelAction, hasTickets: boolean): string {
  const note = `an internal note${text === undefined ? '' : ` (“${text}”)`}`
  const tagged = tags.length > 0 ? ` The ticket is tagged ${list(tags, 'and')}.` : ''
  if (action === 'note') return `every ticket of the issue gets ${note}.${tagged}`
  if (!hasTickets)
    return `nothing is created without the section ticket. A linked ticket gets ${note}.${tagged}`
  return `the issue gets a ticket. If it has one, that ticket gets ${note}.${tagged}`
}

function bothWays({ user, relay, fields, sweep }: Config): string[] {
  const relayed = (word: string | false, what: string, where: string) =>
    word === false
      ? `${what} are not sent to ${where}.`
      : `${what} that begin with ${word} are sent to ${where}.`
  return [
    `${typeof user === 'number' ? `User ${user}` : user} signs the notes.`,
    relayed(relay['to-tickets'], "Trusted people's comments", "the issue's tickets"),
    relayed(
      relay['to-issue'],
      'Notes',
      `the ticket's issue${relay.public ? '' : ' in a private repository'}`,
    ),
    `The field ${fields['issue-url']} holds the link.`,
    `The first sweep also handles old tickets and issues. When it would create more than ${sweep['max-new']}, it creates none and lists them.`,
  ]
}

function conditionOf({
  tag,
  mailbox,
  field,
}: {
  tag?: string
  mailbox?: string
  field?: FieldValue
}): string {
  const parts = [
    ...(tag === undefined ? [] : [`the tag ${tag}`]),
    ...(mailbox === undefined ? [] : [`the mailbox ${mailbox}`]),
    ...(field === undefined ? [] : [`${field.name}=${field.value}`]),
  ]
  return parts.join(' and ')
}

function list(names: readonly string[], word: 'and' | 'or'): string {
  if (names.length < 2) return names.join()
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`
}
