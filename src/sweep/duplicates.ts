import { LINKED_LABEL } from '../github/client.ts'
import { canonical, carriesMarkerOf } from '../link/marked.ts'
import { targetRepositories } from '../link/repositories.ts'
import { readIssueMarker } from '../marker.ts'
import type { Issue } from '../model.ts'
import type { World } from '../world.ts'

/** The issues that were made from one ticket, when there is more than one. */
export type Duplicates = { ticketId: number; canonical: Issue; surplus: Issue[] }

/**
 * Finds tickets that more than one issue was made from. Races make them within seconds of each other, so the
 * issues of the sweep's period are enough. `surplus` holds those that are still open.
 */
export async function findDuplicates(world: World): Promise<Duplicates[]> {
  const repositories = targetRepositories(world.config, world.home)
  const issues = (await Promise.all(repositories.map(name => listMarked(name, world)))).flat()
  const byTicket = Map.groupBy(issues, issue => readIssueMarker(issue.body)?.id ?? 0)
  return [...byTicket].flatMap(([ticketId, group]) => {
    const first = canonical(group)
    if (!first || group.length === 1) return []
    return [
      {
        ticketId,
        canonical: first,
        surplus: group.filter(issue => issue !== first && issue.state === 'open'),
      },
    ]
  })
}

async function listMarked(repository: string, world: World): Promise<Issue[]> {
  const { github, freescout, config, clock } = world
  const oldest = clock.now() - config.sweep.since.ms
  const marked: Issue[] = []
  for await (const { issues } of github.issues({ repository, label: LINKED_LABEL })) {
    for (const issue of issues) {
      const id = readIssueMarker(issue.body)?.id
      const isOurs = id !== undefined && carriesMarkerOf(issue, { id, url: freescout.ticketUrl(id) })
      if (isOurs && (await world.trusts(issue.author))) marked.push(issue)
    }
    if (issues.some(({ createdAt }) => Date.parse(createdAt) < oldest)) break
  }
  return marked
}
