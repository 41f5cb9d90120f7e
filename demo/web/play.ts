import { playOn } from '../keep.ts'
import type { Stage } from '../stage.ts'
import { carryOut } from './actions.ts'
import { lineOf, type Said } from './lines.ts'
import { createNetwork, type Network } from './network.ts'
import { takeSnapshot } from './snapshot.ts'
import type { Action, Line, Snapshot } from './wire.ts'

/** What is told to each page that looks on. */
export type Audience = { line: (line: Line) => void; state: (snapshot: Snapshot) => void }

/** The stage with its people: what the page shows, and what its buttons do. */
export type Play = {
  /** Tells everything so far, then whatever comes; gives the way to end that. */
  watch: (audience: Audience) => () => void
  /** Does it once everything asked for before is done. @throws what people are to be told */
  act: (action: Action) => Promise<void>
  stop: () => Promise<void>
}

/** What `carryOut` needs. */
export type Scene = { stage: Stage; network: Network; say: (said: Said) => void }

/** How often the state is looked at. */
const EVERY_MS = 80
/** The page is no archive. */
const MOST_LINES = 400

/** Brings a stage to life: FreeScout sends its webhooks by itself, and everything is told to whoever looks on. */
export function createPlay(stage: Stage): Play {
  const startedAt = performance.now()
  const audiences = new Set<Audience>()
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
    for (const audience of audiences) audience.line(line)
    return id
  }

  const network = createNetwork(stage, (how, { method, path }) => {
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

  const scene: Scene = {
    stage,
    network,
    say: said => {
      // Whatever people do, trouble after it is another line.
      trouble = undefined
      say(said)
    },
  }
  const nameOf = (id: number | null) => `Ticket #${(id && stage.freescout.tickets.get(id)?.number) ?? '?'}`
  let isSending = false
  const stopListening = stage.onEvent(event => {
    if (event.kind === 'webhook') isSending = true
    if (event.kind === 'answer' || event.kind === 'unanswered') isSending = false

    const said = lineOf(event, nameOf)
    if (said) say(said)
  })

  let shown = ''
  const look = () => takeSnapshot(stage, { network, isSending })
  const timer = setInterval(() => {
    const snapshot = look()
    const text = JSON.stringify(snapshot)
    if (text === shown) return
    shown = text
    for (const audience of audiences) audience.state(snapshot)
  }, EVERY_MS)
  const ending = new AbortController()
  const playing = playOn(stage, ending.signal)

  return {
    watch: audience => {
      for (const line of lines) audience.line(line)
      audience.state(look())
      audiences.add(audience)
      return () => audiences.delete(audience)
    },
    act: action => {
      const done = queue.then(() => carryOut(action, scene))
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
