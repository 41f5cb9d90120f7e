import { expect, test } from 'vitest'
import { keysOf } from '../../../src/config/keys.ts'
import { configSchema } from '../../../src/config/schema.ts'
import { messagesOf, mistakesOf } from '../../support/config-mistakes.ts'

test('parseConfig reports three mistakes at once, each with its line', () => {
  expect(
    messagesOf('mailboxs: [a@b.c]\nuser: bot@raxx.app\nissue:\n  content: fulll\nsweep:\n  limit: 0'),
  ).toEqual([
    '1:1 mailboxs: unknown key – did you mean "mailboxes"?',
    '4:12 issue.content: found "fulll", expected auto, full or link-only – did you mean "full"?',
    '6:10 sweep.limit: found the number 0, expected a whole number from 1 to 1000',
  ])
})

const known = keysOf(configSchema).map(({ path }) => path)

/** A configuration whose only mistake is one key, which stands alone on the last line. */
function withKey(path: string[], key: string): string {
  const lines = path.slice(0, -1).map((part, depth) => {
    const name = part === '*' ? (path[depth - 1] === 'routes' ? '-' : 'some-label:') : `${part}:`
    return '  '.repeat(depth) + name
  })
  return ['user: 1', ...lines, `${'  '.repeat(path.length - 1)}${key}: x`].join('\n')
}

const typos = known.flatMap(path => {
  const key = path.at(-1) ?? ''
  return [key.slice(0, -1), `${key[0]}${key}`, `${key}x`, key.toUpperCase()].map(typo => ({
    key: path.join('.'),
    typo,
    path,
  }))
})

test.each(typos)('parseConfig takes $typo for a mistyped $key', ({ typo, path }) => {
  const text = withKey(path, typo)
  const found = mistakesOf(text).find(({ kind }) => kind === 'unknown-key')
  expect(found).toMatchObject({
    line: text.split('\n').length,
    column: 2 * (path.length - 1) + 1,
    found: 'unknown key',
    suggestion: path.at(-1),
  })
})

test('every key of the schema has a description', () => {
  expect(keysOf(configSchema).filter(({ description }) => !description.endsWith('.'))).toEqual([])
})

test('a mistyped required key counts as one mistake, not as two', () => {
  expect(messagesOf('usr: 1')).toEqual(['1:1 usr: unknown key – did you mean "user"?'])
})

const TOP =
  'a mapping with the keys mailboxes, user, criteria, issue, ticket, labels, relay, language, texts, fields, trusted-authors, sweep'

test.each([
  ['an empty mapping in a list', '[{}]', [`1:1 found a list, expected ${TOP}`]],
  ['a list', '- user', [`1:1 found a list, expected ${TOP}`]],
  ['a path', '.github/freescout.yml', [`1:1 found ".github/freescout.yml", expected ${TOP}`]],
])('parseConfig names what it found instead of a mapping: %s', (_, text, expected) => {
  expect(messagesOf(text)).toEqual(expected)
})

