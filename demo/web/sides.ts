import type { Mail, StoredThread, StoredTicket } from '../../test/support/freescout-emulator/index.ts'
import type { Issue } from '../../test/support/github-emulator/index.ts'
import { type Installation, REPOSITORY } from '../installation.ts'

/** A ticket as it is now. `issueUrl` is what its field holds, `url` its page. */
export type TicketSide = Omit<StoredTicket, 'fieldValues'> & { issueUrl: string; url: string }

/** Both sides as they are now, whatever the runs said about it: copies, so nothing changes them. */
export type Sides = {
  tickets: TicketSide[]
  issues: Issue[]
  /** Mails that FreeScout sent because of what the product did. */
  mails: Mail[]
  dispatches: { client_payload: Record<string, unknown> }[]
  /** Names and addresses of people who wrote a mail. */
  customers: string[]
  /** The id of the user who signs our notes. */
  bot: number
}

/** The address of the FreeScout user who signs our notes. */
export const BOT = 'bot@raxx.app'
/** Who the tickets are from that were created from issues. This is no person. */
const NOBODY = 'github@raxx.app'

/** Reads both sides. */
export function readSides({ freescout, github }: Pick<Installation, 'freescout' | 'github'>): Sides {
  const tickets = [...freescout.tickets.values()].map(({ fieldValues: _, ...ticket }) => ({
    ...ticket,
    issueUrl: freescout.field(ticket.id, 'github_issue_url'),
    url: `${freescout.url}/conversation/${ticket.id}`,
  }))
  const people = [...freescout.customers.values()].filter(({ email }) => email !== NOBODY)
  return structuredClone({
    tickets,
    issues: github.issues(REPOSITORY),
    mails: freescout.mails,
    dispatches: github.dispatches,
    customers: people.flatMap(({ email, lastName }) => (lastName ? [email, lastName] : [email])),
    bot: [...freescout.users.values()].find(({ email }) => email === BOT)?.id ?? 0,
  })
}

/** The address of an issue of the demo's repository. */
export function urlOfIssue({ number }: Pick<Issue, 'number'>): string {
  return `https://github.com/${REPOSITORY}/issues/${number}`
}

/** A ticket's notes, the oldest first. */
export function notesOf({ threads }: Pick<TicketSide, 'threads'>): StoredThread[] {
  return threads.filter(({ type }) => type === 'note')
}
