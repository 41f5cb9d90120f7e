import type { FreeScout } from '../../src/freescout/client.ts'
import type { TicketQuery } from '../../src/freescout/ticket-list.ts'
import type { GitHub, IssueQuery } from '../../src/github/client.ts'
import type { RecentActivity } from '../../src/github/recent-activity.ts'
import type { Comment, Issue, IssueComment, Ticket } from '../../src/model.ts'
import { ticketOf } from './observed-ticket.ts'

/** A listed ticket, so without threads, that is linked to the issue with this URL and complete. */
export function linkedTo(url: string, more: Partial<Ticket> = {}): Ticket {
  return ticketOf({
    tags: ['bug', 'auto-linked'],
    fields: [{ id: 3, name: 'github_issue_url', value: url, text: '' }],
    threads: [],
    ...more,
  })
}

/** What the services list. */
export type Lists = {
  tickets?: (query: TicketQuery) => Ticket[]
  issues?: (query: IssueQuery) => Issue[]
  /** Pages of a repository's comments. */
  comments?: (repository: string) => (Pick<Comment, 'body' | 'author'> & Partial<IssueComment>)[]
  /** What happened to issues, by their numbers. */
  activity?: Record<number, Partial<RecentActivity>>
}

/** The lists of both services, in pages of two, and `asked`: every list that was read. */
export function listing({ tickets, issues, comments, activity }: Lists) {
  const asked: string[] = []
  const freescout: Pick<FreeScout, 'tickets'> = {
    async *tickets(query) {
      asked.push(`tickets ${JSON.stringify(query)}`)
      const found = tickets?.(query) ?? []
      for (const page of inPages(found)) yield { tickets: page, unreadable: [], total: found.length }
    },
  }
  const github: Pick<GitHub, 'issues' | 'repositoryComments' | 'recentActivity'> = {
    async *issues(query) {
      asked.push(`issues ${JSON.stringify(query)}`)
      for (const page of inPages(issues?.(query) ?? []))
        yield { issues: page, numbers: page.map(({ number }) => number) }
    },
    async recentActivity({ repository, questions }) {
      const asking = questions.map(
        ({ number, withComments }) => `${number}${withComments ? ' comments' : ''}`,
      )
      asked.push(`activity ${repository} ${asking.join(', ')}`)
      const nothing = { labels: [], isReopened: false, isTransferred: false, comments: [], isCut: false }
      return new Map(questions.map(({ number }) => [number, { ...nothing, ...activity?.[number] }]))
    },
    async *repositoryComments(repository, since) {
      asked.push(`comments ${repository} ${since}`)
      const found = comments?.(repository) ?? []
      yield* inPages(
        found.map((comment, id) => ({
          id,
          issueNumber: 7,
          isOnPullRequest: false,
          url: `https://github.com/${repository}/issues/7#issuecomment-${id}`,
          createdAt: '2026-11-22T12:00:00Z',
          updatedAt: '2026-11-22T12:00:00Z',
          reactions: [],
          ...comment,
        })),
      )
    },
  }
  return { freescout, github, asked }
}

function inPages<Item>(items: Item[]): Item[][] {
  const pages: Item[][] = []
  for (let from = 0; from < items.length; from += 2) pages.push(items.slice(from, from + 2))
  return pages.length ? pages : [[]]
}
