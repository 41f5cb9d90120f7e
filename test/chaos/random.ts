/** Numbers that look random and follow from a seed alone. */
export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number
  pick: <T>(list: readonly T[]) => T
  /** `true` in so many of a hundred cases. */
  percent: (chance: number) => boolean
}

/** A generator of 32-bit numbers (xorshift); the same seed gives the same row. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state
  }
  for (let warmUp = 0; warmUp < 8; warmUp++) next()
  const below = (limit: number) => next() % limit
  return {
    below,
    pick: list => {
      const picked = list[below(list.length)]
      if (picked === undefined) throw new Error('There is nothing to pick from.')
      return picked
    },
    percent: chance => below(100) < chance,
  }
}
