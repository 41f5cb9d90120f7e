import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { customFieldValue, readDelivery } from '../../../receiver/delivery.ts'

const read = (text: string) => readDelivery(new TextEncoder().encode(text))

describe('A delivery', () => {
  it('A delivery only needs an id', () => {
    expect(read('{"id":12}')).toEqual({
      kind: 'delivery',
      delivery: {
        id: 12,
        number: null,
        mailboxId: null,
        fields: null,
        status: null,
        closedAt: undefined,
        threads: null,
      },
    })
  })

  it('A delivery has the values that the filters need', () => {
    const payload = {
      id: 12,
      number: 1007,
      mailboxId: 3,
      status: 'closed',
      closedAt: '2026-03-16T14:07:23Z',
      customFields: [{ id: 1, name: 'github_issue_url', value: ' https://example.org ', text: '' }],
      _embedded: {
        threads: [
          { id: 9, type: 'customer', body: 'older, of the same second' },
          { id: '10', type: 'note', body: 'newest', action: { type: 'merged', text: 'x' } },
          { id: 1, type: 'customer', body: 'oldest' },
        ],
      },
    }
    const found = read(JSON.stringify(payload))
    if (found.kind === 'problem') throw new Error(found.problem)
    expect(found.delivery).toMatchObject({
      number: 1007,
      mailboxId: 3,
      closedAt: '2026-03-16T14:07:23Z',
      threads: [
        { type: 'note', body: 'newest', action: 'merged' },
        { type: 'customer', body: 'older, of the same second', action: '' },
        { type: 'customer', body: 'oldest', action: '' },
      ],
    })
    expect(customFieldValue(found.delivery, 'github_issue_url')).toBe('https://example.org')
    expect(customFieldValue(found.delivery, 'component_tag')).toBeUndefined()
  })

  it.each(['', ' \r\n', '[]', '{}', ' [ ] ', '{ }'])('The body %j is empty', text => {
    expect(read(text)).toEqual({ kind: 'problem', problem: 'empty-body' })
  })

  it.each(['{', 'id=12', '{"id":12}}', "{'id':12}", '<html>'])('The body %j is not JSON', text => {
    expect(read(text)).toEqual({ kind: 'problem', problem: 'not-json' })
  })

  it.each([
    'null',
    '12',
    '"12"',
    '[12]',
    '{"ID":12}',
    '{"id":null}',
    '{"id":0}',
    '{"id":-1}',
    '{"id":1.5}',
    '{"id":"12; drop"}',
    '{"id":{}}',
    '{"id":[12]}',
    '{"id":1e300}',
    '{"id":true}',
  ])('The body %s has no conversation id', text => {
    expect(read(text)).toEqual({ kind: 'problem', problem: 'no-conversation-id' })
  })

  it('A delivery may have its numbers in quotes', () => {
    expect(read('{"id":"12","number":"7","mailboxId":"3"}')).toMatchObject({
      delivery: { id: 12, number: 7, mailboxId: 3 },
    })
  })

  it('Reading never throws, and every id is a positive whole number', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map(id => JSON.stringify({ id })),
        ),
        text => {
          const found = read(text)
          if (found.kind === 'delivery') {
            expect(Number.isSafeInteger(found.delivery.id) && found.delivery.id > 0).toBe(true)
          }
        },
      ),
    )
  })

  it('A delivery with values of odd types is read without them', () => {
    const odd = '{"id":12,"customFields":{"1":"x"},"_embedded":[],"status":3,"closedAt":7}'
    expect(read(odd)).toMatchObject({
      delivery: { fields: null, status: null, closedAt: undefined, threads: null },
    })
  })
})
