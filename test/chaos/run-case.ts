import { CONFIG, type FaultyBridge, isRead, lineOf, type RunEnd, TICKETS } from './faulty-bridge.ts'
import type { Case } from './matrix.ts'
import type { Attempt } from './network.ts'
import { openSimulatedBridge } from './simulated-bridge.ts'
import { differenceFrom, type Expected, letPeopleAct, MINUTE } from './situation.ts'
import type { Difference } from './state-lines.ts'

/** How a case went. Times are in milliseconds of simulated time. */
export type CaseResult = {
  case: Case
  /** How many runs it took after the one with the fault; `undefined`: not even two were enough. */
  reruns: number | undefined
  difference: Difference
  /** What a run wrote although everything was done. */
  writtenInVain: string[]
  failed: RunEnd[]
  /** Both are `undefined` when waits ended late: then nobody can tell a wait within a request from one before the next. */
  longestRequest: number | undefined
  longestRun: number | undefined
  violations: string[]
}

export const REQUEST_LIMIT_MS = 90_000
export const RUN_LIMIT_MS = 5 * MINUTE

/** Plays a case: a run with the fault, reruns until both sides are as they should be, and one more. */
export async function runCase(played: Case, expected: Expected): Promise<CaseResult> {
  const bridge = await openSimulatedBridge()
  try {
    const { situation } = played
    const config = situation.config ?? CONFIG + TICKETS
    const subjects = await situation.arrange(bridge)
    const people = letPeopleAct(situation, bridge)
    bridge.network.attempts.length = 0

    for (const fault of played.faults()) bridge.addFault(fault)
    if (played.listsLag) bridge.github.freezeLists()
    if (played.lateBy) bridge.endWaitsLate(played.lateBy)
    const ends = await bridge.run(subjects, config)
    bridge.clearFaults()
    people.actAfterFirstRun()
    bridge.github.catchUp()
    const disturbed = [...bridge.network.attempts]
    const reruns = [subjects, ['sweep' as const]]
    const needed = await rerunUntilRight(bridge, { reruns, config, expected })

    bridge.network.attempts.length = 0
    bridge.pass(MINUTE)
    await bridge.run(subjects, config)
    await bridge.run(['sweep'], config)
    const difference = differenceFrom(expected, bridge)
    return {
      case: played,
      reruns: needed,
      difference,
      writtenInVain: needed === undefined ? [] : bridge.network.attempts.filter(isWrite).map(lineOf),
      failed: ends.filter(({ exitCode }) => exitCode),
      longestRequest: played.lateBy ? undefined : longestRequest(disturbed),
      longestRun: played.lateBy ? undefined : Math.max(...ends.map(({ took }) => took)),
      violations: [...bridge.github.violations, ...refusalsTakenForLostAnswers(played, ends)],
    }
  } finally {
    await bridge.close()
  }
}

async function rerunUntilRight(
  bridge: FaultyBridge,
  {
    reruns,
    config,
    expected,
  }: { reruns: Parameters<FaultyBridge['run']>[0][]; config: string; expected: Expected },
): Promise<number | undefined> {
  for (const [done, subjects] of [...reruns, undefined].entries()) {
    const { doubled, lost } = differenceFrom(expected, bridge)
    if (!doubled.length && !lost.length) return done
    if (!subjects) break
    bridge.pass(MINUTE)
    await bridge.run(subjects, config)
  }
  return undefined
}

/** A refused write did nothing. A run that looks at both sides again after it took the refusal for a lost answer. */
function refusalsTakenForLostAnswers({ kind }: Case, ends: RunEnd[]): string[] {
  if (!kind?.isRefusal) return []
  return ends
    .filter(({ log }) => log.includes('Looking at both sides again'))
    .map(() => 'a refusal was taken for a lost answer')
}

function isWrite(attempt: Attempt): boolean {
  return !isRead(attempt)
}

/** The shortest wait before a request is sent again: src/http/retry.ts. */
const LEAST_WAIT_MS = 1000

/**
 * The longest that one and the same request was tried for, from its first attempt to its last answer. One that looks
 * the same and comes without a wait is another: a sweep may ask for an issue that it has asked for before.
 */
function longestRequest(attempts: Attempt[]): number {
  const requests = Map.groupBy(attempts, ({ run, look, method, path, body }) =>
    [run, look, method, path, body].join(' '),
  )
  let longest = 0
  for (const tries of requests.values()) {
    let from: number | undefined
    let ended = Number.NEGATIVE_INFINITY
    for (const attempt of tries) {
      if (attempt.from - ended < LEAST_WAIT_MS) from = undefined
      from ??= attempt.from
      ended = attempt.to
      longest = Math.max(longest, attempt.to - from)
      if (attempt.status >= 200 && attempt.status < 300) from = undefined
    }
  }
  return longest
}
