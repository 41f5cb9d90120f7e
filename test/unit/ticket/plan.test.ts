import { describe, expect, it } from 'vitest'
import { FROM_GITHUB_TAG, LINKED_TAG } from '../../../src/names.ts'
import { SetupError } from '../../../src/setup-error.ts'
import { planTicket } from '../../../src/ticket/plan.ts'
import type { TicketStep } from '../../../src/ticket/steps.ts'
import {
  ada,
  configOf,
  HOME,
  internal,
  issueOf,
  issueUrl,
  type ObservedTicketInput,
  observed,
  ownIssue,
  said,
  threadOf,
  ticketOf,
} from '../../support/observed-ticket.ts'

const CLOSED_AT = '2026-11-22T14:07:23Z'
const closed = { status: 'closed', closedAt: CLOSED_AT }
const reopened = { status: 'active', closedAt: CLOSED_AT }
const complete = { tags: ['bug', LINKED_TAG], field: issueUrl(7), notes: [7] }
const born = {
  subject: `[${HOME}#7] Orders are rejected`,
  createdBy: ada,
  source: { type: 'api', via: 'user' },
}

function plan(scene: ObservedTicketInput, yaml = '') {
  return planTicket(observed(scene), configOf(yaml))
}

/** A step as a test reads it: `comment resolved`, `add-tag auto-linked`. */
function brief(step: TicketStep): string {
  switch (step.do) {
    case 'comment':
      return `comment ${step.about}`
    case 'add-note':
      return `note ${step.note}`
    case 'add-tag':
      return `tag ${step.tag}`
    case 'add-label':
      return `label ${step.labels.join()}`
    default:
      return step.do
  }
}

const steps = (scene: ObservedTicketInput, yaml = '') => plan(scene, yaml).steps.map(brief)

describe('Nothing is created when', () => {
  const cases: [string, string, ObservedTicketInput, string?][] = [
    ['the ticket has no trigger tag', 'no-trigger-tag', { tags: ['question'] }],
    ['the ticket has no tag at all', 'no-trigger-tag', { tags: [] }],
    ['its mailbox is not watched', 'mailbox-not-watched', { mailbox: internal }],
    ['it came from GitHub', 'from-github', { tags: ['bug', FROM_GITHUB_TAG] }],
    ['it is spam', 'ticket-is-spam', { ticket: { status: 'spam' } }],
    ['it is a draft', 'ticket-not-published', { ticket: { state: 'draft' } }],
    ['it was deleted, as a merged one is', 'ticket-not-published', { ticket: { state: 'deleted' } }],
    [
      'a required keyword is missing',
      'keyword-missing',
      { ticket: { subject: 'Hello' } },
      'criteria: { keywords: { mode: require, words: [crash] } }',
    ],
    ['the field says "none"', 'link-unusable', { field: 'none' }],
    [
      'the field names a stranger’s repository',
      'link-unusable',
      { field: 'https://github.com/evil/x/issues/1' },
    ],
    ['the field names a pull request', 'link-unusable', { field: `https://github.com/${HOME}/pull/7` }],
    ['no mailbox is watched at all', 'mailbox-not-watched', {}, 'mailboxes: []'],
  ]
  it.each(cases)('%s (%s)', (_, reason, scene, yaml = '') => {
    const config = configOf(yaml.startsWith('mailboxes') ? '' : yaml)
    if (yaml.startsWith('mailboxes')) config.mailboxes = []
    expect(planTicket(observed(scene), config)).toMatchObject({ steps: [], result: 'skipped', reason })
  })

  it('several of these hold: the ticket itself is judged before its mailbox, the mailbox before its tags', () => {
    const all = { ticket: { state: 'draft', status: 'spam' }, tags: [FROM_GITHUB_TAG], mailbox: internal }
    expect(plan(all).reason).toBe('ticket-not-published')
    expect(plan({ ...all, ticket: { status: 'spam' } }).reason).toBe('ticket-is-spam')
    expect(plan({ ...all, ticket: {} }).reason).toBe('from-github')
    expect(plan({ tags: [], mailbox: internal }).reason).toBe('mailbox-not-watched')
  })

  it('it has no trigger tag: the reason comes with its tags and those that count', () => {
    const details = { kind: 'tags', onTicket: ['vip'], counting: ['bug', 'crash'], keywordCounts: false }
    const yaml = 'criteria: { tags: [bug, crash], keywords: { mode: MODE, words: [outage] } }'
    const planned = (mode: string) => plan({ tags: ['vip'] }, yaml.replace('MODE', mode))
    expect(planned('"off"').details).toEqual(details)
    expect(planned('also').details).toEqual({ ...details, keywordCounts: true })
    expect(plan({ tags: [], mailbox: internal }).details).toBeUndefined()
  })

  it('and an unusable field is reported with the ticket and the field, never with what it holds', () => {
    const { warnings } = plan({ field: 'https://evil.example/secret' })
    expect(warnings).toEqual([expect.stringContaining('Ticket #1042: the field "github_issue_url"')])
    expect(warnings.join()).not.toContain('evil')
  })
})

