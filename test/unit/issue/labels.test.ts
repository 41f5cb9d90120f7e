import { describe, expect, it } from 'vitest'
import type { GitHub } from '../../../src/github/client.ts'
import { actionFor, mappedLabels, readLabelEvents } from '../../../src/issue/labels.ts'
import type { IssueEvent } from '../../../src/model.ts'
import { configOf, issueOf } from '../../support/observed-ticket.ts'

const config = configOf()

describe('The labels of an issue that do something', () => {
  it('are those that the configuration lists, in any case', () => {
    const issue = issueOf({ labels: ['docs', 'REGRESSION', 'customer-reported'] })
    expect(mappedLabels(issue, config).map(({ label }) => label)).toEqual(['customer-reported', 'regression'])
  })

  it('bring what is configured for them', () => {
    expect(mappedLabels(issueOf({ labels: ['regression'] }), config)).toEqual([
      { label: 'regression', action: { action: 'create', tags: ['bug', 'regression'] } },
    ])
  })

  it('may be none', () => {
    expect(mappedLabels(issueOf({ labels: [] }), config)).toEqual([])
    expect(mappedLabels(issueOf({ labels: ['regression'] }), configOf('labels: {}'))).toEqual([])
  })
})

it('A label’s action is found in any case, and is none when the configuration has none', () => {
  expect(actionFor('Regression', config)?.action).toBe('create')
  expect(actionFor('docs', config)).toBeUndefined()
})

describe('The event that put a label on last', () => {
  const event = (id: number, label: string, name = 'labeled'): IssueEvent => ({
    id,
    event: name,
    label,
    createdAt: '2026-11-22T12:00:00Z',
  })

  /** Looks it up for the labels in these pages, the newest first; `read` counts the pages that were needed. */
  async function lookUp(labels: string[], ...pages: IssueEvent[][]) {
    let read = 0
    const github = {
      async *issueEvents() {
        for (const page of pages) {
          read += 1
          yield page
        }
      },
    } as unknown as GitHub
    const issue = issueOf({ labels })
    const found = await readLabelEvents(issue, { mapped: mappedLabels(issue, config), github })
    return { found: found.map(({ label, eventId }) => [label, eventId]), read }
  }

  it('is the newest of its kind, whatever came after', async () => {
    const page = [
      event(1, 'regression'),
      event(2, 'regression', 'unlabeled'),
      event(3, 'Regression'),
      event(4, 'docs'),
      event(5, '', 'closed'),
    ]
    expect((await lookUp(['regression'], page)).found).toEqual([['regression', 3]])
  })

  it('is looked for no further back than needed', async () => {
    const pages = [[event(9, 'regression')], [event(2, 'regression')], [event(1, 'docs')]]
    expect(await lookUp(['regression'], ...pages)).toEqual({ found: [['regression', 9]], read: 1 })
  })

  it('may be on an older page than another label’s', async () => {
    const pages = [[event(9, 'regression')], [event(2, 'customer-reported'), event(3, 'regression')]]
    expect(await lookUp(['regression', 'customer-reported'], ...pages)).toEqual({
      found: [
        ['regression', 9],
        ['customer-reported', 2],
      ],
      read: 2,
    })
  })

  it('may be missing: such a label is left out, for nothing could tell its notes apart', async () => {
    expect((await lookUp(['regression', 'customer-reported'], [event(3, 'regression')])).found).toEqual([
      ['regression', 3],
    ])
  })
})
