import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { TicketShown } from './freescout-client.ts'
import type { Fixture } from './freescout-fixture.ts'

/** Tags and custom fields: how they are written, shown and hidden. */
export function describeMarks(at: () => Fixture): void {
  describe('tags', () => {
    const tagged = async (...tags: string[]) => {
      const { id } = await at().make()
      await at().put(`${id}/tags`, { tags })
      return id
    }
    const names = (ticket: TicketShown) => ticket._embedded.tags?.map(tag => tag.name).sort()

    test('FreeScout lower-cases and trims tags, and replaces them as a whole', async () => {
      const id = await tagged(` ${at().run.toUpperCase()}-A `, `${at().run}-b`)
      expect(names(await at().read(id))).toEqual([`${at().run}-a`, `${at().run}-b`])
      await at().put(`${id}/tags`, { tags: [`${at().run}-c`] })
      expect(names(await at().read(id))).toEqual([`${at().run}-c`])
    })

    test('FreeScout shows tags only when asked for, and then threads only when asked for too', async () => {
      const id = await tagged(`${at().run}-shown`)
      expect((await at().read(id, ''))._embedded).not.toHaveProperty('tags')
      expect((await at().read(id, ''))._embedded.threads).toHaveLength(1)
      expect((await at().read(id, '?embed=tags'))._embedded.threads).toEqual([])
    })

    test('a listing by tag has the ticket’s fields and, when asked for, its tags', async () => {
      const id = await tagged(`${at().run}-found`)
      const { _embedded, page } = await at().list({ tag: `${at().run}-found`, embed: 'tags' })
      expect(_embedded.conversations.map(ticket => ticket.id)).toEqual([id])
      expect(_embedded.conversations.map(names)).toEqual([[`${at().run}-found`]])
      expect(_embedded.conversations[0]?.customFields).not.toEqual([])
      expect(page).toMatchObject({ totalElements: 1, totalPages: 1, number: 1 })
    })

    test('tags and custom fields do not change updatedAt', async () => {
      const { id, updatedAt } = await at().make()
      await sleep(1100)
      await at().put(`${id}/tags`, { tags: [`${at().run}-late`] })
      await at().put(`${id}/custom_fields`, {
        customFields: [{ id: at().around.here.field.id, value: 'late' }],
      })
      const ticket = await at().read(id)
      expect([names(ticket), at().valueIn(ticket)]).toEqual([[`${at().run}-late`], 'late'])
      expect(ticket.updatedAt).toBe(updatedAt)
    })
  })

  describe('custom fields', () => {
    const setField = (id: number, fieldId: number, value: string) =>
      at().put(`${id}/custom_fields`, { customFields: [{ id: fieldId, value }] })

    test('custom fields are written by id, and an empty value does not clear them', async () => {
      const { id } = await at().make()
      await setField(id, at().around.here.field.id, 'https://example.org/?a=1&b=2')
      await setField(id, at().around.here.field.id, '')
      expect(at().valueIn(await at().read(id))).toBe('https://example.org/?a=1&b=2')
    })

    test('FreeScout accepts an unknown field id and a wrong request, and does nothing', async () => {
      const { id, customFields } = await at().make()
      await setField(id, 99_999_999, 'x')
      await at().put(`${id}`, { custom_fields: { github_issue_url: 'x' } })
      expect((await at().read(id)).customFields).toEqual(customFields)
    })

    test('custom fields belong to one mailbox: moving a ticket hides them, and moving it back restores them', async () => {
      const { id } = await at().make()
      await setField(id, at().around.here.field.id, 'here')
      await setField(id, at().around.there.field.id, 'there')
      expect(at().valueIn(await at().read(id), at().around.there.field.id)).toBeUndefined()
      await at().put(`${id}`, { mailboxId: at().around.there.id, byUser: at().around.user.id })
      const moved = await at().read(id)
      expect([at().valueIn(moved), at().valueIn(moved, at().around.there.field.id)]).toEqual([
        undefined,
        'there',
      ])
      await at().put(`${id}`, { mailboxId: at().around.here.id, byUser: at().around.user.id })
      expect(at().valueIn(await at().read(id))).toBe('here')
    })

    test('a dropdown field holds the id of the option, and its label as text', async context => {
      const { dropdown } = at().around.here
      const [option] = Object.entries(dropdown?.options ?? {})
      if (!dropdown || !option) return context.skip('this mailbox has no dropdown')
      const { id } = await at().make()
      await setField(id, dropdown.id, option[0])
      const field = (await at().read(id)).customFields.find(candidate => candidate.id === dropdown.id)
      expect(field).toMatchObject({ value: option[0], text: option[1] })
    })
  })
}