describe('A tagged, unlinked ticket of a watched mailbox', () => {
  it('becomes an issue, then field, note and, last, the tag', () => {
    expect(plan({})).toEqual({
      steps: [
        { do: 'create-issue', repository: HOME, labels: ['bug', 'freescout-linked'], content: 'full' },
        { do: 'set-field', field: expect.objectContaining({ id: 3, name: 'github_issue_url' }) },
        { do: 'add-note', note: 'filed' },
        { do: 'add-tag', tag: LINKED_TAG },
      ],
      result: 'created',
      warnings: [],
    })
  })

  it.each(['active', 'pending', 'closed'])('whatever its status is: %s', status => {
    expect(plan({ ticket: { status } }).result).toBe('created')
  })

  it('closed already: the new issue is told so at the end', () => {
    expect(steps({ ticket: closed }).at(-1)).toBe('comment resolved')
    expect(steps({ ticket: closed }, 'issue: { on-ticket-closed: nothing }')).not.toContain(
      'comment resolved',
    )
  })

  it('reopened since: the new issue is not bothered with that', () => {
    expect(steps({ ticket: reopened })).toEqual(steps({}))
  })

  const contents: [string, NonNullable<ObservedTicketInput['visibility']>, string, string][] = [
    ['a private repository gets the full text', 'private', 'auto', 'full'],
    ['a public one only the link', 'public', 'auto', 'link-only'],
    ['an internal one only the link', 'internal', 'auto', 'link-only'],
    ['unless the configuration opts in', 'public', 'full', 'full'],
    ['or out', 'private', 'link-only', 'link-only'],
  ]
  it.each(contents)('%s', (_, visibility, content, expected) => {
    const [create] = plan({ visibility }, `issue: { content: ${content} }`).steps
    expect(create).toMatchObject({ do: 'create-issue', content: expected })
  })

  it('goes where GitHub says that the target repository is', () => {
    const seen = {
      ...observed(),
      targetRepository: { name: 'raxx-app/billing', visibility: 'private' as const },
    }
    expect(planTicket(seen, configOf()).steps[0]).toMatchObject({ repository: 'raxx-app/billing' })
  })

  it('is an error when there is no place for the link: it names the mailbox and what to do', () => {
    expect(() => plan({ field: null })).toThrow(
      'The mailbox ops@raxx.app has no custom field "github_issue_url", so there is no place for the link',
    )
    expect(() => plan({ ticket: { fields: null } })).toThrow('Activate the module Custom Fields')
    const renamed = 'fields: { issue-url: gh_link }'
    expect(() => planTicket(observed({ field: null }), configOf(renamed))).toThrow('"gh_link"')
  })

  it('an issue is created when FreeScout does not list the fields of the mailbox', () => {
    const unlisted = { ...observed(), mailboxFields: undefined }
    expect(planTicket(unlisted, configOf()).steps[1]).toEqual({
      do: 'set-field',
      field: { id: 3, name: 'github_issue_url' },
    })
  })

  it('an issue is not created when the field for the link is of a type that holds no URL', () => {
    const dropdown = [{ id: 3, name: 'github_issue_url', type: 'dropdown' }]
    expect(() => plan({ mailboxFields: dropdown })).toThrow(SetupError)
    expect(() => plan({ mailboxFields: dropdown })).toThrow(
      'The custom field "github_issue_url" of the mailbox ops@raxx.app is of the type dropdown, which does not hold a URL, so no issue was created.',
    )
  })
})

