import type { Config } from '../config/schema.ts'
import type { GitHub } from '../github/client.ts'
import type { Issue } from '../model.ts'
import { hasName } from '../names.ts'

/** What the configuration says a label does. */
export type LabelAction = Config['labels'][string]

/** What the event named beyond the issue: the label that was just put on. */
export type Trigger = { label: string | undefined }

/** A mapped label on the issue. `eventId` names the `labeled` event that put it on last: the key of its note. */
export type LabelEvent = { label: string; rule: LabelAction; eventId: number }

/** The labels of the issue that the configuration gives an action; GitHub ignores the case of labels. */
export function mappedLabels(issue: Issue, { labels }: Config): Omit<LabelEvent, 'eventId'>[] {
  return Object.entries(labels)
    .filter(([label]) => hasName(issue.labels, label))
    .map(([label, rule]) => ({ label, rule }))
}

/** The action for a label, or `undefined` when the configuration has none. */
export function actionFor(label: string, { labels }: Config): LabelAction | undefined {
  return Object.entries(labels).find(([name]) => name.toLowerCase() === label.toLowerCase())?.[1]
}

/**
 * Finds for each mapped label the event that put it on last, newest events first and no further than needed. A
 * label without such an event is left out: nothing could tell its notes apart.
 */
export async function readLabelEvents(
  issue: Issue,
  { mapped, github }: { mapped: Omit<LabelEvent, 'eventId'>[]; github: GitHub },
): Promise<LabelEvent[]> {
  const found: LabelEvent[] = []
  for await (const events of github.issueEvents(issue)) {
    for (const { label, rule } of mapped) {
      const event = events.findLast(
        event => event.event === 'labeled' && event.label.toLowerCase() === label.toLowerCase(),
      )
      const isKnown = found.some(labelling => labelling.label === label)
      if (event && !isKnown) found.push({ label, rule, eventId: event.id })
    }
    if (found.length === mapped.length) break
  }
  return found
}
