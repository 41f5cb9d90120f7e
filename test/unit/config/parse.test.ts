import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseConfig } from '../../../src/config/load.ts'

const source = 'f.yml'
const defaults = {
  mailboxes: [],
  user: 1,
  criteria: {
    tags: ['bug', 'feature_request', 'auto:status'],
    keywords: { mode: 'off', words: ['bug', 'crash', 'broken', 'feature request'] },
  },
  issue: {
    content: 'auto',
    title: '{subject}',
    body: '{facts}\n\n{message}\n\n{attachments}',
    customer: false,
    fields: ['component_tag', 'incident_severity'],
    allowed: [],
    labels: [
      { when: { tag: 'bug' }, label: 'bug' },
      { when: { tag: 'feature_request' }, label: 'enhancement' },
      { when: { tag: 'auto:status' }, label: 'incident' },
    ],
    types: [],
    routes: [],
    'on-ticket-closed': 'comment',
    signature: 'fold',
  },
  labels: {
    'customer-reported': { action: 'create', tags: [] },
    regression: { action: 'create', tags: ['bug', 'regression'] },
    'needs-customer-confirm': {
      action: 'note',
      tags: [],
      text: 'Please ask the customer to confirm the fix.',
    },
  },
  relay: { 'to-tickets': '/support', 'to-issue': '/github', public: false, 'name-agents': false },
  language: 'en',
  texts: {},
  fields: { 'issue-url': 'github_issue_url' },
  'trusted-authors': ['github-actions[bot]'],
  sweep: { since: { text: '30d', ms: 30 * 86_400_000 }, limit: 100, 'max-new': 20 },
}
const addresses = {
  mailboxes: ['support@example.org'],
  user: 'bot@example.org',
  ticket: {
    mailbox: 'support@example.org',
    customer: 'github@example.org',
    notify: true,
    'on-issue-closed': 'note',
  },
}

test('a configuration with nothing but the user takes every default', () => {
  expect(parseConfig('user: 1', { source })).toEqual(defaults)
})

test("the repository's own configuration states nothing but defaults, and addresses that belong to nobody", () => {
  const text = readFileSync(new URL('../../../.github/freescout.yml', import.meta.url), 'utf8')
  expect(parseConfig(text, { source })).toEqual({ ...defaults, ...addresses })
  for (const [, host] of text.matchAll(/@([\w.-]+)/g)) expect(host).toBe('example.org')
})

test('an example with every key means the documented defaults', () => {
  const example = `
mailboxes: [support@example.org]
user: bot@example.org
criteria:
  tags: [bug, feature_request, "auto:status"]
  keywords: { mode: "off", words: [bug, crash, broken, "feature request"] }
issue:
  repository: owner/name
  content: auto
  title: "{subject}"
  body: |
    {facts}

    {message}

    {attachments}
  customer: false
  signature: fold
  fields: [component_tag, incident_severity]
  allowed: []
  labels: { bug: bug, feature_request: enhancement, "auto:status": incident }
  types: { bug: Bug, "incident_severity=sev1": Incident }
  routes: [{ when: { tag: billing }, repository: owner/billing }]
  on-ticket-closed: comment
ticket:
  mailbox: support@example.org
  customer: github@example.org
  notify: true
  on-issue-closed: note
labels:
  customer-reported: { action: create }
  regression: { action: create, tags: [bug, regression] }
  needs-customer-confirm: { action: note, text: "Please ask the customer to confirm the fix." }
relay: { to-tickets: /support, to-issue: /github, public: false, name-agents: false }
language: en
texts: {}
fields: { issue-url: github_issue_url }
trusted-authors: ["github-actions[bot]"]
sweep: { since: 30d, limit: 100, max-new: 20 }
`
  const routes = [{ when: { tag: 'billing' }, repository: 'owner/billing' }]
  const types = [
    { when: { tag: 'bug' }, type: 'Bug' },
    { when: { field: { name: 'incident_severity', value: 'sev1' } }, type: 'Incident' },
  ]
  const issue = { ...defaults.issue, repository: 'owner/name', types, routes }
  expect(parseConfig(example, { source })).toEqual({ ...defaults, ...addresses, issue })
})

test('parseConfig trims and lower-cases addresses and tags, and splits name=value', () => {
  const config = parseConfig(
    `
mailboxes: [" Ops@Raxx.App "]
user: Bot@Raxx.App
criteria: { tags: [" Bug"] }
issue:
  labels: { BUG: Bug, "Severity = very high=x": urgent }
  routes: [{ when: { tag: Billing, mailbox: OPS@raxx.app, field: area=Money }, repository: o/r }]
labels: { Regression: { action: note, tags: [Old ] } }
sweep: { since: 12h }
`,
    { source },
  )
  expect(config).toMatchObject({
    mailboxes: ['ops@raxx.app'],
    user: 'bot@raxx.app',
    criteria: { tags: ['bug'] },
    issue: {
      labels: [
        { when: { tag: 'bug' }, label: 'Bug' },
        { when: { field: { name: 'Severity', value: 'very high=x' } }, label: 'urgent' },
      ],
      routes: [
        {
          when: { tag: 'billing', mailbox: 'ops@raxx.app', field: { name: 'area', value: 'Money' } },
          repository: 'o/r',
        },
      ],
    },
    labels: { Regression: { action: 'note', tags: ['old'] } },
    sweep: { since: { text: '12h', ms: 43_200_000 }, limit: 100, 'max-new': 20 },
  })
})

test('a list or table in the configuration replaces the default as a whole', () => {
  const config = parseConfig('user: 1\nlabels: {}\nissue: { labels: {}, fields: [] }', { source })
  expect(config).toMatchObject({ labels: {}, issue: { labels: [], fields: [], content: 'auto' } })
  expect(Object.keys(config.labels)).toEqual([])
})

test.each(['off', '"off"', 'false'])('parseConfig reads the keyword mode %s as off', mode => {
  const config = parseConfig(`user: 1\ncriteria: { keywords: { mode: ${mode} } }`, { source })
  expect(config.criteria.keywords.mode).toBe('off')
})

test('parseConfig reads the keyword mode off in YAML 1.1 as off, too', () => {
  const config = parseConfig('%YAML 1.1\n---\nuser: 1\ncriteria: { keywords: { mode: off } }', { source })
  expect(config.criteria.keywords.mode).toBe('off')
})

test.each([
  ['12', 12],
  ['"12"', 12],
  ['Bot@Raxx.App', 'bot@raxx.app'],
])('parseConfig reads the user %s as %s', (written, user) => {
  expect(parseConfig(`user: ${written}`, { source }).user).toBe(user)
})

test('parseConfig accepts aliases', () => {
  const config = parseConfig('user: &me bot@raxx.app\nticket: { mailbox: ops@raxx.app, customer: *me }', {
    source,
  })
  expect(config.ticket?.customer).toBe('bot@raxx.app')
})
