import { FAULT_KINDS, type FaultKind, faultKindsFor, type RequestLine } from './fault-kinds.ts'
import { isRead } from './faulty-bridge.ts'
import type { NetworkFault } from './network.ts'
import { type Random, randomFrom } from './random.ts'
import { openSimulatedBridge } from './simulated-bridge.ts'
import { type Expected, letPeopleAct, type Situation } from './situation.ts'
import { SITUATIONS } from './situations.ts'
import { stateLines } from './state-lines.ts'

/** How long a fault goes on: for one request, for two, or until the run has ended. */
export type Span = 'once' | 'twice' | 'lasting'

/** One case of the matrix: what goes wrong in which situation. */
export type Case = {
  group: 'one fault' | 'many faults' | 'lagging lists' | 'late waits'
  situation: Situation
  /** What goes wrong, for people. */
  name: string
  kind?: FaultKind
  /** GitHub's lists leave out what the first run makes; they have caught up before the next. */
  listsLag?: boolean
  /** By how many milliseconds each wait of the first run ends late; called for each wait. */
  lateBy?: () => number
  /** Makes the faults; called once for each time the case is played. */
  faults: () => NetworkFault[]
}

/** The state of both sides when nothing goes wrong in a situation, and the requests of its runs. */
export type Undisturbed = Expected & { requests: RequestLine[] }

/** Plays every situation without a fault. */
export async function undisturbed(situation: Situation): Promise<Undisturbed> {
  const bridge = await openSimulatedBridge()
  try {
    const subjects = await situation.arrange(bridge)
    const people = letPeopleAct(situation, bridge)
    bridge.network.attempts.length = 0
    const ends = await bridge.run(subjects, situation.config)
    const requests = bridge.network.attempts.map(({ method, path }) => ({ method, path }))
    people.actAfterFirstRun()
    await bridge.run(['sweep'], situation.config)
    const odd = ends.find(({ exitCode, log }) =>
      exitCode ? !situation.endsWith?.test(log) : situation.endsWith,
    )
    if (odd) throw new Error(`${situation.name}: ${odd.log}`)
    return { situation, state: stateLines(bridge), requests }
  } finally {
    await bridge.close()
  }
}

/** The cases for a seed: every write with every fault that can befall it, some reads, and many faults at once. */
export function casesFor(seed: number, known: Undisturbed[]): Case[] {
  const random = randomFrom(seed)
  return [
    ...known.flatMap(each => writeCases(each, random)),
    ...known.flatMap(each => readCases(each, random)),
    ...known.flatMap(each => laggingCases(each, random)),
    ...known.flatMap(each => lateCases(each, random)),
    ...known.flatMap(each => manyCases(each, { seed, count: 8 })),
  ]
}

function writeCases({ situation, requests }: Undisturbed, random: Random): Case[] {
  return requests.flatMap((request, index) => {
    if (isRead(request)) return []
    const nth = requests.slice(0, index).filter(other => isSame(other, request)).length
    return faultKindsFor(request).map(kind => {
      const span = spanOf(kind, random)
      return oneFault({ situation, request, nth, kind, span })
    })
  })
}

/** A killed run and an expired token can't come back by themselves; the rest does, sooner or later. */
function spanOf({ name }: FaultKind, random: Random): Span {
  if (name.startsWith('killed') || name.startsWith('arrives')) return 'once'
  if (name === '401') return 'lasting'
  return random.pick(['once', 'once', 'twice', 'lasting'] as const)
}

function readCases({ situation, requests }: Undisturbed, random: Random): Case[] {
  const reads = requests.filter(request => isRead(request))
  return Array.from({ length: 6 }, () => {
    const request = random.pick(reads)
    const nth = random.below(reads.filter(other => isSame(other, request)).length)
    const kind = random.pick(faultKindsFor(request))
    return oneFault({ situation, request, nth, kind, span: spanOf(kind, random) })
  })
}

function oneFault(about: {
  situation: Situation
  request: RequestLine
  nth: number
  kind: FaultKind
  span: Span
}): Case {
  const { situation, request, nth, kind, span } = about
  const { pathname } = new URL(request.path, 'http://x')
  return {
    group: 'one fault',
    situation,
    name: `${request.method} ${pathname}${nth ? ` (${nth + 1})` : ''}: ${kind.name}, ${span}`,
    kind,
    faults: () => {
      let seen = -1
      const match: NetworkFault['match'] = asked => isSame(asked, request) && ++seen >= nth
      return [
        {
          match,
          times: { once: 1, twice: 2, lasting: Number.POSITIVE_INFINITY }[span],
          trouble: kind.trouble,
        },
      ]
    },
  }
}

function laggingCases(each: Undisturbed, random: Random): Case[] {
  return writeCases(each, random)
    .filter(({ kind, name }) => kind?.quick && /POST .*(issues|conversations):/.test(name))
    .map(lagging => ({ ...lagging, group: 'lagging lists', listsLag: true }))
}

/** By how many milliseconds a wait ends late. Some leave no time for another attempt, and some leave nearly none. */
const LATE_BY = [900, 20_000, 58_950, 85_000, 88_950, 600_000]
const LATE_CASES = 6

/** Refusals, and failures after which a run waits, on a machine on which no wait ends in time. */
function lateCases({ situation, requests }: Undisturbed, random: Random): Case[] {
  return Array.from({ length: LATE_CASES }, () => {
    const writes = requests.filter(request => !isRead(request))
    const request = random.pick(writes.length > 0 && random.percent(75) ? writes : requests)
    const kind = random.pick(
      faultKindsFor(request).filter(({ isRefusal, name }) => isRefusal || name.startsWith('503')),
    )
    const lateBy = random.pick(LATE_BY)
    const disturbed = oneFault({ situation, request, nth: 0, kind, span: random.pick(['once', 'lasting']) })
    const name = `${disturbed.name}, waits end ${lateBy} ms late`
    return { ...disturbed, group: 'late waits', name, lateBy: () => lateBy }
  })
}

/** Some of the cases that need no simulated time, a few of each situation. */
export function bundleCases(seed: number, cases: Case[], count: number): Case[] {
  const random = randomFrom(seed)
  const fit = cases.filter(({ group, kind, name }) => {
    return group === 'one fault' && kind?.quick && !name.startsWith('GET') && !name.endsWith('lasting')
  })
  const chosen = new Set<Case>()
  while (chosen.size < Math.min(count, fit.length)) chosen.add(random.pick(fit))
  return [...chosen]
}

function manyCases({ situation }: Undisturbed, { seed, count }: { seed: number; count: number }): Case[] {
  return Array.from({ length: count }, (_, index) => {
    const percent = [5, 15, 30][index % 3] ?? 5
    return {
      group: 'many faults',
      situation,
      name: `${percent} % of all requests, ${index + 1}`,
      faults: () => {
        const random = randomFrom(seed * 1000 + index)
        const faults = FAULT_KINDS.map(
          (kind): NetworkFault => ({
            match: request =>
              (kind.befalls?.(request) ?? true) && random.below(100 * FAULT_KINDS.length) < percent,
            times: Number.POSITIVE_INFINITY,
            trouble: kind.trouble,
          }),
        )
        return faults
      },
    }
  })
}

function isSame(one: RequestLine, other: RequestLine): boolean {
  return one.method === other.method && pathOf(one) === pathOf(other)
}

function pathOf({ path }: RequestLine): string {
  return path.split('?')[0] ?? ''
}

/** Every situation, played without a fault. */
export function everySituation(): Promise<Undisturbed[]> {
  return Promise.all(SITUATIONS.map(undisturbed))
}
