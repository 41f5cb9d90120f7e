import { describe, expect, it } from 'vitest'
import type { RecentActivity } from '../../../src/github/recent-activity.ts'
import type { Issue } from '../../../src/model.ts'
import { findDueIssues, readChangedIssue } from '../../../src/sweep/changed-issues.ts'
import { listing } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { HOME, issueOf, issueUrl, ownIssue, said } from '../../support/observed-ticket.ts'

/** The world's clock shows noon of the 22nd. */
const SINCE = '2026-11-22T08:45:00Z'
const LATELY = '2026-11-22T09:00:00Z'
const EARLIER = '2026-11-22T08:00:00Z'
const stranger = { login: 'mallory', association: 'NONE' }

type Given = {
  /** The URLs in the fields of listed tickets; `undefined` when not all tickets could be listed. */
  links?: [number, string][] | undefined
  activity?: Partial<RecentActivity>
}

/** Why the sweep looks at a changed issue, and what it asked about it. By default, ticket 12 is listed and names issue 7. */
async function look(issue: Issue, given: Given = {}) {
  const { links } = { links: [[12, issueUrl(7).toLowerCase()]] as [number, string][], ...given }
  const { github, asked } = listing({ activity: { [issue.number]: given.activity ?? {} } })
  const world = fakeWorld({ github })
  const changed = await readChangedIssue(issue, SINCE, world)
  const due = await findDueIssues([changed, changed], { links: links && new Map(links), since: SINCE, world })
  return { reasons: due.map(({ reason }) => reason), asked }
}

const closed = (closedAt: string, more: Partial<Issue> = {}) =>
  ownIssue({ state: 'closed', stateReason: 'completed', closedAt, ...more })
const reopened = ownIssue({ stateReason: 'reopened' })
const labelled = ownIssue({ labels: ['freescout-linked', 'Needs-Customer-Confirm'] })
const byHand = issueOf()

describe('The lists say enough about a changed issue', () => {
  it.each<[string, Issue, Given, string[]]>([
    ['open, never closed, with its marker', ownIssue(), {}, []],
    ['closed before the time', closed(EARLIER), {}, []],
    ['closed within it', closed(LATELY), {}, ['was closed lately']],
    ['its ticket has an empty field', ownIssue(), { links: [[12, '']] }, []],
    [
      'its ticket names another issue, where it may have been before',
      ownIssue(),
      { links: [[12, 'https://github.com/raxx-app/elsewhere/issues/3']] },
      ['has a ticket that names another issue'],
    ],
    [
      'closed as a duplicate, and its ticket names the issue that counts',
      closed(EARLIER, { stateReason: 'duplicate' }),
      { links: [[12, issueUrl(3).toLowerCase()]] },
      [],
    ],
  ])('%s', async (_, issue, given, reasons) => {
    expect(await look(issue, given)).toEqual({ reasons, asked: [] })
  })
})

describe('GitHub is asked about a changed issue', () => {
  it.each<[string, Issue, Given, string[]]>([
    ['was reopened long ago', reopened, {}, []],
    ['was reopened lately', reopened, { activity: { isReopened: true } }, ['was reopened lately']],
    ['got its label long ago', labelled, {}, []],
    [
      'got its label lately',
      labelled,
      { activity: { labels: ['needs-customer-confirm'] } },
      ['got a label lately'],
    ],
    ['got a label without an action', labelled, { activity: { labels: ['ui'] } }, []],
    ['has a ticket in no list', ownIssue(), { links: [] }, []],
    ['changed while not all tickets could be listed', ownIssue(), { links: undefined }, []],
    [
      'has a ticket in no list, and was transferred',
      ownIssue(),
      { links: [], activity: { isTransferred: true } },
      ['was transferred lately'],
    ],
    ['has more events than GitHub shows', labelled, { activity: { isCut: true } }, ['changed lately']],
  ])('that %s', async (_, issue, given, reasons) => {
    expect(await look(issue, given)).toEqual({ reasons, asked: [`activity ${HOME} 7`] })
  })
})

describe('An issue without a marker must name its ticket in a comment', () => {
  const QUESTION = [`activity ${HOME} 7 comments`]
  it.each<[string, Given, string[]]>([
    ['a trusted comment names one', { activity: { comments: [said.link] } }, []],
    ['no comment does', {}, ['does not name its ticket']],
    [
      'a stranger’s comment does',
      { activity: { comments: [{ ...said.link, author: stranger }] } },
      ['does not name its ticket'],
    ],
  ])('%s', async (_, given, reasons) => {
    expect(await look(byHand, given)).toEqual({ reasons, asked: QUESTION })
  })

  it('also when only a ticket’s field says that it is linked', async () => {
    const unlabelled = issueOf({ labels: ['customer-reported'] })
    expect(await look(unlabelled)).toEqual({ reasons: ['does not name its ticket'], asked: QUESTION })
  })

  it('but not when nothing says that it is linked', async () => {
    const unlabelled = issueOf({ labels: ['needs-customer-confirm'] })
    expect(await look(unlabelled, { links: [] })).toEqual({ reasons: [], asked: [`activity ${HOME} 7`] })
  })

  it('and a stranger’s marker is none', async () => {
    expect((await look(ownIssue({ author: stranger }))).reasons).toEqual(['does not name its ticket'])
  })
})

it('A sweep asks about 50 changed issues in a request', async () => {
  const { github, asked } = listing({})
  const world = fakeWorld({ github })
  const all = Array.from({ length: 120 }, (_, at) => ({ ...labelled, number: at + 1 }))
  const changed = await Promise.all(all.map(issue => readChangedIssue(issue, SINCE, world)))
  expect(await findDueIssues(changed, { links: undefined, since: SINCE, world })).toEqual([])
  expect(asked.map(question => question.split(',').length)).toEqual([50, 50, 20])
})
