import { expect, it } from 'vitest'
import { aboutIssueStep } from '../../../src/issue/about-step.ts'
import type { IssueStep } from '../../../src/issue/steps.ts'
import { observedIssue } from '../../support/observed-issue.ts'

const seen = observedIssue({ labels: { regression: 102 }, tickets: [{ id: 12, tags: ['vip', 'bug'] }] })

const steps: [IssueStep, string | undefined][] = [
  [{ do: 'create-ticket', keys: [] }, undefined],
  [{ do: 'set-tags', ticket: 'created', tags: ['_from_github', 'bug'] }, '"_from_github", "bug"'],
  [{ do: 'set-tags', ticket: 12, tags: ['regression'] }, '"regression"'],
  [{ do: 'set-field', ticket: 12, field: { id: 3, name: 'github_issue_url' } }, undefined],
  [{ do: 'set-status', ticket: 12, status: 'active' }, 'reopened'],
  [{ do: 'set-status', ticket: 12, status: 'closed' }, 'closed'],
  [
    { do: 'add-note', ticket: 12, key: 'labeled:102', text: 'Please ask the customer.' },
    'the issue was labelled "regression"',
  ],
  [
    {
      do: 'add-note',
      ticket: 12,
      key: 'closed:completed:2026-11-22T10:00:00Z',
      news: { kind: 'closed', reason: 'completed', change: { by: 'ada', through: undefined } },
    },
    'the issue was closed as completed by ada',
  ],
  [{ do: 'comment', ticket: 12 }, 'which ticket belongs to it'],
]

it.each(steps)('a step for an issue says what people want to know of it: %j', (step, about) => {
  expect(aboutIssueStep(step, seen)).toBe(about)
})

it('a step for one of several tickets says which one', () => {
  const several = observedIssue({ labels: { regression: 102 }, tickets: [{ id: 12 }, { id: 13 }] })
  const note: IssueStep = { do: 'add-note', ticket: 13, key: 'labeled:102', text: 'x' }
  expect(aboutIssueStep(note, several)).toBe('the issue was labelled "regression" (ticket #1042)')
})
