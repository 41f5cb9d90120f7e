import { describe, expect, it } from 'vitest'
import { homeRepositoryOf, isHandled, route } from '../../src/route.ts'

type Asked = Parameters<typeof route>[1]

const auto: Asked = { command: 'auto', conversation: undefined, issue: undefined }
const dispatch = (conversation_id: unknown, event = 'convo.created') => ({
  name: 'repository_dispatch',
  payload: { action: 'freescout', client_payload: { event, conversation_id } },
})
const issues = (action: string, more = {}) => ({
  name: 'issues',
  payload: {
    action,
    issue: { number: 7 },
    repository: { full_name: 'o/r' },
    label: { name: 'regression' },
    ...more,
  },
})

describe('An event leads to what it names:', () => {
  const comment = (action: string, onIssue = {}) => ({
    name: 'issue_comment',
    payload: {
      action,
      issue: { number: 7, ...onIssue },
      comment: { id: 5, body: '/support Please update.', user: { login: 'ada' } },
      repository: { full_name: 'o/r' },
    },
  })

  it('a new comment to its issue, with its id and the text that it was written with', () => {
    expect(route(comment('created'), auto)).toEqual({
      kind: 'issue',
      issue: { repository: 'o/r', number: 7 },
      comment: { id: 5, body: '/support Please update.' },
    })
  })

  it.each(['edited', 'deleted'])('no comment that was %s', action => {
    expect(route(comment(action), auto)).toEqual({ kind: 'none' })
  })

  it('no comment on a pull request', () => {
    expect(route(comment('created', { pull_request: { url: 'https://…' } }), auto)).toEqual({ kind: 'none' })
  })

  it('a dispatch to its ticket', () => {
    expect(route(dispatch(12), auto)).toEqual({ kind: 'ticket', id: 12 })
  })

  it.each([1012, 1])('a dispatch with the number %i to its ticket with that number', number => {
    const { name, payload } = dispatch(12)
    const numbered = { ...payload, client_payload: { ...payload.client_payload, number } }
    expect(route({ name, payload: numbered }, auto)).toEqual({ kind: 'ticket', id: 12, number })
  })

  it.each([null, 0, -1, '1012', [], {}])(
    'a dispatch with the odd number %j to its ticket without one',
    number => {
      const { name, payload } = dispatch(12)
      const numbered = { ...payload, client_payload: { ...payload.client_payload, number } }
      expect(route({ name, payload: numbered }, auto)).toEqual({ kind: 'ticket', id: 12 })
    },
  )

  it.each(['convo.created', 'autolink.tagged', 'convo.status', 'other'])(
    'a dispatch for %s to its ticket too: the name decides nothing',
    event => {
      expect(route(dispatch(12, event), auto)).toEqual({ kind: 'ticket', id: 12 })
    },
  )

  it('a label to the issue and the label', () => {
    expect(route(issues('labeled'), auto)).toEqual({
      kind: 'issue',
      issue: { repository: 'o/r', number: 7 },
      label: 'regression',
    })
  })

  it.each(['closed', 'reopened'])('an issue that is %s to the issue', action => {
    expect(route(issues(action), auto)).toEqual({ kind: 'issue', issue: { repository: 'o/r', number: 7 } })
  })

  it('the schedule to a sweep', () => {
    expect(route({ name: 'schedule', payload: { schedule: '*/15 * * * *' } }, auto)).toEqual({
      kind: 'sweep',
    })
  })

  it.each([
    ['a dispatch of another type', { ...dispatch(12), payload: { action: 'other', client_payload: {} } }],
    ['a dispatch without a type', { ...dispatch(12), payload: {} }],
    ['an issue that was edited', issues('edited')],
    ['a label taken off', issues('unlabeled')],
    ['an issue event without an issue', issues('labeled', { issue: undefined })],
    ['an issue event without a repository', issues('labeled', { repository: undefined })],
    ['a run by hand that asks for nothing', { name: 'workflow_dispatch', payload: {} }],
    ['a stranger’s pull request', { name: 'pull_request_target', payload: { action: 'opened' } }],
    ['no event', { name: '', payload: {} }],
  ])('%s to nothing', (_, event) => {
    expect(route(event, auto)).toEqual({ kind: 'none' })
  })
})

