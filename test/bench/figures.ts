/** What several rounds gave. */
export type Figures = { median: number; low: number; high: number; rounds: number }

/** Sums up the rounds of one measurement; low and high are the quartiles, so that one bad round does not show. */
export function figures(values: number[]): Figures {
  return {
    median: quantile(values, 0.5),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    rounds: values.length,
  }
}

/** The value below which a share of all values lies: 0.5 for the median. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (sorted.length - 1) * share
  const [below = Number.NaN, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return below + (above - below) * (at - Math.floor(at))
}

/** Measures in turns, so that what disturbs the machine for a while disturbs them all; gives each one's rounds. */
export async function alternate<Name extends string, Value>(
  rounds: number,
  measurements: Record<Name, () => Promise<Value>>,
): Promise<Record<Name, Value[]>> {
  const names = Object.keys(measurements) as Name[]
  const found = Object.fromEntries(names.map(name => [name, []])) as unknown as Record<Name, Value[]>
  for (let round = 0; round < rounds; round++) {
    for (const name of names) found[name].push(await measurements[name]())
  }
  return found
}
