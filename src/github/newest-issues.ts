import type { Clock } from '../clock.ts'
import type { Issue } from '../model.ts'
import type { GitHub, IssuePage } from './client.ts'

/** What is remembered of a list is trusted for so long; in a sweep, others make issues too. */
const MAX_AGE_MS = 15_000
/** So many numbers below the highest must all be listed, or something is still on its way into the list. */
const NEAR = 5

/** What a run has seen of repositories' newest issues. */
export type NewestIssues = {
  /** Pages of issues of every state, newest first: those listed a moment ago, then GitHub's. */
  pages: (query: { repository: string; label?: string }) => AsyncGenerator<Issue[], void>
  /**
   * To be told of every issue that the run makes. GitHub gives numbers in turn, so when this one follows the highest
   * seen, and none is missing right below that, nobody else has made one meanwhile, and what was listed still holds.
   * Else it is forgotten, and listed again.
   */
  add: (made: Issue) => void
  /** Lists everything anew from here on. */
  forget: () => void
}

/** One list as far as it was read; `highest` is known with the first page, and only if no number near it is missing. */
type List = {
  rest: AsyncGenerator<IssuePage, void>
  pages: Promise<Issue[] | undefined>[]
  highest: number | undefined
  listedAt: number
}

/** Remembers what was listed, so that a sweep need not list for each ticket, nor a run after it made the next issue. */
export function createNewestIssues(
  { issues }: Pick<GitHub, 'issues'>,
  clock: Pick<Clock, 'now'>,
): NewestIssues {
  const lists = new Map<string, List>()

  function listOf(key: string, query: { repository: string; label?: string }): List {
    const known = lists.get(key)
    if (known && clock.now() - known.listedAt < MAX_AGE_MS) return known
    const list = { rest: issues(query), pages: [], highest: undefined, listedAt: clock.now() }
    lists.set(key, list)
    return list
  }

  return {
    async *pages(query) {
      const key = keyOf(query)
      const list = listOf(key, query)
      for (let at = 0; ; at++) {
        list.pages[at] ??= readPage(list)
        const page = await list.pages[at]?.catch((error: unknown) => {
          if (lists.get(key) === list) lists.delete(key)
          throw error
        })
        if (!page) return
        yield page
      }
    },

    add(made) {
      const list = lists.get(keyOf(made))
      const first = list?.pages[0]
      if (!list || !first || list.highest === undefined || made.number > list.highest + 1) {
        for (const key of lists.keys()) if (key.startsWith(keyOf(made))) lists.delete(key)
        return
      }
      if (made.number <= list.highest) return
      list.highest = made.number
      list.pages[0] = first.then(page => [made, ...(page ?? [])])
    },

    forget: () => lists.clear(),
  }
}

/** GitHub ignores the case of repositories. */
function keyOf({ repository, label = '' }: { repository: string; label?: string }): string {
  return `${repository.toLowerCase()} ${label}`
}

async function readPage(list: List): Promise<Issue[] | undefined> {
  const { value } = await list.rest.next()
  if (!value) return undefined
  if (list.pages.length === 1) list.highest = highestOf(value)
  return value.issues
}

/** Pull requests count, for they have their numbers from the same row. */
function highestOf({ numbers }: IssuePage): number | undefined {
  const [highest = 0] = numbers
  const near = Array.from({ length: Math.min(NEAR, highest) }, (_, below) => highest - below)
  return near.every(number => numbers.includes(number)) ? highest : undefined
}
