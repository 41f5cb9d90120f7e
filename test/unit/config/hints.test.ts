import { expect, test } from 'vitest'
import { messagesOf, messagesOfSecondLine } from '../../support/config-mistakes.ts'

test.each([
  [
    'labels: { customer-reported: create }',
    'labels.customer-reported: found "create", expected a mapping with the keys action, tags, text – did you mean { action: create }?',
  ],
  [
    'labels: { vip: Note }',
    'labels.vip: found "Note", expected a mapping with the keys action, tags, text – did you mean { action: note }?',
  ],
  [
    'labels: { vip: something else }',
    'labels.vip: found "something else", expected a mapping with the keys action, tags, text',
  ],
  [
    'customer-reported: create',
    'customer-reported: unknown key – did you mean labels: { customer-reported: { action: create } }?',
  ],
  [
    'customer-reported: { action: create }',
    'customer-reported: unknown key – did you mean "labels.customer-reported"?',
  ],
  [
    'issue: { regression: { action: create, tags: [bug] } }',
    'issue.regression: unknown key – did you mean "labels.regression"?',
  ],
  [
    'issue: { labels: { customer-reported: { action: create } } }',
    'issue.labels.customer-reported: found a mapping, expected a label of 1 to 50 characters – did you mean "labels.customer-reported"?',
  ],
  [
    'issue: { labels: { customer-reported: create } }',
    'issue.labels.customer-reported: found "create", expected the label for tickets tagged customer-reported; what a label does is written labels: { customer-reported: { action: create } }',
  ],
  [
    'issue: full',
    'issue: found "full", expected a mapping with the keys repository, content, title, body, customer, signature, fields, allowed, labels, types, routes, on-ticket-closed – did you mean { content: full }?',
  ],
  ['on-issue-closed: note', 'on-issue-closed: unknown key – did you mean "ticket.on-issue-closed"?'],
])('parseConfig says where and how an action is written for %s', (line, expected) => {
  expect(messagesOfSecondLine(line)).toEqual([expected])
})

test('a label may be called create, unless its tag is a label with an action', () => {
  expect(messagesOf('user: 1\nissue: { labels: { bug: create, wish: note } }')).toEqual([])
})

test.each([
  ['criteria: { tags: ? }', 'bug', '[bug]'],
  ['criteria: { tags: ? }', '"bug, wish"', '[bug, wish]'],
  ['criteria: { tags: ? }', '404', '["404"]'],
  ['criteria: { keywords: { words: ? } }', 'feature request', '[feature request]'],
  ['mailboxes: ?', 'Ops@raxx.app, support@raxx.app', '[Ops@raxx.app, support@raxx.app]'],
  ['issue: { allowed: ? }', 'raxx-app/other', '[raxx-app/other]'],
  ['issue: { fields: ? }', 'component_tag', '[component_tag]'],
  ['labels: { vip: { action: note, tags: ? } }', '"#1"', '["#1"]'],
  ['trusted-authors: ?', '"github-actions[bot]"', '["github-actions[bot]"]'],
])('parseConfig shows the list that is meant, in %s, by %s: %s', (line, written, list) => {
  expect(messagesOfSecondLine(line.replace('?', written))).toEqual([
    expect.stringMatching(/: found .*, expected a list of .* – did you mean \[.*\]\?$/),
  ])
  expect(messagesOfSecondLine(line.replace('?', written))[0]).toContain(` – did you mean ${list}?`)
  expect(messagesOfSecondLine(line.replace('?', list))).toEqual([])
})

test.each([
  'mailboxes: nobody',
  'mailboxes: 7',
  `criteria: { tags: ${'x'.repeat(201)} }`,
  'issue: { routes: billing }',
])('parseConfig shows no list when the text can not stand in it: %s', line => {
  const [message] = messagesOfSecondLine(line)
  expect(message).toMatch(/expected a list of .*\]$/)
})

test.each(['mailbox', 'other'])('parseConfig refuses a customer that is one of the mailboxes: %s', which => {
  const customer = which === 'mailbox' ? 'Ops@raxx.app' : 'support@raxx.app'
  const text = `user: 1\nmailboxes: [Support@raxx.app]\nticket: { mailbox: ops@raxx.app, customer: ${customer} }`
  expect(messagesOf(text)).toEqual([
    `3:44 ticket.customer: found "${customer}", expected an address that is no mailbox, because FreeScout would mail each reply to itself`,
  ])
})
