import type { Snapshot } from './protocol.ts'

type State = Omit<Snapshot, 'hint' | 'suggested'>

/** What to try next, by what was tried: one sentence. */
export function hint(state: State, wasBroken: boolean): string {
  const { tickets, issues, broken, runs, webhooks, missing } = state
  const isBusy = runs + webhooks.due > 0
  if (broken) return whileBroken(state)
  if (isBusy) return 'Watch “In between”: every step shows up as it happens.'
  if (missing.length && webhooks.later) {
    return 'FreeScout keeps what was not taken, and sends it again. Press “2 minutes later”, or run the sweep.'
  }
  if (missing.length)
    return 'An event got lost. Run the sweep: it compares both sides and adds what is missing.'
  const [first] = tickets
  if (!first) return 'Start in FreeScout: a customer writes a ticket.'
  if (!issues.length) return 'Now tag the ticket “bug”, as a support agent would.'
  const hasComment = issues.some(({ entries }) => entries.length > 0)
  if (!hasComment && !first.isClosed) return 'There is the issue, linked both ways. Now close the ticket.'
  if (!wasBroken) return 'The issue got a comment. Now break the network below, and let the customer reply.'
  if (!tickets.some(({ tags }) => tags.includes('_from_github'))) {
    return 'Nothing got lost. Now from the other end: make an issue and label it “customer-reported”.'
  }
  return 'That works from both ends. Click as wildly as you like: nothing gets lost, nothing is made twice.'
}

function whileBroken({ broken, runs, missing, webhooks }: State): string {
  if (broken === 'lost-answer') {
    return 'Do something now. The next change will be made, but its answer never arrives.'
  }
  if (runs + missing.length + webhooks.later === 0) return 'Do something now, then mend the network.'
  return 'It has not arrived on the other side. Now mend the network.'
}
