import { describe, expect, it } from 'vitest'
import { issueMarker } from '../../../src/marks.ts'
import type { Issue } from '../../../src/model.ts'
import { findDuplicates } from '../../../src/sweep/duplicates.ts'
import { listing } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { HOME, issueOf, ownIssue } from '../../support/observed-ticket.ts'

const one = ownIssue({ number: 1, createdAt: '2026-11-22T10:00:00Z' })
const two = ownIssue({ number: 2, createdAt: '2026-11-22T10:00:03Z' })

/** Finds duplicates among the issues of the home repository (newest first) and of other repositories. */
async function find(issues: Issue[], { yaml = '', others = {} as Record<string, Issue[]> } = {}) {
  const { github, asked } = listing({
    issues: ({ repository }) => (repository === HOME ? issues : (others[repository] ?? [])),
  })
  const { items: duplicates } = await findDuplicates(fakeWorld({ github, yaml }))
  return {
    found: duplicates.map(({ ticketId, canonical, openDuplicates }) => [
      ticketId,
      canonical.number,
      openDuplicates.map(({ number }) => number),
    ]),
    asked,
  }
}

describe('A ticket has more than one issue', () => {
  it('A ticket has two issues when both carry its marker, and the older one is canonical', async () => {
    expect((await find([two, one])).found).toEqual([[12, 1, [2]]])
  })

  it('A closed duplicate still counts, because the ticket may name it', async () => {
    const done = { ...two, state: 'closed', stateReason: 'duplicate' } as const
    expect((await find([done, one])).found).toEqual([[12, 1, []]])
  })

  it('Two issues of one ticket are found in two repositories', async () => {
    const yaml = 'issue: { routes: [{ when: { tag: x }, repository: raxx-app/billing }] }'
    const others = { 'raxx-app/billing': [ownIssue({ ...two, repository: 'raxx-app/billing' })] }
    expect((await find([one], { yaml, others })).found).toEqual([[12, 1, [2]]])
  })

  it('Several tickets with two issues are found separately', async () => {
    const of13 = (number: number) =>
      issueOf({ number, body: issueMarker({ id: 13, url: 'https://tickets.example.org/conversation/13' }) })
    expect((await find([of13(4), two, of13(3), one])).found).toEqual([
      [13, 3, [4]],
      [12, 1, [2]],
    ])
  })
})

describe('A ticket has one issue', () => {
  const stranger = { login: 'mallory', association: 'NONE' }
  const cases: [string, Issue[]][] = [
    ['only one carries its marker', [one]],
    ['the other’s marker is by a stranger', [{ ...two, author: stranger }, one]],
    [
      'the other’s marker names another FreeScout',
      [{ ...two, body: issueMarker({ id: 12, url: 'https://evil.example/conversation/12' }) }, one],
    ],
    ['the other has no marker', [issueOf({ number: 2 }), one]],
  ]
  it.each(cases)('A ticket has one issue when %s', async (_, issues) => {
    expect((await find(issues)).found).toEqual([])
  })

  it('A ticket has no canonical issue when all of its issues were closed as duplicates', async () => {
    const all = [two, one].map(issue => ({ ...issue, state: 'closed', stateReason: 'duplicate' }) as const)
    expect((await find(all)).found).toEqual([])
  })
})

it('A search for duplicates reads nothing older than the sweep’s period', async () => {
  const old = ownIssue({ number: 3, createdAt: '2026-10-01T00:00:00Z' })
  const beyond = ownIssue({ number: 4, createdAt: '2026-09-30T23:59:58Z' })
  const { found, asked } = await find([issueOf({ number: 9 }), old, beyond, one])
  expect(found).toEqual([])
  expect(asked).toEqual([`issues {"repository":"${HOME}","label":"freescout-linked"}`])
})
