import { meanwhile } from '../support/meanwhile.ts'
import { type FaultyBridge, HOME, type Subject } from './faulty-bridge.ts'
import { compare, type Difference, stateLines } from './state-lines.ts'

/** Something that has come about on both sides, and the runs that are to deal with it. */
export type Situation = {
  name: string
  direction: 'ticket → issue' | 'issue → ticket' | 'sweep'
  config?: string
  arrange: (bridge: FaultyBridge) => Promise<Subject[]> | Subject[]
  /** What somebody does during the first run, right before a server acts on this request; after the run at the latest. */
  meanwhile?: { service: 'freescout' | 'github'; request: string; happen: (bridge: FaultyBridge) => void }
  /** What somebody does after the first run. */
  afterwards?: (bridge: FaultyBridge) => void
  /** A run fails also when nothing goes wrong, and this is in its message. */
  endsWith?: RegExp
  /** Lines about what may be there or not, because it depends on how far the first run came. It may never be there twice. */
  mayLack?: RegExp
}

/** The state of both sides when nothing goes wrong in a situation. */
export type Expected = { situation: Situation; state: string[] }

/** What people do while a situation is played. */
export type People = { actAfterFirstRun: () => void }

/** Sees to it that people act as the situation says. */
export function letPeopleAct({ meanwhile: during, afterwards }: Situation, bridge: FaultyBridge): People {
  let hasHappened = during === undefined
  const happen = () => {
    if (!hasHappened) during?.happen(bridge)
    hasHappened = true
  }
  if (during) meanwhile(bridge[during.service], during.request, happen)
  return {
    actAfterFirstRun: () => {
      happen()
      afterwards?.(bridge)
    },
  }
}

/** What both sides hold too often and what they lack, by what the situation promises. */
export function differenceFrom({ situation, state }: Expected, bridge: FaultyBridge): Difference {
  const { doubled, lost } = compare(stateLines(bridge), state)
  return { doubled, lost: lost.filter(line => !situation.mayLack?.test(line)) }
}

export const MINUTE = 60_000

/** A tagged ticket that came in some minutes ago; gives its id. */
export function tagged(bridge: FaultyBridge, tags = ['bug']): number {
  const { id } = bridge.freescout.addTicket({ subject: 'Orders are rejected', tags })
  bridge.pass(5 * MINUTE)
  return id
}

/** A ticket that somebody linked by hand some minutes ago; gives its id. */
export function linkedByHand(bridge: FaultyBridge, url: string, subject = 'The same here'): number {
  const { id } = bridge.freescout.addTicket({ subject, fields: { github_issue_url: url } })
  bridge.pass(5 * MINUTE)
  return id
}

/** A ticket and its issue, linked and complete. */
export async function linked(
  bridge: FaultyBridge,
  config?: string,
): Promise<{ ticket: number; issue: number }> {
  const ticket = tagged(bridge)
  const [end] = await bridge.run([{ ticket }], config)
  bridge.pass(MINUTE)
  return { ticket, issue: Number(end?.outputs['issue-number']) }
}

/** An issue that somebody filed on GitHub. */
export function filed(bridge: FaultyBridge, labels: string[] = [], repository = HOME): number {
  const { number } = bridge.github.addIssue(repository, { title: 'Orders time out', body: 'Since Monday.' })
  for (const label of labels) bridge.github.label(repository, number, label)
  bridge.pass(MINUTE)
  return number
}
