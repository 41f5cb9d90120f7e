import { describe, expect, test } from 'vitest'
import type { Fixture } from './freescout-fixture.ts'

/** Listings: how tickets are found, sorted and paged. */
export function describeListings(at: () => Fixture): void {
  describe('listings', () => {
    test('a listing finds a subject, or a part of one between percent signs', async () => {
      const { id } = await at().make({ subject: `[owner/repo#77] ${at().run} subject` })
      for (const subject of [`[owner/repo#77] ${at().run} subject`, `%#77] ${at().run}%`]) {
        const { _embedded } = await at().list({ subject })
        expect(_embedded.conversations.map(ticket => ticket.id)).toEqual([id])
      }
    })

    test('a listing filters by mailbox, status and time, sorts, and has pages', async () => {
      const tickets = [
        await at().make(),
        await at().make(),
        await at().make({ mailboxId: at().around.there.id }),
      ]
      for (const { id } of tickets) await at().put(`${id}/tags`, { tags: [`${at().run}-page`] })
      const [first, second, third] = tickets.map(ticket => ticket.id)
      await at().put(`${second}`, { status: 'closed', byUser: at().around.user.id })
      const ids = async (query: Record<string, string>) =>
        (await at().list({ tag: `${at().run}-page`, ...query }))._embedded.conversations.map(
          ticket => ticket.id,
        )

      const both = `${at().around.here.id},${at().around.there.id}`
      expect((await ids({ mailboxId: both, status: 'active,closed' })).sort(byValue)).toEqual([
        first,
        second,
        third,
      ])
      expect(await ids({ mailboxId: String(at().around.there.id) })).toEqual([third])
      expect(await ids({ status: 'closed' })).toEqual([second])
      expect(await ids({ updatedSince: '2099-01-01T00:00:00Z' })).toEqual([])
      const createdSince = tickets[0]?.createdAt ?? ''
      const sorted = { createdSince, sortField: 'number', sortOrder: 'asc', pageSize: '2' }
      expect(await ids(sorted)).toEqual([first, second])
      expect(await ids({ ...sorted, page: '2' })).toEqual([third])
      expect((await at().list({ tag: `${at().run}-page`, pageSize: '2' })).page).toEqual({
        size: 2,
        totalElements: 3,
        totalPages: 2,
        number: 1,
      })
    })
  })
}

function byValue(one: number, other: number): number {
  return one - other
}
