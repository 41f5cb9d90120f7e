import { startFreeScout } from '../support/freescout-emulator/index.ts'
import { startGitHub } from '../support/github-emulator/index.ts'
import { runAction } from '../support/runner.ts'
import { compare, factsOf } from './facts.ts'
import type { Case, Undisturbed } from './matrix.ts'
import type { NetworkFault } from './network.ts'
import { CONFIG, inputsFor, isRead, lineOf, type Stage, TICKETS } from './stage.ts'

/** How a case went with the bundle. `wrong` is empty when nothing was. */
export type BundlePlayed = { case: Case; reruns: number | undefined; wrong: string[] }

/** Opens a stage in real time: the committed `dist/` as a process, the faults inside the emulators. */
async function openBundle(): Promise<Stage> {
  const [freescout, github] = await Promise.all([startFreeScout(), startGitHub()])
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

function forEmulator({ trouble, ...fault }: NetworkFault): Stage['github']['faults'][number] {
  if ('arriveAfterMs' in trouble || 'kill' in trouble) throw new Error('An emulator has no such fault.')
  return { ...fault, trouble }
}

/** Plays a case with the bundle. The facts that must come about are those of simulated time. */
export async function playBundle(played: Case, { facts }: Undisturbed): Promise<BundlePlayed> {
  const stage = await openBundle()
  try {
    const { situation } = played
    const subjects = await situation.arrange(stage)
    for (const fault of played.faults()) stage.addFault(fault)
    await stage.run(subjects, situation.config)
    stage.clearFaults()

    let reruns: number | undefined
    for (const [done, more] of [subjects, ['sweep' as const], undefined].entries()) {
      const { doubled, lost } = compare(factsOf(stage), facts)
      if (!doubled.length && !lost.length) reruns ??= done
      if (reruns !== undefined || !more) break
      await stage.run(more, situation.config)
    }
    stage.freescout.log.length = 0
    stage.github.log.length = 0
    await stage.run(subjects, situation.config)
    const inVain = [...stage.freescout.log, ...stage.github.log].filter(request => !isRead(request))
    const { doubled, lost } = compare(factsOf(stage), facts)
    return {
      case: played,
      reruns,
      wrong: [
        ...doubled.map(fact => `doubled: ${fact}`),
        ...lost.map(fact => `lost: ${fact}`),
        ...inVain.map(request => `written in vain: ${lineOf(request)}`),
        ...stage.github.violations,
      ],
    }
  } finally {
    await stage.close()
  }
}