test.each([
  [
    'mailboxes: ops@raxx.app',
    'mailboxes: found "ops@raxx.app", expected a list of mailbox addresses, such as [support@example.org] – did you mean [ops@raxx.app]?',
  ],
  [
    'mailboxes: [Ops <ops@raxx.app>]',
    'mailboxes[0]: found "Ops <ops@raxx.app>", expected the email address of a mailbox',
  ],
  ['mailboxes: [ops@raxx]', 'mailboxes[0]: found "ops@raxx", expected the email address of a mailbox'],
  [
    'criteria: { tags: [404] }',
    'criteria.tags[0]: found the number 404, expected a tag as text – did you mean "404"?',
  ],
  [
    'criteria: { tags: [true] }',
    'criteria.tags[0]: found true, expected a tag as text – did you mean "true"?',
  ],
  ['criteria: { tags: [~] }', 'criteria.tags[0]: found nothing, expected a tag as text'],
  [
    'criteria: { keywords: { mode: of } }',
    'criteria.keywords.mode: found "of", expected off, also or require – did you mean "off"?',
  ],
  [
    'criteria: { keywords: { mode: also, words: [] } }',
    'criteria.keywords.words: found an empty list, expected at least one word, because mode is also',
  ],
  [
    'criteria: { tags: [Auto-Linked] }',
    'criteria.tags[0]: found "Auto-Linked", expected another tag: the product sets this one itself',
  ],
  [
    'issue:',
    'issue: found nothing, expected a mapping with the keys repository, content, title, body, customer, signature, fields, allowed, labels, types, routes, on-ticket-closed',
  ],
  [
    'issue: { repository: https://github.com/o/r }',
    'issue.repository: found "https://github.com/o/r", expected a repository as owner/name',
  ],
  ['issue: { repository: o/.. }', 'issue.repository: found "o/..", expected a repository as owner/name'],
  ['issue: { signature: hide }', 'issue.signature: found "hide", expected fold, keep or drop'],
  [
    'relay: { to-tickets: support }',
    'relay.to-tickets: found "support", expected a word such as /support (a / or !, then letters, digits, - or _), or off',
  ],
  [
    'relay: { to-issue: "/git hub" }',
    'relay.to-issue: found "/git hub", expected a word such as /support (a / or !, then letters, digits, - or _), or off',
  ],
  ['relay: { public: yes }', 'relay.public: found "yes", expected true or false'],
  ['issue: { customer: yes }', 'issue.customer: found "yes", expected true or false'],
  [
    'issue: { labels: [bug] }',
    'issue.labels: found a list, expected a mapping of tags (or name=value) to labels, such as { bug: bug }',
  ],
  [
    'issue: { labels: { a=: x } }',
    'issue.labels["a="]: found "a=", expected a tag, or a custom field and its value as name=value',
  ],
  [
    'issue: { labels: { =b: x } }',
    'issue.labels["=b"]: found "=b", expected a tag, or a custom field and its value as name=value',
  ],
  [
    'issue: { labels: { bug: x, Bug: y } }',
    'issue.labels.Bug: found "Bug", expected each name once, whatever its case',
  ],
  [
    'issue: { types: { bug: Bug, Bug: Task } }',
    'issue.types.Bug: found "Bug", expected each name once, whatever its case',
  ],
  [
    'issue: { types: { bug: 7 } }',
    'issue.types.bug: found the number 7, expected the name of an issue type – did you mean "7"?',
  ],
  [
    'issue: { types: [Bug] }',
    'issue.types: found a list, expected a mapping of tags (or name=value) to issue types, such as { bug: Bug }',
  ],
  [
    'issue: { labels: { bug: Regression } }',
    'issue.labels.bug: found "Regression", expected a label without an action, so none of labels (customer-reported, regression, needs-customer-confirm)',
  ],
  [
    'labels: { Incident: { action: note } }',
    'labels.Incident: found "Incident", expected another label, or issue.labels without it: by default the issues of tickets tagged auto:status get it',
  ],
  [
    `labels: { ${'x'.repeat(51)}: { action: note } }`,
    `labels.${'x'.repeat(51)}: found "${'x'.repeat(51)}", expected a label of 1 to 50 characters`,
  ],
  ['labels: { x: {} }', 'labels.x.action: found nothing, expected create or note (required)'],
  [
    'labels: { x: { action: creat } }',
    'labels.x.action: found "creat", expected create or note – did you mean "create"?',
  ],
  [
    'criteria: { keywords: { words: [crash, "&nbsp; \\u200b"] } }',
    'criteria.keywords.words[1]: found "&nbsp; \u200b", expected a keyword with at least one visible character',
  ],
  [
    'labels: { vip: { action: create } }',
    'labels.vip.action: found "create", expected note, or the section ticket, which says where tickets are created',
  ],
  ['tickets: {}\nlabels: { vip: { action: create } }', 'tickets: unknown key – did you mean "ticket"?'],
  [
    'labels: { constructor: { action: note } }',
    'labels.constructor: unknown key, expected a mapping of labels to actions, such as { regression: { action: create } }',
  ],
  [
    'labels: { freescout-linked: { action: note } }',
    'labels.freescout-linked: found "freescout-linked", expected another label: the product puts this one on every linked issue',
  ],
  [
    'issue: { routes: [{ when: {}, repository: o/r }] }',
    'issue.routes[0].when: found an empty mapping, expected at least one of tag, mailbox and field',
  ],
  [
    'issue: { routes: [{ when: { field: x }, repository: o/r }] }',
    'issue.routes[0].when.field: found "x", expected a custom field and its value as name=value',
  ],
  [
    'issue: { routes: [{ when: { tag: x } }] }',
    'issue.routes[0].repository: found nothing, expected a repository as owner/name (required)',
  ],
  [
    'ticket: { customer: a@b.c }',
    'ticket.mailbox: found nothing, expected the email address of a mailbox (required)',
  ],
  ['sweep: { since: 30 }', 'sweep.since: found the number 30, expected a duration such as 30d, 12h or 2w'],
  ['sweep: { limit: 1.5 }', 'sweep.limit: found the number 1.5, expected a whole number from 1 to 1000'],
  [
    'labels: { ? [a] : { action: note } }',
    'labels["[\\"a\\"]"]: unknown key, expected a mapping of labels to actions, such as { regression: { action: create } }',
  ],
  ['content: full', 'content: unknown key – did you mean "issue.content"?'],
  ['__proto__: {}', `__proto__: unknown key, expected one of ${TOP.slice(24)}`],
  ['"odd key": 1', `["odd key"]: unknown key, expected one of ${TOP.slice(24)}`],
  ['user: 2', 'user: found the same key again, expected it once; the first is on line 1'],
])('parseConfig explains the mistake in %s', (line, expected) => {
  expect(messagesOf(`user: 1\n${line}`).map(text => text.replace(/^2:\d+ /, ''))).toEqual([expected])
})

