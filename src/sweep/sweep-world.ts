import type { World } from '../world.ts'

/** GitHub asks for a second between writes, and refuses more than 80 new issues and comments a minute. */
export const BETWEEN_WRITES_MS = 1000

/**
 * The same world, but it reads the mailboxes, their fields and the signing user only once. It reads repositories every
 * time, because one may become public. Then no text of the next ticket may go there.
 */
export function memoiseReads(world: World): World {
  const { freescout } = world
  const mailboxes = memoised(() => freescout.mailboxes())
  return {
    ...world,
    freescout: {
      ...freescout,
      mailboxes: () => mailboxes(''),
      mailboxFields: memoised(freescout.mailboxFields),
      userId: memoised(freescout.userId),
    },
  }
}

/** Keeps the answer for each key. After a failure, the next call asks again. */
function memoised<Key, Answer>(ask: (key: Key) => Promise<Answer>): (key: Key) => Promise<Answer> {
  const answers = new Map<Key, Promise<Answer>>()
  return key => {
    const known = answers.get(key)
    if (known) return known
    const answer = ask(key)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    return answer
  }
}

/**
 * The same world, but it sends its writes to GitHub one after the other, a second apart. A run for a single ticket
 * needs no such wait. This is own code because tests pass a clock, and throttling packages use the machine's clock.
 */
export function throttleWrites(world: World): World {
  const { github, clock } = world
  let turn = Promise.resolve()
  let lastWriteAt = 0
  const waitForTurn = () => {
    turn = turn.then(async () => {
      const wait = lastWriteAt + BETWEEN_WRITES_MS - clock.now()
      if (wait > 0) await clock.sleep(wait)
      lastWriteAt = clock.now()
    })
    return turn
  }
  const throttled =
    <Arguments extends unknown[], Result>(write: (...args: Arguments) => Promise<Result>) =>
    async (...args: Arguments): Promise<Result> => {
      await waitForTurn()
      return write(...args)
    }
  return {
    ...world,
    github: {
      ...github,
      createIssue: throttled(github.createIssue),
      comment: throttled(github.comment),
      addLabels: throttled(github.addLabels),
      closeIssue: throttled(github.closeIssue),
      deleteComment: throttled(github.deleteComment),
      react: throttled(github.react),
    },
  }
}
