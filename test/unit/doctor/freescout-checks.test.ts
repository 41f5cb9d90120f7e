import { describe, expect, test } from 'vitest'
import { parseConfig } from '../../../src/config/load.ts'
import {
  checkCustomer,
  checkFieldsModule,
  checkMailboxes,
  checkTagsModule,
  checkUser,
} from '../../../src/doctor/freescout-checks.ts'
import type { MailboxSurvey } from '../../../src/doctor/survey.ts'
import { ServiceError } from '../../../src/service-error.ts'

const OPS = { id: 1, name: 'Ops', email: 'ops@example.org' }
/** A read that succeeded. */
const value = <T>(value: T) => ({ kind: 'value' as const, value })

const mailboxes = value([OPS])
const trouble = {
  kind: 'error' as const,
  error: new ServiceError({
    service: 'FreeScout',
    call: 'look',
    happened: 'FreeScout is not working right now (500)',
    todo: 'Wait.',
  }),
}
const config = { mailboxes: [OPS.email], fields: { 'issue-url': 'link' } }

function field(given: Partial<MailboxSurvey>) {
  const survey = { address: OPS.email, mailbox: OPS, fields: value([]), ...given }
  return checkMailboxes({ mailboxes, configured: [survey] }, config)[0]
}

describe('checkMailboxes', () => {
  test.each([
    ['singleline', 'ok'],
    ['multiline', 'ok'],
    ['dropdown', 'missing'],
    ['number', 'missing'],
    ['date', 'missing'],
    ['', 'not-checked'],
  ])('gives a field of the type %j the status %s', (type, status) => {
    expect(field({ fields: value([{ id: 3, name: 'link', type }]) })?.status).toBe(status)
  })

  test('finds two fields of one name missing, because nobody can say which one counts', () => {
    const two = ['singleline', 'dropdown'].map((type, id) => ({ id, name: 'link', type }))
    expect(field({ fields: value(two) })).toMatchObject({
      status: 'missing',
      found: 'it has 2 custom fields "link" (singleline, dropdown), and nobody can say which one counts',
    })
  })

  test('names a field whose name differs only in case', () => {
    const fields = value([{ id: 3, name: 'Link', type: 'singleline' }])
    expect(field({ fields })).toMatchObject({
      status: 'missing',
      found: 'it has no custom field "link", but "Link"; case counts',
    })
  })

  test('does not check fields while the module is off or FreeScout is not working right now', () => {
    expect(field({ fields: value(undefined) })?.status).toBe('not-checked')
    expect(field({ fields: trouble })).toMatchObject({
      status: 'not-checked',
      found: 'FreeScout is not working right now (500)',
      todo: 'Wait.',
    })
  })

  test('reports a mailbox that does not exist', () => {
    expect(field({ mailbox: undefined })?.status).toBe('missing')
  })
})

test('checkMailboxes warns when no mailbox is watched', () => {
  const none = checkMailboxes({ mailboxes, configured: [] }, { ...config, mailboxes: [] })
  expect(none).toMatchObject([{ name: 'Watched mailboxes', status: 'warning' }])
})

test('the checks of modules and user tell on, off, unknown and trouble apart', () => {
  expect(checkFieldsModule({ mailboxes, anyFields: value([]) }).status).toBe('ok')
  expect(checkFieldsModule({ mailboxes, anyFields: value(undefined) }).status).toBe('missing')
  expect(checkFieldsModule({ mailboxes, anyFields: undefined }).status).toBe('not-checked')
  expect(checkFieldsModule({ mailboxes, anyFields: trouble }).status).toBe('not-checked')
  expect(checkTagsModule({ mailboxes, tagsModule: value(true) }).status).toBe('ok')
  expect(checkTagsModule({ mailboxes, tagsModule: value(false) }).status).toBe('missing')
  expect(checkTagsModule({ mailboxes, tagsModule: value(undefined) }).status).toBe('not-checked')
  expect(checkTagsModule({ mailboxes, tagsModule: trouble }).found).toBe(
    'FreeScout is not working right now (500)',
  )
  const noAnswer = checkUser({ mailboxes: trouble, hasUser: trouble }, { user: 1 })
  expect(noAnswer.found).toBe('FreeScout has to answer first')
})

test.each([99, 'bot@example.org'])('checkUser names a user that does not exist: %s', user => {
  expect(checkUser({ mailboxes, hasUser: value(false) }, { user })).toMatchObject({
    status: 'missing',
    found: `FreeScout has no user that fits user: ${user}`,
  })
})

describe('checkCustomer', () => {
  const ticket = (customer: string) =>
    parseConfig(`user: 1\nticket: { mailbox: sales@example.org, customer: "${customer}" }`, {
      source: 'f.yml',
    })

  test('finds a customer that is one of the mailboxes wrong', () => {
    expect(
      checkCustomer({ mailboxes: value([{ ...OPS, email: 'Ops@Example.org' }]) }, ticket(OPS.email)),
    ).toEqual([
      {
        name: 'Customer of new tickets',
        status: 'missing',
        found: 'ops@example.org is the address of a mailbox, so FreeScout would mail each reply to itself',
        todo: 'Name an address that is no mailbox under ticket.customer in the configuration.',
      },
    ])
  })

  test('finds any other customer good, and has no row when no tickets are created', () => {
    expect(checkCustomer({ mailboxes }, ticket('github@example.org'))).toMatchObject([{ status: 'ok' }])
    expect(checkCustomer({ mailboxes }, parseConfig('user: 1', { source: 'f.yml' }))).toEqual([])
  })

  test('does not check the customer while FreeScout is not working right now', () => {
    expect(checkCustomer({ mailboxes: trouble }, ticket(OPS.email))).toMatchObject([
      { status: 'not-checked' },
    ])
  })
})
