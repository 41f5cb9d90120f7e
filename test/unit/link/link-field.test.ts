import { expect, it } from 'vitest'
import { findLinkField, requireLinkField } from '../../../src/link/link-field.ts'
import { SetupError } from '../../../src/setup-error.ts'

const place = { name: 'link', mailbox: 'ops@example.org', creates: 'ticket' } as const
const field = (type: string, name = 'link') => ({ id: 3, name, type })

it.each(['singleline', 'multiline'])('a field of the type %s holds the link', type => {
  expect(findLinkField([field('number', 'other'), field(type)], 'link')).toEqual({
    kind: 'usable',
    field: field(type),
  })
  expect(requireLinkField([field(type)], place)).toEqual(field(type))
})

it('a field whose type FreeScout does not say is used, because nothing speaks against it', () => {
  expect(findLinkField([field('')], 'link').kind).toBe('untyped')
  expect(requireLinkField([field('')], place)).toEqual(field(''))
})

it.each(['dropdown', 'number', 'date', 'multiselect'])('a field of the type %s holds no link', type => {
  expect(findLinkField([field(type)], 'link').kind).toBe('wrong-type')
  expect(() => requireLinkField([field(type)], place)).toThrow(
    `The custom field "link" of the mailbox ops@example.org is of the type ${type}, which does not hold a URL, so no ticket was created. Replace it by`,
  )
})

it('nobody can say which of two fields of one name holds the link', () => {
  const two = [field('singleline'), field('dropdown')]
  expect(findLinkField(two, 'link')).toEqual({ kind: 'several', types: ['singleline', 'dropdown'] })
  expect(() => requireLinkField(two, place)).toThrow(
    'The mailbox ops@example.org has 2 custom fields "link" (singleline, dropdown), so nobody can say which one counts and no ticket was created.',
  )
})

it('a missing field is a mistake of the set-up, and so is the module that is off', () => {
  expect(findLinkField([field('singleline', 'Link')], 'link')).toEqual({ kind: 'missing', similar: 'Link' })
  expect(() => requireLinkField([], place)).toThrow('has no custom field "link"')
  expect(() => requireLinkField(undefined, place)).toThrow('Activate the module Custom Fields')
  expect(() => requireLinkField([], place)).toThrow(SetupError)
  expect(() => requireLinkField(undefined, place)).toThrow(SetupError)
})
