import type { Config, LabelAction } from '../config/schema.ts'
import type { GitHub } from '../github/client.ts'
import { asksForTicket } from '../link/tickets-from-issue.ts'
import type { Issue } from '../model.ts'
import { hasName, isSameName, LINKED_LABEL } from '../names.ts'

/**
 * What the event says about the issue besides its number: the label that somebody just put on, or the comment that
 * somebody just wrote, with its text at that time.
 */
export type Trigger = { label?: string | undefined; comment?: { id: number; body: string } | undefined }

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
 * What an issue's events say about its labels. `wasLinked`: it once had the label of linked issues. That is known only
 * for an issue with a label that asks for a ticket.
 */
export type LabelHistory = { labelEvents: LabelEvent[]; wasLinked: boolean }

/**
 * Finds the newest event that put each mapped label on. It reads the newest events first, and no more than it needs.
 * It leaves out a label without such an event, because the note would have no key.
 */
export async function readLabelHistory(
  issue: Issue,
  { mapped, github }: { mapped: MappedLabel[]; github: GitHub },
): Promise<LabelHistory> {
  const labelEvents: LabelEvent[] = []
  let wasLinked = false
  if (mapped.length === 0) return { labelEvents, wasLinked }
  for await (const events of github.issueEvents(issue)) {
    const put = events.filter(({ event }) => event === 'labeled')
    for (const { label, action } of mapped) {
      if (labelEvents.some(known => known.label === label)) continue
      const event = put.findLast(event => isSameName(event.label, label))
      if (event) labelEvents.push({ label, action, eventId: event.id })
    }
    wasLinked ||= put.some(({ label }) => isSameName(label, LINKED_LABEL))
    if (labelEvents.length === mapped.length && (wasLinked || !isTicketWanted(mapped))) break
  }
  return { labelEvents, wasLinked }
}
