import type { Installation } from '../installation.ts'
import { keepDelivering } from '../keep-running.ts'
import { type ActionContext, carryOut } from './actions.ts'
import { lineOf, type Said } from './lines.ts'
import { createNetwork } from './network.ts'
import type { Action, Line, Snapshot } from './protocol.ts'
import { takeSnapshot } from './snapshot.ts'

/** What each open page receives. */
export type Viewer = { line: (line: Line) => void; state: (snapshot: Snapshot) => void }

/** What the page shows, and what its buttons do to the installation. */
export type Session = {
  /** Sends everything so far, then every change; returns a function that ends this. */
  watch: (viewer: Viewer) => () => void
  /** Does what a button asks for, after all earlier requests. @throws Error with a message for people */
  act: (action: Action) => Promise<void>
  stop: () => Promise<void>
}

/** How often the state is compared with what the pages show. */
const EVERY_MS = 80
/** How many lines a page that opens later still gets. */
const MOST_LINES = 400

/** Starts a session: FreeScout sends its webhooks by itself, and every open page receives what happens. */
export function createSession(installation: Installation): Session {
  const startedAt = performance.now()
  const viewers = new Set<Viewer>()
  const lines: Line[] = []
  let lastId = 0
  let queue: Promise<unknown> = Promise.resolve()
  /** The line that counts the requests in trouble, until the network is touched again. */
  let trouble: { id: number; count: number; broken: string } | undefined

  function say(said: Said, id = ++lastId): number {
    const line = { ...said, id, at: Math.round(performance.now() - startedAt) }
    const index = lines.findIndex(known => known.id === id)
    if (index >= 0) lines[index] = line
    else lines.push(line)
    if (lines.length > MOST_LINES) lines.shift()
    for (const viewer of viewers) viewer.line(line)
    return id
  }

  const network = createNetwork(installation, (how, { method, path }) => {
    const request = `${method} ${path.split('?')[0]?.replace(/^\/repos\/[^/]+\/[^/]+/, '/repos/…')}`
    if (trouble?.broken !== how || how === 'lost-answer') trouble = undefined
    const count = (trouble?.count ?? 0) + 1
    const id = say(
      {
        ...{ tone: 'trouble', who: 'Network', code: request, text: TROUBLES[how] },
        ...(count > 1 && { more: `${count} requests in vain` }),
      },
      trouble?.id,
    )
    trouble = { id, count, broken: how }
  })

  const context: ActionContext = {
    installation,
    network,
    say: said => {
      // After somebody did something, the next trouble gets a line of its own.
      trouble = undefined
      say(said)
    },
  }
  const nameOf = (id: number | null) =>
    `Ticket #${(id && installation.freescout.tickets.get(id)?.number) ?? '?'}`
  let isSending = false
  const stopListening = installation.onEvent(event => {
    if (event.kind === 'webhook') isSending = true
    if (event.kind === 'answer' || event.kind === 'unanswered') isSending = false

    const said = lineOf(event, nameOf)
    if (said) say(said)
  })

  let shown = ''
  const look = () => takeSnapshot(installation, { network, isSending })
  const timer = setInterval(() => {
    const snapshot = look()
    const text = JSON.stringify(snapshot)
    if (text === shown) return
    shown = text
    for (const viewer of viewers) viewer.state(snapshot)
  }, EVERY_MS)
  const ending = new AbortController()
  const playing = keepDelivering(installation, ending.signal)

  return {
    watch: viewer => {
      for (const line of lines) viewer.line(line)
      viewer.state(look())
      viewers.add(viewer)
      return () => viewers.delete(viewer)
    },
    act: action => {
      const done = queue.then(() => carryOut(action, context))
      queue = done.catch(() => {})
      return done
    },
    stop: async () => {
      clearInterval(timer)
      stopListening()
      network.mend()
      ending.abort()
      await playing
    },
  }
}

const TROUBLES = {
  'freescout-down': 'FreeScout can’t be reached',
  'github-down': 'GitHub answers 502',
  'lost-answer': 'Done, but the answer got lost on the way',
}
