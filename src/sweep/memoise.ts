import type { World } from '../world.ts'

/**
 * The same world, asking once for what stays the same during a sweep: mailboxes and the signing user. Not the
 * repositories: one may turn public, and the next ticket's text must stay out of it.
 */
export function memoiseReads(world: World): World {
  const { freescout } = world
  return {
    ...world,
    freescout: {
      ...freescout,
      mailboxes: once(freescout.mailboxes),
      userId: onceEach(freescout.userId),
    },
  }
}

function once<Result>(ask: () => Promise<Result>): () => Promise<Result> {
  const remembered = onceEach(ask)
  return () => remembered('')
}

/** A question that failed may be put again. */
function onceEach<Key, Result>(ask: (key: Key) => Promise<Result>): (key: Key) => Promise<Result> {
  const answers = new Map<Key, Promise<Result>>()
  return key => {
    const known = answers.get(key)
    if (known) return known
    const answer = ask(key)
    answers.set(key, answer)
    answer.catch(() => answers.delete(key))
    return answer
  }
}
