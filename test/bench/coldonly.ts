import { measureCold } from './cold.ts'

const c = await measureCold(Number(process.argv[2] ?? 9))
const f = c.floor.median
console.log(
  Object.fromEntries(
    Object.entries(c).map(([k, v]) => [k, `${v.median.toFixed(1)} ${(v.median / f).toFixed(2)}x`]),
  ),
)
