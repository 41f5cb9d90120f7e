import type { Issue } from '../../test/support/github-emulator/index.ts'

/** A note that the tickets of an issue must have: the key that it must hold, and what it says of the issue. */
export type NoteDue = { key: string; what: string }

/** Labels of which the tickets get a note. */
const NOTED = ['customer-reported', 'regression', 'needs-customer-confirm']

/** The notes that an issue's labels and state ask for. `keys` are those of the notes that the ticket has. */
export function notesDue(issue: Issue, keys: string[]): NoteDue[] {
  return [...labelNotes(issue), ...stateNotes(issue, keys)]
}

/** A label counts as often as somebody puts it on; only the last time asks for a note. */
function labelNotes({ labels, events }: Issue): NoteDue[] {
  return NOTED.filter(name => labels.includes(name)).flatMap(name => {
    const put = events.findLast(({ event, label }) => event === 'labeled' && label?.name === name)
    return put ? [{ key: `labeled:${put.id}`, what: `was labelled ${name}` }] : []
  })
}

/** A closing asks for a note; a reopening does so when the closing has one. */
function stateNotes({ state, stateReason, closedAt }: Issue, keys: string[]): NoteDue[] {
  if (state === 'closed' && closedAt) {
    return [{ key: `closed:${stateReason ?? 'completed'}:${closedAt}`, what: 'was closed' }]
  }
  const [last] = keys
    .flatMap(key => /^closed:\w+:(\S+)$/.exec(key)?.[1] ?? [])
    .toSorted()
    .toReversed()
  return last ? [{ key: `reopened:${last}`, what: 'was reopened' }] : []
}
