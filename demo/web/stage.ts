import type { Installation } from '../installation.ts'
import { addWorkflows, keepDelivering } from '../keep-running.ts'
import { carryOut } from './actions.ts'
import { lineOf, type Said } from './lines.ts'
import { createNetwork } from './network.ts'
import type { Action, Break, Snapshot } from './protocol.ts'
import { takeSnapshot } from './snapshot.ts'

/** One installation under the page: FreeScout sends its webhooks by itself, and the network can be broken. */
export type Stage = {
  /** Does what a button asks for. @throws Error with a message for people */
  act: (action: Action) => Promise<void>
  look: () => Snapshot
  /** Ends all of it but the installation. */
  stop: () => Promise<void>
}

/** Says a line, in place of the one with this id if there is one; returns the line's id. */
export type Say = (said: Said, id?: number) => number

const TROUBLES: Record<Break, string> = {
  'freescout-down': 'FreeScout can’t be reached',
  'github-down': 'GitHub answers 502',
  'lost-answer': 'Done, but the answer got lost on the way',
}

/** Puts an installation under the page, and says what happens there. */
export function createStage(installation: Installation, say: Say): Stage {
  /** The line that counts the requests in trouble, until the network is touched again. */
  let trouble: { id: number; count: number; broken: Break } | undefined
  const network = createNetwork(installation, (how, { method, path }) => {
    const code = `${method} ${path.split('?')[0]?.replace(/^\/repos\/[^/]+\/[^/]+/, '/repos/…')}`
    if (trouble?.broken !== how || how === 'lost-answer') trouble = undefined
    const count = (trouble?.count ?? 0) + 1
    const more = count > 1 && { more: `${count} requests in vain` }
    const id = say({ tone: 'trouble', who: 'Network', code, text: TROUBLES[how], ...more }, trouble?.id)
    trouble = { id, count, broken: how }
  })

  const nameOf = (id: number | null) =>
    `Ticket #${(id && installation.freescout.tickets.get(id)?.number) ?? '?'}`
  let isSending = false
  const stopListening = installation.onEvent(event => {
    if (event.kind === 'webhook') isSending = true
    if (event.kind === 'answer' || event.kind === 'unanswered') isSending = false
    const said = lineOf(event, nameOf)
    if (said) say(said)
  })

  addWorkflows(installation)
  const ending = new AbortController()
  const playing = keepDelivering(installation, ending.signal)
  return {
    act: action =>
      carryOut(action, {
        installation,
        network,
        say: said => {
          // After somebody did something, the next trouble gets a line of its own.
          trouble = undefined
          say(said)
        },
      }),
    look: () => takeSnapshot(installation, { network, isSending }),
    stop: async () => {
      stopListening()
      network.mend()
      ending.abort()
      await playing
    },
  }
}
