import { canonicalIssue, hasMarkerOf } from '../link/issues-from-ticket.ts'
import { targetRepositories } from '../link/repositories.ts'
import { readIssueMarker } from '../marks.ts'
import type { Issue } from '../model.ts'
import { LINKED_LABEL } from '../names.ts'
import type { World } from '../world.ts'

/** The issues that were made from one ticket, when there is more than one. */
export type Duplicates = { ticketId: number; canonical: Issue; surplus: Issue[] }

/**
 * Finds tickets that more than one issue was made from. Races make them within seconds of each other, so the
 * issues of the sweep's period are enough. `surplus` holds those that are still open. Only when there are any, the
 * issues are listed a second time: keeping all of them meanwhile would take memory by the thousand.
 */
export async function findDuplicates(world: World): Promise<Duplicates[]> {
  const once = new Set<number>()
  const twice = new Set<number>()
  await forEachMarked(world, id => (once.has(id) ? twice : once).add(id))
  if (!twice.size) return []
  const byTicket = new Map<number, Issue[]>()
  await forEachMarked(world, (id, issue) => {
    if (twice.has(id)) byTicket.set(id, [...(byTicket.get(id) ?? []), issue])
  })
  return [...byTicket].flatMap(([ticketId, group]) => {
    const first = canonicalIssue(group)
    if (!first || group.length === 1) return []
    const surplus = group.filter(issue => issue !== first && issue.state === 'open')
    return [{ ticketId, canonical: first, surplus }]
  })
}

/** Visits every issue of the sweep's period that carries a ticket's marker, in every configured repository. */
async function forEachMarked(world: World, visit: (ticketId: number, issue: Issue) => void): Promise<void> {
  const { github, freescout, config, clock, home } = world
  const oldest = clock.now() - config.sweep.since.ms
  const visitAll = async (repository: string) => {
    for await (const { issues } of github.issues({ repository, label: LINKED_LABEL })) {
      for (const issue of issues) {
        const id = readIssueMarker(issue.body)?.id
        const isOurs = id !== undefined && hasMarkerOf(issue, { id, url: freescout.ticketUrl(id) })
        if (isOurs && (await world.isTrusted(issue.author))) visit(id, issue)
      }
      if (issues.some(({ createdAt }) => Date.parse(createdAt) < oldest)) break
    }
  }
  await Promise.all(targetRepositories(config, home).map(visitAll))
}
