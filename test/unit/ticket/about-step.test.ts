import { expect, it } from 'vitest'
import { aboutTicketStep } from '../../../src/ticket/about-step.ts'
import type { TicketStep } from '../../../src/ticket/steps.ts'

const steps: [TicketStep, string | undefined][] = [
  [{ do: 'create-issue', repository: 'o/r', labels: ['bug'], content: 'full' }, undefined],
  [{ do: 'set-field', field: { id: 3, name: 'github_issue_url' } }, undefined],
  [{ do: 'add-label', labels: ['bug', 'urgent'] }, '"bug", "urgent"'],
  [{ do: 'add-tag', tag: '_from_github', also: ['bug'] }, '"_from_github", "bug"'],
  [{ do: 'add-note', note: 'filed' }, 'the issue was created for it'],
  [{ do: 'add-note', note: 'linked' }, 'the issue is linked to it'],
  [{ do: 'comment', about: 'link' }, 'which ticket belongs to it'],
  [{ do: 'comment', about: 'resolved', at: '2026-11-22T10:00:00Z' }, 'the ticket was closed'],
  [{ do: 'comment', about: 'reopened', at: '2026-11-22T10:00:00Z' }, 'the ticket was reopened'],
  [{ do: 'set-status', duplicateOf: 11 }, 'closed, because it is a duplicate'],
]

it.each(steps)('a step for a ticket says what people want to know of it: %j', (step, about) => {
  expect(aboutTicketStep(step)).toBe(about)
})