describe('A dispatch must name a ticket', () => {
  it.each([undefined, null, '', '12', '../users', 0, -1, 1.5, Number.NaN, 2 ** 53, true, [12], { id: 12 }])(
    '%j is refused, with what to do',
    id => {
      expect(() => route(dispatch(id), auto)).toThrow(
        /conversation_id must be a whole number above 0\. Update the receiver/,
      )
    },
  )

  it('in a payload', () => {
    const event = { name: 'repository_dispatch', payload: { action: 'freescout', client_payload: null } }
    expect(() => route(event, auto)).toThrow('The dispatch names no ticket')
  })
})

describe('What the inputs ask for goes before the event', () => {
  const issue = { repository: 'o/r', number: 9 }
  const asked = { ...issue, url: 'https://github.com/o/r/issues/9' }
  it.each([
    ['a ticket', { ...auto, conversation: 34 }, { kind: 'ticket', id: 34 }],
    ['an issue', { ...auto, issue: asked }, { kind: 'issue', issue }],
    ['a ticket to sync', { ...auto, command: 'sync', conversation: 34 }, { kind: 'ticket', id: 34 }],
    ['an issue to sync', { ...auto, command: 'sync', issue: asked }, { kind: 'issue', issue }],
    ['a sweep', { ...auto, command: 'sweep' }, { kind: 'sweep' }],
    ['the report', { ...auto, command: 'report' }, { kind: 'report' }],
    ['the doctor', { ...auto, command: 'doctor' }, { kind: 'doctor' }],
    [
      'the doctor, whatever else is given',
      { ...auto, command: 'doctor', conversation: 34 },
      { kind: 'doctor' },
    ],
  ] as [string, Asked, object][])('%s', (_, asked, expected) => {
    for (const event of [dispatch(12), issues('labeled'), { name: 'workflow_dispatch', payload: {} }]) {
      expect(route(event, asked)).toEqual(expected)
    }
  })

  it('but not before whether the event is handled at all', () => {
    const asked: Asked = { ...auto, command: 'doctor', conversation: 34 }
    expect(route({ name: 'pull_request_target', payload: {} }, asked)).toEqual({ kind: 'none' })
  })
})

it.each([
  ['repository_dispatch', true],
  ['issues', true],
  ['schedule', true],
  ['workflow_dispatch', true],
  ['pull_request_target', false],
  ['pull_request', false],
  ['issue_comment', true],
  ['pull_request_review_comment', false],
  ['push', false],
  ['ISSUES', false],
  ['', false],
])('The event %j is handled: %s', (name, expected) => {
  expect(isHandled({ name, payload: {} })).toBe(expected)
})

describe('The home repository of an event', () => {
  const event = (repository: unknown) => ({ name: 'repository_dispatch', payload: { repository } })
  const first = { GITHUB_RUN_ATTEMPT: '1' }

  it.each([
    [{ full_name: 'o/r', private: true, visibility: 'private' }, 'private'],
    [{ full_name: 'o/r', private: true, visibility: 'internal' }, 'internal'],
    [{ full_name: 'o/r', private: false, visibility: 'public' }, 'public'],
  ])('is read with its visibility: %j', (repository, visibility) => {
    expect(homeRepositoryOf(event(repository), first)).toEqual({ name: 'o/r', visibility })
  })

  it.each([undefined, null, {}, { full_name: 'o/r' }, { full_name: 'o/r', private: true }])(
    'is unknown when the payload does not say everything: %j',
    repository => {
      expect(homeRepositoryOf(event(repository), first)).toBeUndefined()
    },
  )

  it.each(['2', '', undefined])('is unknown in a run that was started again (attempt %j)', attempt => {
    const repository = { full_name: 'o/r', private: true, visibility: 'private' }
    expect(homeRepositoryOf(event(repository), { GITHUB_RUN_ATTEMPT: attempt })).toBeUndefined()
  })
})
