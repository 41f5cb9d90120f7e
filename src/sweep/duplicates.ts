import { LINKED_LABEL } from '../github/client.ts'
import { canonical, carriesMarkerOf } from '../link/marked.ts'
import { targetRepositories } from '../link/repositories.ts'
import { readIssueMarker } from '../marker.ts'
import type { Issue } from '../model.ts'
import type { World } from '../world.ts'

/** A surplus issue of a ticket, and the one that counts. */
export type Duplicate = { ticketId: number; surplus: Issue; canonical: Issue }

/**
 * Finds open issues that carry the same marker as an older one. Races make them within seconds of each other, so
 * the issues of the sweep's period are enough.
 */
export async function findDuplicates(world: World): Promise<Duplicate[]> {
  const repositories = targetRepositories(world.config, world.home)
  const issues = (await Promise.all(repositories.map(name => listMarked(name, world)))).flat()
  const byTicket = Map.groupBy(issues, issue => readIssueMarker(issue.body)?.id ?? 0)
  return [...byTicket].flatMap(([ticketId, group]) => {
    const first = canonical(group)
    if (!first) return []
    const surplus = group.filter(issue => issue !== first && issue.state === 'open')
    return surplus.map(issue => ({ ticketId, surplus: issue, canonical: first }))
  })
}

async function listMarked(repository: string, world: World): Promise<Issue[]> {
  const { github, freescout, config, clock } = world
  const oldest = clock.now() - config.sweep.since.ms
  const marked: Issue[] = []
  for await (const issues of github.issues({ repository, label: LINKED_LABEL })) {
    for (const issue of issues) {
      const id = readIssueMarker(issue.body)?.id
      const isOurs = id !== undefined && carriesMarkerOf(issue, { id, url: freescout.ticketUrl(id) })
      if (isOurs && (await world.trusts(issue.author))) marked.push(issue)
    }
    if (issues.some(({ createdAt }) => Date.parse(createdAt) < oldest)) break
  }
  return marked
}
