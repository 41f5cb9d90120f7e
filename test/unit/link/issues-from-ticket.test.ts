import { describe, expect, it } from 'vitest'
import type { GitHub } from '../../../src/github/client.ts'
import { createTrust } from '../../../src/github/trust.ts'
import {
  canonicalIssue,
  findIssuesWithMarker,
  hasMarkerOf,
  lookAgainForMarker,
} from '../../../src/link/issues-from-ticket.ts'
import { issueMarker } from '../../../src/marks.ts'
import type { Issue } from '../../../src/model.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { HOME, issueOf, ownIssue, TICKET_URL } from '../../support/observed-ticket.ts'

const TICKET = { id: 12, url: TICKET_URL, createdAt: '2026-11-22T12:00:00Z' }
const bot = { login: 'github-actions[bot]', association: 'NONE' }
const stranger = { login: 'mallory', association: 'NONE' }

const numbers = (issues: Issue[]) => issues.map(({ number }) => number)

/** A world whose repositories list these pages; every page that is asked for is noted down. */
function listing(pages: Record<string, Issue[][]>, { yaml = '', viewer = 'raxx-bot' } = {}) {
  const asked: string[] = []
  const issues: GitHub['issues'] = async function* ({ repository, label }) {
    for (const [index, page] of (pages[repository] ?? [[]]).entries()) {
      asked.push(`${repository} ${label ?? 'any'} ${index + 1}`)
      yield { issues: page, numbers: numbers(page) }
    }
  }
  const world = fakeWorld({ yaml, github: { issues }, isTrusted: createTrust([], async () => viewer) })
  return { world, asked }
}

describe('An issue carries the marker', () => {
  const marker = issueMarker({ id: 12, url: TICKET_URL })
  it.each([
    ['on its last line', `Text\n\n${marker}`, true],
    ['with white space after it', `Text\n${marker}  \r\n\n`, true],
    ['of this ticket only', `Text\n${issueMarker({ id: 13, url: TICKET_URL })}`, false],
    ['of this FreeScout only', issueMarker({ id: 12, url: 'https://evil.example/conversation/12' }), false],
    ['with text below it', `${marker}\n\nRoot cause: the cache is stale.`, true],
    ['not in code', `\`\`\`\n${marker}\n\`\`\`\nText`, false],
    ['not in a quote', `Text\n> ${marker}`, false],
    ['not at all', '', false],
  ])('%s', (_, body, expected) => {
    expect(hasMarkerOf(issueOf({ body }), TICKET)).toBe(expected)
  })
})

describe('Looking for a ticket’s issues', () => {
  it('finds those with its marker, whatever their state', async () => {
    const page = [
      ownIssue({ number: 3, state: 'closed', stateReason: 'completed' }),
      issueOf({ number: 2 }),
      ownIssue({ number: 1 }),
    ]
    const { world, asked } = listing({ [HOME]: [page] })
    expect(numbers(await findIssuesWithMarker(TICKET, world))).toEqual([3, 1])
    expect(asked).toEqual([`${HOME} any 1`])
  })

  it('looks in every configured repository', async () => {
    const yaml = 'issue: { routes: [{ when: { tag: billing }, repository: raxx-app/billing }] }'
    const elsewhere = ownIssue({ repository: 'raxx-app/billing', number: 5 })
    const { world, asked } = listing({ 'raxx-app/billing': [[elsewhere]] }, { yaml })
    expect(await findIssuesWithMarker(TICKET, world)).toEqual([elsewhere])
    expect(asked.toSorted()).toEqual([`${HOME} any 1`, 'raxx-app/billing any 1'])
  })

  it('stops at the page that reaches back to the ticket’s creation', async () => {
    const newer = issueOf({ createdAt: '2026-11-22T13:00:00Z' })
    const older = issueOf({ createdAt: '2026-11-22T11:00:00Z' })
    const { world, asked } = listing({ [HOME]: [[newer], [newer, older], [ownIssue()]] })
    expect(await findIssuesWithMarker(TICKET, world)).toEqual([])
    expect(asked).toHaveLength(2)
  })

  it('looks through the whole of that page, and five minutes back: clocks differ', async () => {
    const justBefore = ownIssue({ number: 4, createdAt: '2026-11-22T11:56:00Z' })
    const older = issueOf({ createdAt: '2026-11-22T11:00:00Z' })
    const { world } = listing({ [HOME]: [[older, justBefore]] })
    expect(numbers(await findIssuesWithMarker(TICKET, world))).toEqual([4])
    const two = listing({ [HOME]: [[issueOf({ createdAt: '2026-11-22T11:57:00Z' })], [justBefore]] })
    expect(numbers(await findIssuesWithMarker(TICKET, two.world))).toEqual([4])
  })

  it('ignores markers of authors who are not trusted', async () => {
    const page = [
      ownIssue({ number: 4, author: stranger }),
      ownIssue({ number: 3, author: { login: 'Raxx-Bot', association: 'NONE' } }),
      ownIssue({ number: 2, author: bot }),
      ownIssue({ number: 1, author: { login: 'contributor', association: 'CONTRIBUTOR' } }),
    ]
    const { world } = listing({ [HOME]: [page] })
    expect(numbers(await findIssuesWithMarker(TICKET, world))).toEqual([3, 2])
  })
})

