import { type Installation, startInstallation } from '../installation.ts'
import type { Action, Line, Snapshot } from './protocol.ts'
import { createStage, type Say } from './stage.ts'

/** What each open page receives. `start`: forget everything that was received before. */
export type Viewer = {
  start: () => void
  line: (line: Line) => void
  state: (snapshot: Snapshot) => void
}

/** What the page shows, and what its buttons do to the installation. */
export type Session = {
  /** Sends everything so far, then every change; returns a function that ends this. */
  watch: (viewer: Viewer) => () => void
  /** Does what a button asks for, after all earlier requests. @throws Error with a message for people */
  act: (action: Action) => Promise<void>
  /** The installation that the page shows now. */
  installation: () => Installation
  /** Ends the session, and the installations that “Start over” has started. */
  stop: () => Promise<void>
}

/** How often the state is compared with what the pages show. */
const EVERY_MS = 80
/** How many lines a page that opens later still gets. */
const MOST_LINES = 400

/** Starts a session: every open page receives what happens. “Start over” replaces the installation by a new one. */
export function createSession(first: Installation): Session {
  const viewers = new Set<Viewer>()
  const lines: Line[] = []
  let startedAt = performance.now()
  let lastId = 0
  let queue: Promise<unknown> = Promise.resolve()

  const say: Say = (said, id = ++lastId) => {
    const line = { ...said, id, at: Math.round(performance.now() - startedAt) }
    const index = lines.findIndex(known => known.id === id)
    if (index >= 0) lines[index] = line
    else lines.push(line)
    if (lines.length > MOST_LINES) lines.shift()
    for (const viewer of viewers) viewer.line(line)
    return id
  }

  let installation = first
  let stage = createStage(installation, say)
  let shown = ''
  const timer = setInterval(() => {
    const snapshot = stage.look()
    const text = JSON.stringify(snapshot)
    if (text === shown) return
    shown = text
    for (const viewer of viewers) viewer.state(snapshot)
  }, EVERY_MS)

  async function startOver(): Promise<void> {
    const next = await startInstallation()
    await stage.stop()
    await installation.close()
    installation = next
    lines.length = 0
    shown = ''
    startedAt = performance.now()
    for (const viewer of viewers) viewer.start()
    stage = createStage(next, say)
  }

  return {
    watch: viewer => {
      for (const line of lines) viewer.line(line)
      viewer.state(stage.look())
      viewers.add(viewer)
      return () => viewers.delete(viewer)
    },
    act: action => {
      const done = queue.then(() => (action.do === 'reset' ? startOver() : stage.act(action)))
      queue = done.catch(() => {})
      return done
    },
    installation: () => installation,
    stop: async () => {
      clearInterval(timer)
      await queue
      await stage.stop()
      if (installation !== first) await installation.close()
    },
  }
}
