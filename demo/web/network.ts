import type { Fault, LoggedRequest } from '../../test/support/server.ts'
import type { Installation } from '../installation.ts'
import type { Break } from './protocol.ts'

/** The network between the two services and us, which can be broken. */
export type Network = {
  broken: () => Break | null
  /** Whether it ever was. */
  wasBroken: () => boolean
  /** How many requests got into trouble since it was broken last. */
  inVain: () => number
  /** Breaks it in this way, and fixes what was broken before. */
  breakIt: (how: Break) => void
  mend: () => void
}

type Request = Pick<LoggedRequest, 'method' | 'path'>
/** Called for each request that gets into trouble. */
export type OnTrouble = (how: Break, request: Request) => void

const ALWAYS = Number.POSITIVE_INFINITY

/** Breaks the emulators' servers on demand. After one lost answer it works again. */
export function createNetwork(
  { freescout, github }: Pick<Installation, 'freescout' | 'github'>,
  onTrouble: OnTrouble,
): Network {
  let broken: Break | null = null
  let wasBroken = false
  let inVain = 0

  function mend(): void {
    broken = null
    freescout.faults.length = 0
    github.faults.length = 0
  }

  function met(how: Break, request: Request): true {
    inVain += 1
    if (how === 'lost-answer') {
      broken = null
      // Not at once: the server is still going through its faults.
      setImmediate(() => broken ?? mend())
    }
    onTrouble(how, request)
    return true
  }

  const always = (how: Break, trouble: Fault['trouble']): Fault => ({
    match: request => met(how, request),
    times: ALWAYS,
    trouble,
  })
  /** The server does it, and nobody hears so. */
  const once = (): Fault => ({
    match: request => isWrite(request) && met('lost-answer', request),
    trouble: { dropAfter: true },
  })

  return {
    broken: () => broken,
    wasBroken: () => wasBroken,
    inVain: () => inVain,
    mend,
    breakIt: how => {
      mend()
      broken = how
      wasBroken = true
      inVain = 0
      if (how === 'freescout-down') freescout.faults.push(always(how, { dropBefore: true }))
      // `retry-after`, so that the receiver does not stay away for longer than this.
      const answer = { status: 502, headers: { 'retry-after': '1' }, body: '{"message":"Server Error"}' }
      if (how === 'github-down') github.faults.push(always(how, { answer }))
      if (how === 'lost-answer') for (const { faults } of [freescout, github]) faults.push(once())
    },
  }
}

function isWrite({ method, path }: Request): boolean {
  return method !== 'GET' && path !== '/graphql' && !path.endsWith('/dispatches')
}
