import type { Config } from '../config/schema.ts'
import type { GitHub } from '../github/client.ts'
import type { Issue } from '../model.ts'
import { hasName, isSameName } from '../names.ts'

/** What the configuration says a label does. */
export type LabelAction = Config['labels'][string]

/** What started the run, beyond the issue itself: the label that was just put on. */
export type Trigger = { label?: string | undefined }

/** A label of the issue that the configuration gives an action. */
export type MappedLabel = { label: string; rule: LabelAction }

/** A mapped label with the `labeled` event that put it on last. The event's id is the key of its note. */
export type LabelEvent = MappedLabel & { eventId: number }

/** The labels of the issue that the configuration gives an action. */
export function mappedLabels(issue: Issue, { labels }: Config): MappedLabel[] {
  return Object.entries(labels)
    .filter(([label]) => hasName(issue.labels, label))
    .map(([label, rule]) => ({ label, rule }))
}

/** The action for a label, or `undefined` when the configuration has none. */
export function actionFor(label: string, { labels }: Config): LabelAction | undefined {
  return Object.entries(labels).find(([name]) => isSameName(name, label))?.[1]
}

/**
 * Finds for each mapped label the event that put it on last. It reads the newest events first and no more than needed.
 * A label without such an event is left out, because nothing could tell its notes apart.
 */
export async function readLabelEvents(
  issue: Issue,
  { mapped, github }: { mapped: MappedLabel[]; github: GitHub },
): Promise<LabelEvent[]> {
  if (mapped.length === 0) return []
  const found: LabelEvent[] = []
  for await (const events of github.issueEvents(issue)) {
    for (const { label, rule } of mapped) {
      if (found.some(known => known.label === label)) continue
      const event = events.findLast(event => event.event === 'labeled' && isSameName(event.label, label))
      if (event) found.push({ label, rule, eventId: event.id })
    }
    if (found.length === mapped.length) break
  }
  return found
}
