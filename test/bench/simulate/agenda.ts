/** Something that goes on in simulated time. It yields the milliseconds that it waits. */
export type Process = Generator<number, void, void>

/** Simulated time, and what is still to happen in it. */
export type Agenda = {
  /** Milliseconds since the epoch. */
  now: () => number
  /** Lets something happen in so many milliseconds. What returns a promise is awaited before anything else happens. */
  after: (ms: number, happen: Happening) => void
  /** Starts a process at once. `onEnd` is called when it has ended. */
  spawn: (process: Process, onEnd?: () => void) => void
  /** Lets everything happen that is due before `until` (milliseconds since the epoch). */
  run: (until: number) => Promise<void>
}

export type Happening = () => void | Promise<void>

type Entry = { at: number; order: number; happen: Happening }

/** Makes an agenda. What is due at the same time happens in the order in which it was entered. */
export function createAgenda(startsAt: number): Agenda {
  const heap: Entry[] = []
  let now = startsAt
  let order = 0

  const after: Agenda['after'] = (ms, happen) => {
    push(heap, { at: now + Math.max(ms, 0), order: order++, happen })
  }
  const advance = (process: Process, onEnd?: () => void): void => {
    const { value, done } = process.next()
    if (done) onEnd?.()
    else after(value, () => advance(process, onEnd))
  }
  return {
    now: () => now,
    after,
    spawn: advance,
    async run(until) {
      for (let next = heap[0]; next && next.at < until; next = heap[0]) {
        pop(heap)
        now = next.at
        const pending = next.happen()
        if (pending) await pending
      }
      now = Math.max(now, until)
    },
  }
}

/** Whether one entry is due before the other. */
function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order)
}

/** Adds an entry to a binary heap, whose first entry is the next one. */
function push(heap: Entry[], entry: Entry): void {
  let at = heap.length
  heap.push(entry)
  while (at > 0) {
    const above = (at - 1) >> 1
    const parent = heap[above] as Entry
    if (!isBefore(entry, parent)) break
    heap[at] = parent
    at = above
  }
  heap[at] = entry
}

/** Removes the first entry of the heap. */
function pop(heap: Entry[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  let at = 0
  for (;;) {
    let below = 2 * at + 1
    if (below >= heap.length) break
    if (below + 1 < heap.length && isBefore(heap[below + 1] as Entry, heap[below] as Entry)) below++
    const child = heap[below] as Entry
    if (!isBefore(child, last)) break
    heap[at] = child
    at = below
  }
  heap[at] = last
}
