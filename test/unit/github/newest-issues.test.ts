import { beforeEach, describe, expect, it } from 'vitest'
import type { GitHub, IssuePage } from '../../../src/github/client.ts'
import { createNewestIssues, type NewestIssues } from '../../../src/github/newest-issues.ts'
import type { Issue } from '../../../src/model.ts'
import { type FakeClock, fakeClock } from '../../support/http.ts'
import { HOME, issueOf } from '../../support/observed-ticket.ts'

let clock: FakeClock
let newest: NewestIssues
/** What GitHub would list now: issues by their numbers, pull requests as negative ones; three on a page. */
let there: number[]
let asked: string[]

const issues: GitHub['issues'] = async function* ({ repository, label }) {
  const all = [...there]
  for (let from = 0; from === 0 || from < all.length; from += 3) {
    asked.push(`${repository} ${label ?? 'any'} ${from / 3 + 1}`)
    yield pageOf(all.slice(from, from + 3))
  }
}

function pageOf(page: number[]): IssuePage {
  return {
    issues: page.filter(number => number > 0).map(number => issueOf({ number })),
    numbers: page.map(Math.abs),
  }
}

beforeEach(() => {
  clock = fakeClock()
  newest = createNewestIssues({ issues }, clock)
  there = [2, 1]
  asked = []
})

const list = async (query: { repository?: string; label?: string } = {}) =>
  (await Array.fromAsync(newest.pages({ repository: HOME, ...query }))).flat().map(({ number }) => number)
const made = (number: number): Issue => issueOf({ number })

describe('What was listed', () => {
  it('is not asked for again, and grows by what the run makes', async () => {
    expect(await list()).toEqual([2, 1])
    newest.add(made(3))
    newest.add(made(4))
    expect(await list()).toEqual([4, 3, 2, 1])
    expect(asked).toEqual([`${HOME} any 1`])
  })

  it('is the same list whatever the case of the repository', async () => {
    await list()
    await list({ repository: HOME.toUpperCase() })
    expect(asked).toHaveLength(1)
  })

  it('is asked for once by many at once, page by page and no further than wanted', async () => {
    there = [4, 3, 2, 1]
    const first = async () => (await newest.pages({ repository: HOME }).next()).value
    await Promise.all([first(), first(), first()])
    expect(asked).toHaveLength(1)
    await Promise.all([list(), list()])
    expect(asked).toEqual([`${HOME} any 1`, `${HOME} any 2`])
  })

  it('may be nothing: then the first issue is number 1', async () => {
    there = []
    expect(await list()).toEqual([])
    newest.add(made(1))
    expect(await list()).toEqual([1])
    expect(asked).toHaveLength(1)
  })

  it('counts pull requests, which have their numbers from the same row', async () => {
    there = [-3, 2, 1]
    await list()
    newest.add(made(4))
    expect(await list()).toEqual([4, 2, 1])
  })

  it('holds what was made already when the list came later than the answer', async () => {
    there = [3, 2, 1]
    await list()
    newest.add(made(2))
    expect(await list()).toEqual([3, 2, 1])
  })
})

describe('The list is asked for again', () => {
  it.each([
    ['when a number is missing before the one just made', [2, 1], 4],
    ['when one is missing right below the highest: it may still be on its way', [3, 1], 4],
    ['when the lowest ones are missing', [3], 4],
  ])('%s', async (_, listed, number) => {
    there = listed
    await list()
    asked = []
    newest.add(made(number))
    there = [number, 2, 1]
    expect((await list())[0]).toBe(number)
    expect(asked[0]).toBe(`${HOME} any 1`)
  })

  it('with those of its labels', async () => {
    await list()
    await list({ label: 'freescout-linked' })
    newest.add(made(9))
    asked = []
    await list({ label: 'freescout-linked' })
    expect(asked).toEqual([`${HOME} freescout-linked 1`])
  })

  it('when it is a quarter of a minute old', async () => {
    await list()
    clock.advance(14_999)
    await list()
    expect(asked).toHaveLength(1)
    clock.advance(1)
    await list()
    expect(asked).toHaveLength(2)
  })

  it('when it was to be forgotten', async () => {
    await list()
    newest.forget()
    await list()
    expect(asked).toHaveLength(2)
  })

  it('when it could not be had', async () => {
    const failing = createNewestIssues(
      {
        issues: async function* () {
          asked.push('list')
          if (asked.length === 1) throw new Error('GitHub is not working right now (502).')
          yield pageOf([1])
        },
      },
      clock,
    )
    const first = () => failing.pages({ repository: HOME }).next()
    const both = await Promise.allSettled([first(), first()])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await first()).value).toHaveLength(1)
    expect(asked).toHaveLength(2)
  })
})