describe('A link that was left half-made on the way', () => {
  const cases: [string, ObservedTicketInput, string[]][] = [
    [
      'after the issue was made: field, note, tag',
      { canonical: ownIssue() },
      ['set-field', 'note filed', `tag ${LINKED_TAG}`],
    ],
    [
      'after GitHub dropped the labels too: they are put on',
      { canonical: ownIssue({ labels: [] }) },
      ['set-field', 'label bug,freescout-linked', 'note filed', `tag ${LINKED_TAG}`],
    ],
    [
      'after the field was written: note and tag',
      { field: issueUrl(7), issue: ownIssue(), canonical: ownIssue() },
      ['note filed', `tag ${LINKED_TAG}`],
    ],
    [
      'after the note: the tag',
      { field: issueUrl(7), notes: [7], issue: ownIssue(), canonical: ownIssue() },
      [`tag ${LINKED_TAG}`],
    ],
    [
      'although the ticket lost its trigger tag meanwhile',
      { tags: [], canonical: ownIssue() },
      ['set-field', 'note filed', `tag ${LINKED_TAG}`],
    ],
    [
      'although it was moved to a mailbox that nobody watches',
      { mailbox: internal, canonical: ownIssue() },
      ['set-field', 'note filed', `tag ${LINKED_TAG}`],
    ],
    [
      'although its issue was closed as done meanwhile',
      { canonical: ownIssue({ state: 'closed', stateReason: 'completed' }) },
      ['set-field', 'note filed', `tag ${LINKED_TAG}`],
    ],
  ]
  it.each(cases)('is completed, and no second issue made, %s', (_, scene, expected) => {
    expect(steps(scene)).toEqual(expected)
    expect(plan(scene)).toMatchObject({ issue: { number: 7 }, warnings: [] })
  })

  it('says "adopted" when the marker was all that told of it, else "updated"', () => {
    expect(plan({ canonical: ownIssue() }).result).toBe('adopted')
    expect(plan({ field: issueUrl(7), issue: ownIssue(), canonical: ownIssue() }).result).toBe('updated')
  })

  it('knows the label in any case', () => {
    const issue = ownIssue({ labels: ['FreeScout-Linked'] })
    expect(steps({ canonical: issue })).not.toContain('label freescout-linked')
  })
})

describe('A link made by hand', () => {
  const theirs = { tags: [], field: issueUrl(7), issue: issueOf({ labels: [] }) }

  it('is completed: comment, label, note, tag', () => {
    const expected = ['comment link', 'label freescout-linked', 'note linked', `tag ${LINKED_TAG}`]
    expect(steps(theirs)).toEqual(expected)
    expect(plan(theirs)).toMatchObject({ result: 'linked', issue: { number: 7, url: issueUrl(7) } })
  })

  it.each([
    ['the mailbox is not watched', { mailbox: internal }],
    ['it came from GitHub, from another issue', { tags: [FROM_GITHUB_TAG] }],
  ] as [string, ObservedTicketInput][])('even when %s: only creation is blocked by that', (_, more) => {
    expect(plan({ ...theirs, ...more }).result).toBe('linked')
  })

  it.each<[string, string, ObservedTicketInput['ticket']]>([
    ['is spam', 'ticket-is-spam', { status: 'spam' }],
    ['is a draft', 'ticket-not-published', { state: 'draft' }],
    ['was deleted or merged', 'ticket-not-published', { state: 'deleted', threads: [] }],
  ])('is only named, and nothing is written, when the ticket %s', (_, reason, ticket = {}) => {
    expect(plan({ ...theirs, ticket })).toMatchObject({
      steps: [],
      result: 'skipped',
      reason,
      issue: { number: 7 },
    })
  })

  it('with a fragment on the URL is the same link: the field is left as it is', () => {
    expect(steps({ ...theirs, field: `${issueUrl(7)}#issuecomment-1` })).not.toContain('set-field')
  })

  it('goes on where it stopped', () => {
    const told = { ...theirs, marks: [said.link] }
    expect(steps(told)).toEqual(['label freescout-linked', 'note linked', `tag ${LINKED_TAG}`])
    const labelled = { ...told, issue: issueOf() }
    expect(steps(labelled)).toEqual(['note linked', `tag ${LINKED_TAG}`])
    expect(steps({ ...labelled, notes: [7] })).toEqual([`tag ${LINKED_TAG}`])
  })

  it('needs no comment on an issue that carries the ticket’s marker', () => {
    expect(steps({ ...theirs, issue: ownIssue(), canonical: ownIssue() })).not.toContain('comment link')
  })

  it('to an issue made from another ticket is told to it: many tickets may share one', () => {
    const issue = issueOf({
      body: '<!-- freescout-autolink ticket=99 url=https://tickets.example.org/conversation/99 -->',
    })
    expect(steps({ ...theirs, issue })).toContain('comment link')
  })
})