describe('Looking again right after an issue was made', () => {
  it('looks at the newest page of that repository, labelled or not, and counts the new one in', async () => {
    const made = ownIssue({ number: 8 })
    const other = ownIssue({ number: 9, labels: [] })
    const forged = ownIssue({ number: 10, author: stranger })
    const { world, asked } = listing({ [HOME]: [[forged, other, made], [ownIssue({ number: 1 })]] })
    expect(numbers(await lookAgainForMarker(made, TICKET, world))).toEqual([8, 9])
    expect(asked).toEqual([`${HOME} any 1`])
  })

  it('asks nobody when its number follows the newest one listed before', async () => {
    const { world, asked } = listing({ [HOME]: [[issueOf({ number: 2 }), issueOf({ number: 1 })]] })
    await findIssuesWithMarker(TICKET, world)
    expect(numbers(await lookAgainForMarker(ownIssue({ number: 3 }), TICKET, world))).toEqual([3])
    expect(asked).toHaveLength(1)
  })

  it('asks again when another was made meanwhile', async () => {
    const pages = { [HOME]: [[issueOf({ number: 2 }), issueOf({ number: 1 })]] }
    const { world, asked } = listing(pages)
    await findIssuesWithMarker(TICKET, world)
    pages[HOME] = [[ownIssue({ number: 4 }), ownIssue({ number: 3 }), issueOf({ number: 2 })]]
    expect(numbers(await lookAgainForMarker(ownIssue({ number: 4 }), TICKET, world))).toEqual([4, 3])
    expect(asked).toHaveLength(2)
  })

  it('counts the new one in even if lists lag', async () => {
    const { world } = listing({})
    expect(numbers(await lookAgainForMarker(ownIssue({ number: 8 }), TICKET, world))).toEqual([8])
  })
})

describe('The canonical issue', () => {
  const at = (number: number, createdAt: string, more: Partial<Issue> = {}) =>
    ownIssue({ number, createdAt, ...more })

  it('is the oldest, not the one listed first', () => {
    const issues = [
      at(3, '2026-11-22T12:03:00Z'),
      at(1, '2026-11-22T12:01:00Z'),
      at(2, '2026-11-22T12:02:00Z'),
    ]
    expect(canonicalIssue(issues)?.number).toBe(1)
  })

  it('is the one with the lowest number, whatever clock its time is from', () => {
    const issues = [at(51, '2026-11-22T12:00:00Z'), at(50, '2026-11-22T12:00:01Z')]
    expect(canonicalIssue(issues)?.number).toBe(50)
  })

  it('is never one that was closed as a duplicate', () => {
    const duplicate = at(1, '2026-11-22T12:01:00Z', { state: 'closed', stateReason: 'duplicate' })
    expect(canonicalIssue([duplicate, at(2, '2026-11-22T12:02:00Z')])?.number).toBe(2)
    expect(canonicalIssue([duplicate])).toBeUndefined()
  })

  it.each(['completed', 'not_planned'] as const)('may be closed as %s', stateReason => {
    const closed = at(1, '2026-11-22T12:01:00Z', { state: 'closed', stateReason })
    expect(canonicalIssue([at(2, '2026-11-22T12:02:00Z'), closed])?.number).toBe(1)
  })

  it('is the same for every run when several were made in one second', () => {
    const same = '2026-11-22T12:01:00Z'
    const issues = [at(11, same), at(9, same), at(9, same, { repository: 'a/a' }), at(10, same)]
    expect(canonicalIssue(issues)).toMatchObject({ repository: 'a/a', number: 9 })
    expect(canonicalIssue(issues.toReversed())).toMatchObject({ repository: 'a/a', number: 9 })
    expect(canonicalIssue([at(11, same), at(9, same)])?.number).toBe(9)
  })

  it('is none among none, and looking for it changes nothing', () => {
    expect(canonicalIssue([])).toBeUndefined()
    const issues = [at(2, '2026-11-22T12:02:00Z'), at(1, '2026-11-22T12:01:00Z')]
    canonicalIssue(issues)
    expect(numbers(issues)).toEqual([2, 1])
  })
})
