import type { Config, LabelAction } from '../config/schema.ts'
import type { GitHub } from '../github/client.ts'
import { asksForTicket } from '../link/tickets-from-issue.ts'
import type { Issue } from '../model.ts'
import { hasName, isSameName } from '../names.ts'

/** What the event says about the issue besides its number: the label that somebody just put on. */
export type Trigger = { label?: string | undefined }

/** A label of the issue that has an action in the configuration. */
export type MappedLabel = { label: string; action: LabelAction }

/** A mapped label, and the newest `labeled` event that put it on. The event's id is in the key of its note. */
export type LabelEvent = MappedLabel & { eventId: number }

/** The labels of the issue that have an action in the configuration. */
export function mappedLabels(issue: Issue, { labels }: Config): MappedLabel[] {
  return Object.entries(labels)
    .filter(([label]) => hasName(issue.labels, label))
    .map(([label, action]) => ({ label, action }))
}

/** Whether one of the labels asks for a ticket. */
export function isTicketWanted(labels: MappedLabel[]): boolean {
  return labels.some(({ action }) => asksForTicket(action))
}

/** The action for a label, or `undefined` when the configuration has none. */
export function actionFor(label: string, { labels }: Config): LabelAction | undefined {
  return Object.entries(labels).find(([name]) => isSameName(name, label))?.[1]
}

/**
 * Finds the newest event that put each mapped label on. It reads the newest events first, and no more than it needs.
 * It leaves out a label without such an event, because the note would have no key.
 */
export async function readLabelEvents(
  issue: Issue,
  { mapped, github }: { mapped: MappedLabel[]; github: GitHub },
): Promise<LabelEvent[]> {
  if (mapped.length === 0) return []
  const found: LabelEvent[] = []
  for await (const events of github.issueEvents(issue)) {
    for (const { label, action } of mapped) {
      if (found.some(known => known.label === label)) continue
      const event = events.findLast(event => event.event === 'labeled' && isSameName(event.label, label))
      if (event) found.push({ label, action, eventId: event.id })
    }
    if (found.length === mapped.length) break
  }
  return found
}
