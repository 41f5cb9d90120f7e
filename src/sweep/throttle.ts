import type { World } from '../world.ts'

/** GitHub asks for a second between writes, and refuses more than 80 new issues and comments a minute. */
const BETWEEN_WRITES_MS = 1000

/** The same world with its writes to GitHub one after the other, a second apart. A single ticket needs no pace. */
export function throttleWrites(world: World): World {
  const { github, clock } = world
  let turn = Promise.resolve()
  let last = 0
  const wait = () => {
    turn = turn.then(async () => {
      const early = last + BETWEEN_WRITES_MS - clock.now()
      if (early > 0) await clock.sleep(early)
      last = clock.now()
    })
    return turn
  }
  const slow =
    <Arguments extends unknown[], Result>(write: (...args: Arguments) => Promise<Result>) =>
    async (...args: Arguments): Promise<Result> => {
      await wait()
      return write(...args)
    }
  return {
    ...world,
    github: {
      ...github,
      createIssue: slow(github.createIssue),
      comment: slow(github.comment),
      addLabels: slow(github.addLabels),
      closeIssue: slow(github.closeIssue),
    },
  }
}
