import { casesFor, everySituation } from './matrix.ts'
import { play } from './play.ts'

const known = await everySituation()
const cases = casesFor(Number(process.argv[2] ?? 1), known)
console.log(cases.length, 'cases')
const only = process.argv[3]
const t = Date.now()
let bad = 0
for (const c of cases) {
  if (only && !`${c.situation.name} | ${c.name}`.includes(only)) continue
  const u = known.find(k => k.situation === c.situation)
  if (!u) throw new Error()
  let p
  try {
    p = await play(c, u)
  } catch (e) {
    console.log('CRASH', c.situation.name, c.name, e)
    continue
  }
  const wrong =
    p.reruns === undefined ||
    p.difference.doubled.length ||
    p.difference.lost.length ||
    p.writtenInVain.length ||
    p.longestRequest > 90000 ||
    p.longestRun > 300000 ||
    p.violations.length
  if (wrong || only) {
    bad++
    console.log(
      `--- ${c.situation.name} | ${c.name}: reruns ${p.reruns} req ${p.longestRequest} run ${p.longestRun} exit ${p.failed.length}`,
    )
    for (const d of p.difference.doubled) console.log('   + ', d.slice(0, 200))
    for (const d of p.difference.lost) console.log('   - ', d.slice(0, 200))
    if (p.writtenInVain.length) console.log('   in vain', p.writtenInVain)
    if (p.violations.length) console.log('   ', p.violations)
    if (only) for (const f of p.failed) console.log(f.log)
  }
}
console.log(bad, 'bad', (Date.now() - t) / 1000, 's')