test('parseConfig refuses settings that would close and reopen without end', () => {
  const text = `user: 1
issue: { on-ticket-closed: close }
ticket:
  mailbox: a@b.cd
  customer: github@b.cd
  on-issue-closed: note-and-reopen`
  expect(messagesOf(text)).toEqual([
    '6:20 ticket.on-issue-closed: found "note-and-reopen", expected note, note-and-close or nothing, because issue.on-ticket-closed is close: the two would close and reopen each other without end',
  ])
})

test('parseConfig takes note-and-close together with on-ticket-closed: close', () => {
  const text = `user: 1
issue: { on-ticket-closed: close }
ticket: { mailbox: a@b.cd, customer: github@b.cd, on-issue-closed: note-and-close }`
  expect(messagesOf(text)).toEqual([])
})

test('parseConfig reports contradictions beside other mistakes', () => {
  const text = 'usr: 1\nissue: { labels: { bug: crash }, content: x }\nlabels: { crash: { action: note } }'
  expect(mistakesOf(text).map(({ line, key }) => `${line} ${key}`)).toEqual([
    '1 usr',
    '2 issue.labels.bug',
    '2 issue.content',
  ])
})

test.each([
  [
    'a bracket left open',
    'user: 1\nmailboxes: [a@b.c\nissue: {}',
    2,
    /^2:12 not valid YAML: the list that begins here has no \]$/,
  ],
  ['a tab', 'issue:\n\tcontent: full', 2, /not valid YAML: Tabs/],
  ['an unknown tag', 'user: !!js/function x', 1, /not valid YAML: Unresolved tag/],
  ['a second document', 'user: 1\n---\nuser: 2', 2, /a second document begins here/],
  ['an alias of nothing', 'user: 1\nmailboxes: *all', 2, /\*all without an &all before it/],
  ['a list that holds itself', 'user: 1\nmailboxes: &a [*a]', 2, /mailboxes\[0\]: found a list/],
  ['deep nesting', '['.repeat(20_000), 1, /nested too deeply/],
  ['too many aliases', `user: &u 1\nmailboxes: [${'*u,'.repeat(101)}]`, 1, /more than 100 aliases/],
  ['too much text', '#'.repeat(65_537), 1, /longer than 65536 characters/],
  [
    'aliases of aliases of aliases',
    [
      'a: &a [x]',
      ...'bcdefgh'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i]},`.repeat(9)}]`),
    ].join('\n'),
    1,
    /Excessive alias count/,
  ],
])('parseConfig reports the line of %s', (_, text, line, message) => {
  expect(messagesOf(text).join('\n')).toMatch(message)
  expect(mistakesOf(text)[0]?.line).toBe(line)
})

test('parseConfig refuses a label with a comma, because GitHub would list the issues of two labels', () => {
  expect(messagesOf('user: 1\nlabels:\n  "bug, urgent": { action: note }')).toEqual([
    '3:3 labels["bug, urgent"]: found "bug, urgent", expected a label without a comma',
  ])
  expect(messagesOf('user: 1\nissue: { labels: { bug: "bug, urgent" } }')).toEqual([])
})
