import { describe, expect, it } from 'vitest'
import type { CustomField, Ticket } from '../../../src/model.ts'
import { chooseRepository, labelsFor, typeFor } from '../../../src/ticket/new-issue.ts'
import { configOf, HOME, internal, ops, ticketOf } from '../../support/observed-ticket.ts'

/** A dropdown as FreeScout tells it: the option's id in `value`, its label in `text`. */
const severity: CustomField = { id: 2, name: 'incident_severity', value: '1', text: 'sev1' }
const component: CustomField = { id: 1, name: 'component_tag', value: 'Orders', text: '' }

const target = (yaml: string, ticket: Partial<Ticket> = {}, mailbox = ops) =>
  chooseRepository(ticketOf(ticket), { mailbox, config: configOf(yaml), home: HOME })

describe('An issue goes', () => {
  const routes = `issue:
  repository: raxx-app/inbox
  routes:
    - { when: { tag: billing }, repository: raxx-app/billing }
    - { when: { mailbox: internal@raxx.app }, repository: raxx-app/private }
    - { when: { field: incident_severity=SEV1 }, repository: raxx-app/incidents }
    - { when: { tag: bug, field: component_tag=orders }, repository: raxx-app/orders }
    - { when: { tag: bug }, repository: raxx-app/bugs }
`
  const cases: [string, string, Partial<Ticket>, typeof ops?][] = [
    ['by tag', 'raxx-app/billing', { tags: ['billing'] }],
    ['by mailbox', 'raxx-app/private', { tags: [] }, internal],
    ['by a dropdown’s label, in any case', 'raxx-app/incidents', { tags: [], fields: [severity] }],
    ['where everything asked for holds', 'raxx-app/orders', { fields: [component] }],
    ['not where only a part holds', 'raxx-app/bugs', { fields: [] }],
    [
      'not by a field of another name',
      'raxx-app/inbox',
      { tags: [], fields: [{ ...severity, name: 'severity' }] },
    ],
    ['by the first route that fits', 'raxx-app/billing', { tags: ['bug', 'billing'], fields: [severity] }],
    ['to the issue repository when none fits', 'raxx-app/inbox', { tags: ['other'] }],
    ['there as well when the module for fields is off', 'raxx-app/inbox', { tags: [], fields: null }],
  ]
  it.each(cases)('%s', (_, expected, ticket, mailbox = ops) => {
    expect(target(routes, ticket, mailbox)).toBe(expected)
  })

  it('to the repository of the workflow when none is configured', () => {
    expect(target('')).toBe(HOME)
  })

  it('by the mailbox’s address in any case, and never by a mailbox that is not known', () => {
    const yaml = 'issue: { routes: [{ when: { mailbox: OPS@raxx.app }, repository: raxx-app/ops }] }'
    expect(target(yaml, {}, { ...ops, email: 'Ops@Raxx.app' })).toBe('raxx-app/ops')
    const unknown = { mailbox: undefined, config: configOf(yaml), home: HOME }
    expect(chooseRepository(ticketOf(), unknown)).toBe(HOME)
  })
})

describe('An issue is labelled', () => {
  const labels = (yaml: string, ticket: Partial<Ticket> = {}) =>
    labelsFor(ticketOf(ticket), ops, configOf(yaml))

  it.each([
    [['bug'], ['bug', 'freescout-linked']],
    [['feature_request'], ['enhancement', 'freescout-linked']],
    [['auto:status'], ['incident', 'freescout-linked']],
    [['question'], ['freescout-linked']],
    [
      ['auto:status', 'bug'],
      ['bug', 'incident', 'freescout-linked'],
    ],
  ])('by the tags %j', (tags, expected) => {
    expect(labels('', { tags })).toEqual(expected)
  })

  it('by a text field and by a dropdown’s label, in any case', () => {
    const yaml =
      'issue: { labels: { "component_tag=orders": area/orders, "incident_severity=Sev1": "sev: 1" } }'
    expect(labels(yaml, { fields: [component, severity] })).toEqual([
      'area/orders',
      'sev: 1',
      'freescout-linked',
    ])
    expect(labels(yaml, { fields: [{ ...component, value: ' ORDERS ' }] })).toEqual([
      'area/orders',
      'freescout-linked',
    ])
    expect(labels(yaml, { fields: [{ ...component, value: 'orders-api' }] })).toEqual(['freescout-linked'])
  })

  it('by a tag written in capitals in the configuration', () => {
    expect(labels('issue: { labels: { BUG: defect } }')).toEqual(['defect', 'freescout-linked'])
  })

  it('once where two rules say the same', () => {
    expect(labels('issue: { labels: { bug: defect, urgent: defect } }', { tags: ['bug', 'urgent'] })).toEqual(
      ['defect', 'freescout-linked'],
    )
  })

  it('freescout-linked always, and once', () => {
    expect(labels('issue: { labels: {} }')).toEqual(['freescout-linked'])
    expect(labels('issue: { labels: { bug: freescout-linked } }')).toEqual(['freescout-linked'])
  })
})

describe('An issue has the type', () => {
  const type = (yaml: string, ticket: Partial<Ticket> = {}) => typeFor(ticketOf(ticket), ops, configOf(yaml))
  const types = 'issue: { types: { "incident_severity=SEV1": Incident, Bug: Bug, feature_request: Feature } }'

  it.each<[string, string, Partial<Ticket>, string | undefined]>([
    ['of the ticket’s tag, in any case', types, { tags: ['bug'] }, 'Bug'],
    ['of the field’s value', types, { tags: [], fields: [severity] }, 'Incident'],
    [
      'of the first entry when several fit',
      types,
      { tags: ['feature_request', 'bug'], fields: [severity] },
      'Incident',
    ],
    ['of no entry when none fits', types, { tags: ['other'] }, undefined],
    ['of no entry by default', '', { tags: ['bug'] }, undefined],
  ])('%s', (_, yaml, ticket, expected) => {
    expect(type(yaml, ticket)).toBe(expected)
  })
})
