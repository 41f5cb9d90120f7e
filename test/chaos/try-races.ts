import { RACES, race } from './races.ts'

const only = process.argv[2]
const seedOnly = process.argv[3]
for (const r of RACES) {
  if (only && !r.name.includes(only)) continue
  let bad = 0
  const settled: Record<string, number> = {}
  for (let seed = 1; seed <= 40; seed++) {
    if (seedOnly && Number(seedOnly) !== seed) continue
    const runs = 2 + (seed % 4)
    const raced = await race(r, { seed, runs })
    settled[String(raced.settledBy)] = (settled[String(raced.settledBy)] ?? 0) + 1
    const failed = raced.ends.filter(e => e.exitCode)
    if (raced.faults.length || raced.inVain.length || failed.length) {
      bad++
      console.log(
        r.name,
        seed,
        runs,
        raced.settledBy,
        raced.faults,
        raced.inVain,
        failed.map(f => f.log),
      )
      if (seedOnly) console.log(raced.ends.map(e => e.log).join('\n--\n'))
    }
  }
  console.log('==', r.name, 'bad', bad, settled)
}
