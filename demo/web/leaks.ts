import { leaksIn } from '../dispatches.ts'
import { markerOf, ownComments } from './marks.ts'
import type { Sides } from './sides.ts'

/** What reached people who must not get it: sentences. Customers get no mail, and their names stay in FreeScout. */
export function leakedFrom({ tickets, issues, mails, dispatches, customers, bot }: Sides): string[] {
  const numberOf = (id: number) => tickets.find(ticket => ticket.id === id)?.number ?? '?'
  const names = (text: string) => customers.some(name => text.includes(name))
  return [
    ...mails
      .filter(({ to }) => to === 'customer')
      .map(({ ticketId }) => `the customer of ticket #${numberOf(ticketId)} got a mail`),
    ...issues
      .filter(
        issue =>
          names(ownComments(issue).join('\n')) || (markerOf(issue) && names(`${issue.title} ${issue.body}`)),
      )
      .map(({ number }) => `issue #${number} names a customer`),
    ...tickets
      .filter(({ threads }) =>
        threads.some(
          ({ type, createdBy }) => type === 'message' && createdBy.type === 'user' && createdBy.id === bot,
        ),
      )
      .map(({ number }) => `ticket #${number} has a reply by us that is no internal note`),
    ...(leaksIn(dispatches).length > 0 ? ['a dispatch holds more than the identity of a ticket'] : []),
  ]
}
