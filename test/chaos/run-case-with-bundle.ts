import { startFreeScout } from '../support/freescout-emulator/index.ts'
import { startGitHub } from '../support/github-emulator/index.ts'
import { runAction } from '../support/runner.ts'
import {
  CONFIG,
  type FaultyBridge,
  inputsFor,
  isRead,
  lineOf,
  REPOSITORIES,
  TICKETS,
} from './faulty-bridge.ts'
import type { Case } from './matrix.ts'
import type { NetworkFault } from './network.ts'
import { differenceFrom, type Expected, letPeopleAct } from './situation.ts'

/** How a case went with the bundle. `wrong` is empty when nothing was. */
export type BundleResult = { case: Case; reruns: number | undefined; wrong: string[] }

/** Opens a bridge in real time: the built `dist/` runs as a process, and the emulators make the faults. */
async function openBundleBridge(): Promise<FaultyBridge> {
  const [freescout, github] = await Promise.all([
    startFreeScout(),
    startGitHub({ repositories: REPOSITORIES }),
  ])
  const clearFaults = () => {
    freescout.faults.length = 0
    github.faults.length = 0
  }
  return {
    freescout,
    github,
    run: (subjects, config = CONFIG + TICKETS) =>
      Promise.all(
        subjects.map(async subject => {
          const startedAt = Date.now()
          const end = await runAction({
            event: { name: 'workflow_dispatch', payload: {} },
            apiUrl: github.url,
            inputs: inputsFor(subject, { freescout }, config),
          })
          return { ...end, killed: false, took: Date.now() - startedAt }
        }),
      ),
    pass: ms => {
      freescout.clock.advance(ms)
      github.clock.advance(ms)
    },
    addFault: fault => {
      for (const server of [freescout, github]) server.faults.push(forEmulator(fault))
    },
    clearFaults,
    close: async () => {
      await Promise.all([freescout.close(), github.close()])
    },
  }
}

function forEmulator({ trouble, ...fault }: NetworkFault): FaultyBridge['github']['faults'][number] {
  if ('arriveAfterMs' in trouble || 'kill' in trouble) throw new Error('An emulator has no such fault.')
  return { ...fault, trouble }
}

/** Plays a case with the bundle. The state that must come about are those of simulated time. */
export async function runCaseWithBundle(played: Case, expected: Expected): Promise<BundleResult> {
  const bridge = await openBundleBridge()
  try {
    const { situation } = played
    const subjects = await situation.arrange(bridge)
    const people = letPeopleAct(situation, bridge)
    for (const fault of played.faults()) bridge.addFault(fault)
    await bridge.run(subjects, situation.config)
    bridge.clearFaults()
    people.actAfterFirstRun()

    let reruns: number | undefined
    for (const [done, more] of [subjects, ['sweep' as const], undefined].entries()) {
      const { doubled, lost } = differenceFrom(expected, bridge)
      if (!doubled.length && !lost.length) reruns ??= done
      if (reruns !== undefined || !more) break
      await bridge.run(more, situation.config)
    }
    bridge.freescout.log.length = 0
    bridge.github.log.length = 0
    await bridge.run(subjects, situation.config)
    const inVain = [...bridge.freescout.log, ...bridge.github.log].filter(request => !isRead(request))
    const { doubled, lost } = differenceFrom(expected, bridge)
    return {
      case: played,
      reruns,
      wrong: [
        ...doubled.map(line => `doubled: ${line}`),
        ...lost.map(line => `lost: ${line}`),
        ...inVain.map(request => `written in vain: ${lineOf(request)}`),
        ...bridge.github.violations,
      ],
    }
  } finally {
    await bridge.close()
  }
}
