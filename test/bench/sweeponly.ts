import { measureSweep } from './sweep.ts'

for (const n of process.argv.slice(2).map(Number)) {
  const s = await measureSweep(n)
  console.log(n, JSON.stringify(s))
}
