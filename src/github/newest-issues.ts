import type { Clock } from '../clock.ts'
import type { Issue } from '../model.ts'
import type { GitHub, IssuePage } from './client.ts'

/** How long a remembered list is used, in milliseconds. During a sweep, other runs create issues too. */
const MAX_AGE_MS = 15_000
/**
 * How many of the highest numbers must be listed without a gap. A gap may be an issue that GitHub does not list yet.
 */
const NUMBERS_WITHOUT_GAP = 5

/** The newest issues of repositories, as far as the run has listed them. */
export type NewestIssues = {
  /** Pages of issues in every state, newest first: the remembered pages, and then new pages from GitHub. */
  pages: (query: { repository: string; label?: string }) => AsyncGenerator<Issue[], void>
  /**
   * Adds an issue that the run created. GitHub counts numbers up by one. So when its number directly follows the
   * highest listed one, nobody else created an issue meanwhile, and the remembered list gets it. Otherwise, or when a
   * number near the highest one is missing, the lists of the repository are forgotten.
   */
  add: (created: Issue) => void
  /** Forgets every list. */
  forget: () => void
}

/** One list as far as it was read. `highest` is the highest number; `undefined` when one near it is missing. */
type List = {
  rest: AsyncGenerator<IssuePage, void>
  pages: Promise<Issue[] | undefined>[]
  highest: number | undefined
  listedAt: number
}

/** Remembers lists. So a sweep does not list again for each ticket, nor a run after it created an issue. */
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

    add(created) {
      const list = lists.get(keyOf(created))
      const first = list?.pages[0]
      if (!list || !first || list.highest === undefined || created.number > list.highest + 1) {
        // The key without a label is the start of the keys with one.
        for (const key of lists.keys()) if (key.startsWith(keyOf(created))) lists.delete(key)
        return
      }
      if (created.number <= list.highest) return
      list.highest = created.number
      list.pages[0] = first.then(page => [created, ...(page ?? [])])
    },

    forget: () => lists.clear(),
  }
}

/** GitHub ignores case in the names of repositories. */
function keyOf({ repository, label = '' }: { repository: string; label?: string }): string {
  return `${repository.toLowerCase()} ${label}`
}

async function readPage(list: List): Promise<Issue[] | undefined> {
  const { value } = await list.rest.next()
  if (!value) return undefined
  if (list.pages.length === 1) list.highest = highestOf(value)
  return value.issues
}

/** The highest number of a page, pull requests included: they and issues share one sequence of numbers. */
function highestOf({ numbers }: IssuePage): number | undefined {
  const [highest = 0] = numbers
  const near = Array.from({ length: Math.min(NUMBERS_WITHOUT_GAP, highest) }, (_, below) => highest - below)
  return near.every(number => numbers.includes(number)) ? highest : undefined
}
