import type { Snapshot } from './protocol.ts'

type State = Omit<Snapshot, 'hint' | 'suggested'>
/** What happened on the network: whether it was ever broken, and how many requests failed since it was broken last. */
type Trouble = { wasBroken: boolean; inVain: number }

/** What to try next, by what was tried: one or two sentences. */
export function hint(state: State, trouble: Trouble): string {
  const { broken, runs, webhooks, missing } = state
  const isBusy = runs + webhooks.due > 0
  if (broken) return whileBroken(state, trouble)
  if (isBusy) return 'Watch “In between”: every step shows up as it happens.'
  if (missing.length > 0) return aboutMissing(state, trouble)
  return NEXT.find(({ isNext }) => isNext(state, trouble))?.say ?? ''
}

/** What to do next when all is well. The first that fits is said. */
const NEXT: { isNext: (state: State, trouble: Trouble) => boolean; say: string }[] = [
  { isNext: ({ tickets }) => tickets.length === 0, say: 'Start in FreeScout: a customer writes a ticket.' },
  {
    isNext: ({ issues, tickets }) => issues.length === 0 && !tickets.some(({ tags }) => tags.includes('bug')),
    say: 'Now tag the ticket “bug”, as a support agent would.',
  },
  {
    isNext: ({ issues, tickets: [first] }) =>
      !issues.some(({ entries }) => entries.length > 0) && !first?.isClosed,
    say: 'There is the issue, linked both ways. Now close the ticket.',
  },
  {
    isNext: (_, { wasBroken }) => !wasBroken,
    say: 'The issue got a comment. Now break the network below, and let the customer reply.',
  },
  {
    isNext: ({ tickets }) => !tickets.some(({ tags }) => tags.includes('_from_github')),
    say: 'Nothing got lost. Now from the other end: make an issue and label it “customer-reported”.',
  },
  {
    isNext: state => !hasRelayed(state),
    say: 'Now let the two sides talk: add a note that begins with /github, or a comment that begins with /support.',
  },
  {
    isNext: () => true,
    say: 'That works from both ends. Click as much as you like: nothing gets lost, nothing is made twice.',
  },
]

/** Whether a comment that was sent on purpose has arrived: GitHub shows 👀 on it, or a note became a comment. */
function hasRelayed({ issues, tickets }: State): boolean {
  const wasSent = tickets.some(({ entries }) =>
    entries.some(
      ({ kind, isOurs, body }) => kind === 'note' && !isOurs && /\/github\b/.test(JSON.stringify(body)),
    ),
  )
  return (
    wasSent ||
    issues.some(({ entries }) => entries.some(({ reactions }) => reactions?.includes('eyes') ?? false))
  )
}

function aboutMissing({ webhooks, hasWorkflows, issues }: State, { wasBroken }: Trouble): string {
  if (webhooks.later > 0) {
    return 'FreeScout keeps what was refused, and sends it again. Press “2 minutes later”, or run the sweep.'
  }
  if (!hasWorkflows && !wasBroken && issues.length === 0) {
    return 'FreeScout sends no webhook for a tag. Run the sweep, or add a note to the ticket, which sends one.'
  }
  return 'No event said so, or it got lost. Run the sweep: it compares both sides and adds what is missing.'
}

function whileBroken({ broken, missing, webhooks }: State, { inVain }: Trouble): string {
  if (broken === 'lost-answer') {
    return 'Do something now. The next change will be made, but its answer never arrives.'
  }
  if (inVain + missing.length + webhooks.later === 0) return 'Do something now, then fix the network.'
  if (missing.length > 0) return 'It has not arrived on the other side. Now fix the network.'
  return 'Requests fail. Now fix the network.'
}