describe('When field, note and marker disagree', () => {
  it('the field wins over the note: the other issue is linked as by hand', () => {
    const scene = { ...complete, field: issueUrl(8), issue: issueOf({ number: 8 }) }
    expect(plan(scene)).toMatchObject({ result: 'linked', issue: { number: 8 } })
    expect(steps(scene)).toEqual(['comment link', 'note linked'])
  })

  it('the newest note wins over an older one', () => {
    const scene = { tags: [LINKED_TAG], notes: [9, 7], issue: issueOf({ number: 9 }), marks: [said.link] }
    expect(plan(scene).issue).toMatchObject({ number: 9 })
    expect(steps(scene)).toEqual(['set-field'])
  })

  it('the canonical issue wins over a surplus one in the field', () => {
    const scene = {
      field: issueUrl(8),
      notes: [8],
      issue: ownIssue({ number: 8 }),
      canonical: ownIssue(),
    }
    expect(plan(scene)).toMatchObject({ result: 'adopted', issue: { number: 7 } })
    expect(steps(scene)).toEqual(['set-field', 'note filed', `tag ${LINKED_TAG}`])
  })

  it('the canonical issue in the field stays', () => {
    const scene = { field: issueUrl(7), notes: [8], issue: ownIssue(), canonical: ownIssue() }
    expect(plan(scene).issue).toMatchObject({ number: 7 })
    expect(steps(scene)).toEqual(['note filed', `tag ${LINKED_TAG}`])
  })

  it('a repository’s name in another case is no disagreement', () => {
    const issue = issueOf({ repository: HOME.toLowerCase() })
    expect(steps({ ...complete, tags: [], issue, marks: [said.link] })).toEqual([`tag ${LINKED_TAG}`])
  })
})

describe('A ticket that was moved or merged', () => {
  const told = { tags: ['bug', LINKED_TAG], notes: [7], marks: [said.link] }

  it('has its empty field filled, and no second issue', () => {
    const scene = { ...told, issue: ownIssue(), canonical: ownIssue() }
    expect(steps(scene)).toEqual(['set-field'])
    expect(plan(scene)).toMatchObject({ result: 'updated', warnings: [] })
  })

  it('keeps its link in a mailbox that is not watched', () => {
    expect(steps({ ...told, issue: ownIssue(), canonical: ownIssue(), mailbox: internal })).toEqual([
      'set-field',
    ])
  })

  it('keeps its link in a mailbox without the field, and that is reported', () => {
    const scene = { ...told, field: null, issue: ownIssue(), mailbox: internal }
    expect(plan(scene)).toMatchObject({
      steps: [],
      result: 'unchanged',
      reason: 'already-linked',
      issue: { number: 7 },
      warnings: [expect.stringContaining('internal@raxx.app has no field for the link')],
    })
  })

  it('whose note was lost as well is found by the marker, field or no field', () => {
    expect(steps({ canonical: ownIssue() })).toEqual(['set-field', 'note filed', `tag ${LINKED_TAG}`])
    const fieldless = { canonical: ownIssue(), field: null, mailbox: internal }
    expect(steps(fieldless)).toEqual(['note filed', `tag ${LINKED_TAG}`])
    expect(plan(fieldless).warnings).toHaveLength(1)
  })

  it('survives a merge: the survivor tells the issue of itself and takes field and tag', () => {
    const merged = issueOf({
      body: '<!-- freescout-autolink ticket=11 url=https://tickets.example.org/conversation/11 -->',
    })
    expect(steps({ notes: [7], issue: merged })).toEqual(['set-field', 'comment link', `tag ${LINKED_TAG}`])
  })
})

describe('An issue that is gone', () => {
  it.each([
    ['not-found', 'not found, or not visible to the token'],
    ['deleted', 'deleted'],
    ['transferred', 'transferred to another repository'],
  ] as const)('%s is reported and never made anew', (gone, words) => {
    const scene: ObservedTicketInput = { field: issueUrl(7), issue: { gone } }
    expect(plan(scene)).toMatchObject({
      steps: [],
      result: 'skipped',
      reason: 'issue-not-found',
      issue: { number: 7 },
      warnings: [expect.stringContaining(`${issueUrl(7)}, which is ${words}`)],
    })
  })

  it('is reported although the ticket was closed, and although only a note names it', () => {
    expect(plan({ ...complete, ticket: closed, issue: { gone: 'deleted' } }).reason).toBe('issue-not-found')
    expect(plan({ notes: [7], issue: { gone: 'deleted' } }).reason).toBe('issue-not-found')
  })
})

