import { describe, expect, it } from 'vitest'
import type { GitHub } from '../../../src/github/client.ts'
import { actionFor, mappedLabels, readLabelHistory } from '../../../src/issue/labels.ts'
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
    const history = await readLabelHistory(issue, { mapped: mappedLabels(issue, config), github })
    const found = history.labelEvents.map(({ label, eventId }) => [label, eventId])
    return { found, read, wasLinked: history.wasLinked }
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
    const pages = [
      [event(9, 'needs-customer-confirm')],
      [event(2, 'needs-customer-confirm')],
      [event(1, 'docs')],
    ]
    expect(await lookUp(['needs-customer-confirm'], ...pages)).toMatchObject({
      found: [['needs-customer-confirm', 9]],
      read: 1,
    })
  })

  it('does not end the search for the label of linked issues, if it asks for a ticket', async () => {
    const old = [event(1, 'docs'), event(2, 'freescout-linked'), event(3, 'freescout-linked', 'unlabeled')]
    const pages = [[event(9, 'regression')], [event(4, 'regression')], old, [event(1, 'docs')]]
    expect(await lookUp(['regression'], ...pages)).toMatchObject({ read: 3, wasLinked: true })
    expect(await lookUp(['regression'], ...pages.slice(0, 2))).toMatchObject({ read: 2, wasLinked: false })
  })

  it('may be on an older page than another label’s', async () => {
    const pages = [[event(9, 'regression')], [event(2, 'customer-reported'), event(3, 'regression')]]
    expect(await lookUp(['regression', 'customer-reported'], ...pages)).toMatchObject({
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
