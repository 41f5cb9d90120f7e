import { canonicalIssue, hasMarkerOf } from '../link/issues-from-ticket.ts'
import { targetRepositories } from '../link/repositories.ts'
import { readIssueMarker } from '../marks.ts'
import type { Issue } from '../model.ts'
import { LINKED_LABEL } from '../names.ts'
import type { World } from '../world.ts'
import { type Listed, readLists } from './listed.ts'

/** A ticket from which several issues were created: the canonical one, and those of the others that are open. */
export type Duplicates = { ticketId: number; canonical: Issue; openDuplicates: Issue[] }

type MarkedIssue = { ticketId: number; issue: Issue }

/**
 * Finds tickets from which several issues were created. Runs at the same time create them within seconds of each other,
 * so the issues of the sweep's period are enough. The first pass keeps only ticket ids, because thousands of issues
 * would not fit into memory. A second pass reads the issues, and only when there are duplicates.
 */
export async function findDuplicates(world: World): Promise<Listed<Duplicates>> {
  const { items, failures } = await pickFromMarked(world, ({ ticketId }) => [ticketId])
  const ids = items.toSorted((a, b) => a - b)
  const repeated = new Set(ids.filter((id, at) => id === ids[at - 1]))
  if (!repeated.size) return { items: [], failures }
  const marked = await pickFromMarked(world, found => (repeated.has(found.ticketId) ? [found] : []))
  return { items: duplicatesAmong(marked.items), failures: [...failures, ...marked.failures] }
}

function duplicatesAmong(marked: MarkedIssue[]): Duplicates[] {
  return [...Map.groupBy(marked, ({ ticketId }) => ticketId)].flatMap(([ticketId, group]) => {
    const issues = group.map(({ issue }) => issue)
    const canonical = canonicalIssue(issues)
    if (!canonical || issues.length === 1) return []
    const openDuplicates = issues.filter(issue => issue !== canonical && issue.state === 'open')
    return [{ ticketId, canonical, openDuplicates }]
  })
}

/** What `pick` takes from every issue with a ticket's marker, in all configured repositories. */
function pickFromMarked<Picked>(
  world: World,
  pick: (found: MarkedIssue) => Picked[],
): Promise<Listed<Picked>> {
  async function* pickIn(repository: string) {
    for await (const found of markedIssues(repository, world)) yield pick(found)
  }
  return readLists(targetRepositories(world.config, world.home).map(pickIn))
}

/** The issues of the sweep's period that carry the marker of one of our tickets, by a trusted author. */
async function* markedIssues(repository: string, world: World): AsyncGenerator<MarkedIssue> {
  const { github, freescout, config, clock } = world
  const oldest = clock.now() - config.sweep.since.ms
  for await (const { issues } of github.issues({ repository, label: LINKED_LABEL })) {
    for (const issue of issues) {
      const ticketId = readIssueMarker(issue.body)?.id
      if (ticketId === undefined) continue
      const isOurs = hasMarkerOf(issue, { id: ticketId, url: freescout.ticketUrl(ticketId) })
      if (isOurs && (await world.isTrusted(issue.author))) yield { ticketId, issue }
    }
    if (issues.some(({ createdAt }) => Date.parse(createdAt) < oldest)) return
  }
}
