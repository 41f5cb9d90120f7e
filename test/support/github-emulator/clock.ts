/** A clock that runs with the given one and can be put forward. */
export type Clock = { now: () => Date; advance: (ms: number) => void }

export function createClock(now: () => Date = () => new Date()): Clock {
  let ahead = 0
  return {
    now: () => new Date(now().getTime() + ahead),
    advance: ms => {
      ahead += ms
    },
  }
}
