import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureCold } from './cold.ts'
import { bare, type Contender, forwarding, ignoring, peersIn } from './contenders.ts'
import { alternate } from './figures.ts'
import { measureLinks } from './links.ts'
import { measureMails } from './mails.ts'
import { figuresPage, writePage } from './page.ts'
import { loadServer, type ReceiverFigures, sumUp } from './receiver.ts'
import type { Results } from './results.ts'
import { measureBusySweep, measureSweep, type Sweep } from './sweep.ts'

/*
 * Measures speed and size of the built bundles between the emulators, and prints a table in Markdown.
 *   npm run bench [-- --quick] [-- --write] [-- --peers <folder>]
 * --quick takes less than a minute and fewer rounds; --write puts the figures into docs/performance.md; --peers also
 * loads @octokit/webhooks and probot, if `npm install --prefix <folder> @octokit/webhooks probot` put them there.
 * Linux only: memory and processor time are read from /proc.
 */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    peers: { type: 'string' },
  },
})
const size = values.quick
  ? { rounds: 5, links: 1, delays: [0, 50, 200], sweeps: [100, 1000], deliveries: 3000, loads: 2, mails: 1 }
  : {
      rounds: 15,
      links: 3,
      delays: [0, 50, 200],
      sweeps: [100, 1000, 10_000],
      deliveries: 8000,
      loads: 5,
      mails: 3,
    }

const startedAt = performance.now()
const results: Results = {
  cold: await told('start', () => measureCold(size.rounds)),
  links: await told('links', () => measureLinks(size.delays, size.links)),
  receiver: await told('receiver', measureReceiver),
  sweeps: await told('sweeps', measureSweeps),
  busySweep: await told('a busy sweep', () => measureBusySweep(2000, 20)),
  mails: await told('mails', async () => measureMails(size.mails)),
  sizes: await measureSizes(),
}
const flags = [...(values.quick ? ['--quick'] : []), ...(values.peers ? ['--peers <folder>'] : [])]
const page = figuresPage(results, ['npm run bench', ...(flags.length ? ['--', ...flags] : [])].join(' '))
console.log(`\n${page}\n`)
console.log(`Took ${Math.round((performance.now() - startedAt) / 1000)} s.`)
if (values.write) await writePage(page)

async function told<Value>(what: string, measure: () => Promise<Value>): Promise<Value> {
  const from = performance.now()
  const value = await measure()
  console.log(`${what}: ${Math.round((performance.now() - from) / 1000)} s`)
  return value
}

async function measureReceiver(): Promise<Record<string, ReceiverFigures>> {
  const at = (contender: Contender, delayMs = 0) => {
    const deliveries = delayMs ? Math.ceil(size.deliveries / 25) : size.deliveries
    return () => loadServer(contender, { deliveries, delayMs })
  }
  const peers = values.peers ? peersIn(values.peers) : {}
  const rounds = await alternate(size.loads, {
    bare: at(bare),
    'an event that is ignored': at(ignoring),
    'a forwarded one, GitHub answers at once': at(forwarding),
    ...Object.fromEntries(Object.entries(peers).map(([name, peer]) => [name, at(peer)])),
  })
  const slow = 'a forwarded one, GitHub answers after 200 ms'
  Object.assign(rounds, await alternate(1, { [slow]: at(forwarding, 200) }))
  return Object.fromEntries(Object.entries(rounds).map(([name, loads]) => [name, sumUp(loads)]))
}

async function measureSweeps(): Promise<Sweep[]> {
  const sweeps: Sweep[] = []
  for (const tickets of size.sweeps) sweeps.push(await measureSweep(tickets))
  return sweeps
}

async function measureSizes(): Promise<Results['sizes']> {
  const dist = join(import.meta.dirname, '..', '..', 'dist')
  const bytes = async (folder: string) => {
    const names = (await readdir(folder)).filter(name => name.endsWith('.js'))
    const sizes = await Promise.all(names.map(async name => (await stat(join(folder, name))).size))
    return sizes.reduce((sum, each) => sum + each, 0)
  }
  return { action: await bytes(dist), receiver: await bytes(join(dist, 'receiver')) }
}
