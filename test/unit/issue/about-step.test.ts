import { expect, it } from 'vitest'
import { aboutIssueStep } from '../../../src/issue/about-step.ts'
import type { IssueStep } from '../../../src/issue/steps.ts'
import type { Closer } from '../../../src/model.ts'
import type { IssueNews } from '../../../src/render/state-note.ts'
import { observedIssue } from '../../support/observed-issue.ts'
import { HOME } from '../../support/observed-ticket.ts'

const seen = observedIssue({ labels: { regression: 102 }, tickets: [{ id: 12, tags: ['vip', 'bug'] }] })

const steps: [IssueStep, string | undefined][] = [
  [{ do: 'create-ticket', keys: [] }, undefined],
  [{ do: 'set-tags', ticket: 'created', tags: ['_from_github', 'bug'] }, '"_from_github", "bug"'],
  [{ do: 'set-tags', ticket: 12, tags: ['regression'] }, '"regression"'],
  [{ do: 'set-field', ticket: 12, field: { id: 3, name: 'github_issue_url' } }, undefined],
  [{ do: 'set-status', ticket: 12, status: 'active' }, 'reopened'],
  [{ do: 'set-status', ticket: 12, status: 'closed' }, 'closed'],
  [
    {
      do: 'add-note',
      ticket: 12,
      key: 'labeled:102',
      note: { kind: 'label', news: { kind: 'text', text: 'Please ask the customer.' } },
    },
    'the issue was labelled "regression"',
  ],
  [
    {
      do: 'add-note',
      ticket: 12,
      key: 'closed:completed:2026-11-22T10:00:00Z',
      note: {
        kind: 'state',
        news: { kind: 'closed', reason: 'completed', change: { by: 'ada', through: undefined } },
      },
    },
    'the issue was closed as completed by ada',
  ],
  [{ do: 'comment', ticket: 12 }, 'which ticket belongs to it'],
]

it.each(steps)('a step for an issue says what people want to know of it: %j', (step, about) => {
  expect(aboutIssueStep(step, seen)).toBe(about)
})

const pull = (repository: string): Closer => ({
  kind: 'pull-request',
  repository,
  number: 55,
  url: `https://github.com/${repository}/pull/55`,
})
const commit: Closer = { kind: 'commit', sha: '0123456789abcdef', url: 'https://github.com/o/r/commit/01' }
const closings: [IssueNews, string][] = [
  [{ kind: 'closed', reason: 'not_planned' }, 'closed as not planned'],
  [{ kind: 'closed', reason: 'duplicate' }, 'closed as a duplicate'],
  [
    { kind: 'closed', reason: 'completed', change: { by: 'ada', through: pull(HOME) } },
    'closed as completed by ada (pull request #55)',
  ],
  [
    { kind: 'closed', reason: 'completed', change: { by: undefined, through: pull('acme/lib') } },
    'closed as completed (pull request acme/lib#55)',
  ],
  [
    { kind: 'closed', reason: 'completed', change: { by: 'ada', through: commit } },
    'closed as completed by ada (commit 0123456)',
  ],
  [{ kind: 'reopened', change: { by: 'ada', through: undefined } }, 'reopened by ada'],
  [{ kind: 'reopened' }, 'reopened'],
]
it.each(closings)('a note about a closing or reopening says who and how: %j', (news, words) => {
  const step: IssueStep = { do: 'add-note', ticket: 12, key: 'k', note: { kind: 'state', news } }
  expect(aboutIssueStep(step, seen)).toBe(`the issue was ${words}`)
})

it('a note about an issue that moved says from where', () => {
  const from = { repository: 'acme/old', number: 3 }
  const step: IssueStep = { do: 'add-note', ticket: 12, key: 'k', note: { kind: 'moved', from } }
  expect(aboutIssueStep(step, seen)).toBe('the issue moved here from acme/old#3')
})

it('a step for one of several tickets says which one', () => {
  const several = observedIssue({ labels: { regression: 102 }, tickets: [{ id: 12 }, { id: 13 }] })
  const note: IssueStep = {
    do: 'add-note',
    ticket: 13,
    key: 'labeled:102',
    note: { kind: 'label', news: { kind: 'text', text: 'x' } },
  }
  expect(aboutIssueStep(note, several)).toBe('the issue was labelled "regression" (ticket #1042)')
})
