import { expect, test } from 'vitest'
import { parseConfig } from '../../../src/config/load.ts'
import { neededLabels } from '../../../src/doctor/labels.ts'

test('neededLabels names each label of the configuration once, with a colour and a description that GitHub accepts', () => {
  const config = parseConfig(
    'user: 1\nmailboxes: [a@b.cd]\nissue: { labels: { bug: Bug, defect: bug, x: constructor } }\nlabels: { ask: { action: note } }\n',
    { source: 'test' },
  )
  const needed = neededLabels(config)
  expect(needed.map(({ name }) => name)).toEqual(['freescout-linked', 'Bug', 'constructor', 'ask'])
  for (const { color, description } of [
    ...needed,
    ...neededLabels(parseConfig('user: 1', { source: 'test' })),
  ]) {
    expect(color).toMatch(/^[0-9a-f]{6}$/)
    expect(description).toMatch(/^.{1,100}$/)
  }
})

test.each([
  ['neither direction', '', ['freescout-linked', 'needs-customer-confirm']],
  [
    'tickets from issues only',
    'ticket: { mailbox: a@b.cd, customer: c@b.cd }',
    ['freescout-linked', 'customer-reported', 'regression', 'needs-customer-confirm'],
  ],
  [
    'issues from tickets only',
    'mailboxes: [a@b.cd]',
    ['freescout-linked', 'bug', 'enhancement', 'incident', 'needs-customer-confirm'],
  ],
])('neededLabels leaves out what only the other direction uses, with %s', (_, yaml, expected) => {
  const needed = neededLabels(parseConfig(`user: 1\n${yaml}`, { source: 'test' }))
  expect(needed.map(({ name }) => name)).toEqual(expected)
})