describe('A complete link', () => {
  it('is left alone', () => {
    expect(plan(complete)).toEqual({
      steps: [],
      result: 'unchanged',
      reason: 'already-linked',
      issue: { repository: HOME, number: 7, url: issueUrl(7) },
      warnings: [],
    })
  })

  it('is not completed again when nobody but the issue’s label went missing', () => {
    expect(steps({ ...complete, ticket: reopened, issue: issueOf({ labels: [] }) })).toEqual([])
  })

  const told = said.resolved(CLOSED_AT)
  const earlier = said.resolved('2026-11-21T10:00:00Z')
  const lives: [string, ObservedTicketInput, string[]][] = [
    ['closed: one comment', { ticket: closed }, ['comment resolved']],
    ['closed and told: nothing', { ticket: closed, marks: [told] }, []],
    ['closed and told twice: nothing', { ticket: closed, marks: [told, told] }, []],
    [
      'closed again after a closing that was told: told again',
      { ticket: closed, marks: [earlier] },
      ['comment resolved'],
    ],
    ['reopened after it was told: one comment', { ticket: reopened, marks: [told] }, ['comment reopened']],
    ['reopened and told: nothing', { ticket: reopened, marks: [told, said.reopened(CLOSED_AT)] }, []],
    ['reopened before anybody was told: nothing', { ticket: reopened }, []],
    ['reopened, and only an earlier closing told: nothing', { ticket: reopened, marks: [earlier] }, []],
    [
      'closed, reopened and told, closed again: told again',
      { ticket: closed, marks: [earlier, said.reopened('2026-11-21T10:00:00Z')] },
      ['comment resolved'],
    ],
    [
      'pending after a closing that was told: reopened',
      { ticket: { ...reopened, status: 'pending' }, marks: [told] },
      ['comment reopened'],
    ],
    ['closed at no known time: nothing', { ticket: { status: 'closed', closedAt: null } }, []],
  ]
  it.each(lives)('whose ticket was %s', (_, scene, expected) => {
    expect(steps({ ...complete, issue: issueOf(), ...scene })).toEqual(expected)
  })

  it('tells with the time of the closing', () => {
    const { steps, result } = plan({ ...complete, issue: issueOf(), ticket: closed })
    expect(steps).toEqual([{ do: 'comment', about: 'resolved', at: CLOSED_AT }])
    expect(result).toBe('commented')
  })

  it('says nothing of closings when that is switched off', () => {
    const off = 'issue: { on-ticket-closed: nothing }'
    expect(steps({ ...complete, issue: issueOf(), ticket: closed }, off)).toEqual([])
    expect(steps({ ...complete, issue: issueOf(), ticket: reopened, marks: [told] }, off)).toEqual([])
  })

  it('closes an open issue only when that is asked for, and with the last of its tickets', () => {
    const close = 'issue: { on-ticket-closed: close }'
    const scene = { ...complete, ticket: closed }
    expect(steps({ ...scene, issue: issueOf() }, close).toSorted()).toEqual([
      'close-issue',
      'comment resolved',
    ])
    expect(steps({ ...scene, issue: issueOf({ state: 'closed' }) }, close)).toEqual(['comment resolved'])
    expect(steps({ ...scene, issue: issueOf() })).not.toContain('close-issue')
    expect(steps({ ...scene, issue: issueOf(), stillOpen: [13] }, close)).toEqual(['comment resolved'])
    expect(steps({ ...complete, ticket: reopened, issue: issueOf(), marks: [told] }, close)).toEqual([
      'comment reopened',
    ])
  })

  it('is not told of a closing that followed its own: only note-and-close makes those', () => {
    const option = (value: string) =>
      `ticket: { mailbox: ops@raxx.app, customer: github@raxx.app, on-issue-closed: ${value} }`
    const shut = issueOf({ state: 'closed' })
    const byBot = { ...complete, issue: shut, ticket: { ...closed, closedBy: ada } }
    expect(steps(byBot, option('note-and-close'))).toEqual([])
    expect(steps(byBot, option('note'))).toEqual(['comment resolved'])
    const byAgent = { ...byBot, ticket: { ...closed, closedBy: { ...ada, id: 2 } } }
    expect(steps(byAgent, option('note-and-close'))).toEqual(['comment resolved'])
  })

  it('keeps its lifecycle whatever the mailbox or the origin', () => {
    const scene = { ...complete, tags: [LINKED_TAG, FROM_GITHUB_TAG], mailbox: internal }
    expect(steps({ ...scene, issue: issueOf(), ticket: closed })).toEqual(['comment resolved'])
  })

  it('that is not complete and was closed is completed first, then told', () => {
    const scene = { field: issueUrl(7), notes: [7], issue: ownIssue(), canonical: ownIssue(), ticket: closed }
    expect(steps(scene)).toEqual([`tag ${LINKED_TAG}`, 'comment resolved'])
  })
})

