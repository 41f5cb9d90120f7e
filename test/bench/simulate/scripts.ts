import type { Attempt } from '../../chaos/network.ts'
import type { LimitedRequest } from './github-limits.ts'
import type { Recorded } from './stage.ts'

/** What a request changes in the simulated world. */
export type Effect = 'create-issue' | 'comment' | 'write-field' | 'add-note' | 'add-tags'

/** One request of a run. `at` is in milliseconds after the run's start, when no request has to wait. */
export type Step = { at: number; effect: Effect | undefined } & (
  | { to: 'freescout' }
  | { to: 'github'; request: LimitedRequest }
)

/** The requests of one kind of run, as the real code made them. `endsAt` is in milliseconds after its start. */
export type Script = { steps: Step[]; endsAt: number; freescoutRequests: number; githubRequests: number }

/** Reads off a recorded run what it asks for, and what it changes. */
export function scriptOf({ attempts, startedAt, endedAt, run }: Recorded): Script {
  if (run.exitCode !== 0) throw new Error(`A run that was to be recorded failed: ${run.log}`)
  const steps = attempts
    .map(attempt => stepOf(attempt, startedAt))
    .toSorted((one, other) => one.at - other.at)
  const freescoutRequests = steps.filter(({ to }) => to === 'freescout').length
  const githubRequests = steps.length - freescoutRequests
  return { steps, endsAt: endedAt - startedAt, freescoutRequests, githubRequests }
}

function stepOf(attempt: Attempt, startedAt: number): Step {
  const about = { at: attempt.from - startedAt, effect: effectOf(attempt) }
  if (isToFreeScout(attempt)) return { ...about, to: 'freescout' }
  return { ...about, to: 'github', request: limitedRequest(attempt) }
}

/** FreeScout's API is under `/api/`, and GitHub's is not. */
export function isToFreeScout({ path }: Pick<Attempt, 'path'>): boolean {
  return path.startsWith('/api/')
}

/** A request to GitHub as its limits see it. */
export function limitedRequest({ method, path }: Pick<Attempt, 'method' | 'path'>): LimitedRequest {
  const isGraphQl = path === '/graphql'
  return {
    resource: isGraphQl ? 'graphql' : 'core',
    writes: method !== 'GET' && !isGraphQl,
    creates: method === 'POST' && /\/(?:issues|comments)$/.test(path),
  }
}

const EFFECTS: { method: string; path: RegExp; effect: Effect }[] = [
  { method: 'POST', path: /^\/repos\/[^/]+\/[^/]+\/issues$/, effect: 'create-issue' },
  { method: 'POST', path: /^\/repos\/.*\/comments$/, effect: 'comment' },
  { method: 'PUT', path: /^\/api\/.*\/custom_fields$/, effect: 'write-field' },
  { method: 'POST', path: /^\/api\/.*\/threads$/, effect: 'add-note' },
  { method: 'PUT', path: /^\/api\/.*\/tags$/, effect: 'add-tags' },
]

function effectOf({ method, path }: Attempt): Effect | undefined {
  return EFFECTS.find(known => known.method === method && known.path.test(path))?.effect
}
