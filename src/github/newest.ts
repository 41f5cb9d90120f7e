import type { Issue } from '../model.ts'
import type { GitHub, IssuePage } from './client.ts'

/** What a run has seen of repositories' newest issues. */
export type NewestIssues = {
  /** Pages of issues of every state, newest first: those listed before, then GitHub's. */
  pages: (query: { repository: string; label?: string }) => AsyncGenerator<Issue[], void>
  /**
   * To be told of every issue that the run makes. GitHub gives numbers in turn, so when this one follows the highest
   * seen, nobody else has made one in between, and what was listed still holds. When a number is missing it is
   * forgotten, and listed again.
   */
  add: (made: Issue) => void
  /** Lists everything anew from here on. */
  forget: () => void
}

/** One list as far as it was read; `highest` is known with the first page. */
type List = {
  rest: AsyncGenerator<IssuePage, void>
  pages: Promise<Issue[] | undefined>[]
  highest: number | undefined
}

/** Keeps what is listed, so that a sweep lists once, and a run need not look again when it made the next issue. */
export function newestIssues({ issues }: Pick<GitHub, 'issues'>): NewestIssues {
  const lists = new Map<string, List>()

  return {
    async *pages({ repository, label }) {
      const key = `${repository} ${label ?? ''}`
      const list = lists.get(key) ?? {
        rest: issues({ repository, ...(label && { label }) }),
        pages: [],
        highest: undefined,
      }
      lists.set(key, list)
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
      const list = lists.get(`${made.repository} `)
      const [first] = list?.pages ?? []
      if (!list || !first || list.highest === undefined || made.number > list.highest + 1) {
        for (const key of lists.keys()) if (key.startsWith(`${made.repository} `)) lists.delete(key)
        return
      }
      if (made.number <= list.highest) return
      list.highest = made.number
      list.pages[0] = first.then(page => [made, ...(page ?? [])])
    },

    forget: () => lists.clear(),
  }
}

async function readPage(list: List): Promise<Issue[] | undefined> {
  const { value } = await list.rest.next()
  if (!value) return undefined
  list.highest ??= value.highest
  return value.issues
}
