import { LINKED_LABEL } from '../github/client.ts'
import { canonical, carriesMarkerOf } from '../link/marked.ts'
import { targetRepositories } from '../link/repositories.ts'
import { readIssueMarker } from '../marker.ts'
import type { Issue } from '../model.ts'
import type { World } from '../world.ts'

/** An issue that was made from a ticket, as far as it counts here: a sweep lists thousands. */
type Marked = Pick<Issue, 'repository' | 'number' | 'url' | 'createdAt' | 'state' | 'stateReason'> & {
  ticketId: number
}

/** The issues that were made from one ticket, when there is more than one. */
export type Duplicates = { ticketId: number; canonical: Marked; surplus: Marked[] }

/**
 * Finds tickets that more than one issue was made from. Races make them within seconds of each other, so the
 * issues of the sweep's period are enough. `surplus` holds those that are still open.
 */
export async function findDuplicates(world: World): Promise<Duplicates[]> {
  const repositories = targetRepositories(world.config, world.home)
  const issues = (await Promise.all(repositories.map(name => listMarked(name, world)))).flat()
  const byTicket = Map.groupBy(issues, ({ ticketId }) => ticketId)
  return [...byTicket].flatMap(([ticketId, group]) => {
    const first = canonical(group)
    if (!first || group.length === 1) return []
    const surplus = group.filter(issue => issue !== first && issue.state === 'open')
    return [{ ticketId, canonical: first, surplus }]
  })
}

async function listMarked(repository: string, world: World): Promise<Marked[]> {
  const { github, freescout, config, clock } = world
  const oldest = clock.now() - config.sweep.since.ms
  const marked: Marked[] = []
  for await (const { issues } of github.issues({ repository, label: LINKED_LABEL })) {
    for (const issue of issues) {
      const id = readIssueMarker(issue.body)?.id
      const isOurs = id !== undefined && carriesMarkerOf(issue, { id, url: freescout.ticketUrl(id) })
      if (!isOurs || !(await world.trusts(issue.author))) continue
      const { number, url, createdAt, state, stateReason } = issue
      marked.push({ repository, number, url, createdAt, state, stateReason, ticketId: id })
    }
    if (issues.some(({ createdAt }) => Date.parse(createdAt) < oldest)) break
  }
  return marked
}