describe('A ticket that was born on GitHub', () => {
  const scene: ObservedTicketInput = {
    ticket: born,
    tags: [],
    field: issueUrl(7),
    issue: issueOf({ labels: [] }),
  }

  it('gets what its making left out, and nothing else', () => {
    expect(steps(scene)).toEqual([`tag ${FROM_GITHUB_TAG}`, 'comment link'])
    expect(plan(scene).result).toBe('updated')
  })

  it('has its field filled again after it was moved', () => {
    const done = { ...scene, tags: [FROM_GITHUB_TAG], marks: [said.link], notes: [7] }
    expect(steps({ ...done, field: '' })).toEqual(['set-field'])
  })

  it('is left alone once it has both', () => {
    const done = { ...scene, tags: [FROM_GITHUB_TAG], marks: [said.link] }
    expect(plan(done)).toMatchObject({ steps: [], result: 'unchanged', reason: 'already-linked' })
  })

  it('has its closings told like any other', () => {
    const done = { ...scene, tags: [FROM_GITHUB_TAG], marks: [said.link], ticket: { ...born, ...closed } }
    expect(steps(done)).toEqual(['comment resolved'])
  })

  const forged: [string, ObservedTicketInput['ticket']][] = [
    ['a customer mailed that subject in', { subject: born.subject }],
    ['it was mailed in, though by a user', { ...born, source: { type: 'email', via: 'user' } }],
    ['a customer made it through the API', { ...born, source: { type: 'api', via: 'customer' } }],
    ['the subject names another issue', { ...born, subject: `[${HOME}#77] Orders` }],
    ['the prefix is not at the start', { ...born, subject: `Re: [${HOME}#7] Orders` }],
  ]
  it.each(forged)('is not what it seems when %s', (_, ticket) => {
    expect(plan({ ...scene, ...(ticket && { ticket }) }).result).toBe('linked')
  })
})

it('The same that was seen gives the same plan, and nothing seen is changed', () => {
  const seen = observed({ ticket: ticketOf({ tags: ['bug'] }) })
  const copy = structuredClone(seen)
  expect(planTicket(seen, configOf())).toEqual(planTicket(seen, configOf()))
  expect(seen).toEqual(copy)
})

describe('Notes to relay', () => {
  const note = (id: number) => threadOf({ id, type: 'note', body: '/github Hello', createdBy: ada })
  const relays = (isAllowed: boolean) => ({ notes: [note(5), note(6)], isAllowed })

  it('each becomes a comment on the issue', () => {
    const scene = { ...complete, issue: ownIssue(), relays: relays(true) }
    expect(plan(scene)).toMatchObject({
      steps: [
        { do: 'relay-note', thread: 5 },
        { do: 'relay-note', thread: 6 },
      ],
      result: 'commented',
      warnings: [],
    })
  })

  it('each gets a note that says why it stays, when the repository is not private', () => {
    const { result, reason, warnings, ...rest } = plan({
      ...complete,
      issue: ownIssue(),
      relays: relays(false),
    })
    expect(rest.steps.map(brief)).toEqual(['note relay-not-public', 'note relay-not-public'])
    expect([result, reason]).toEqual(['noted', 'relay-not-public'])
    expect(warnings).toEqual([expect.stringContaining('2 notes were not relayed')])
  })

  it('they come after everything else for a new issue', () => {
    expect(steps({ relays: relays(true) }).slice(-3)).toEqual(['tag auto-linked', 'relay-note', 'relay-note'])
  })
})
