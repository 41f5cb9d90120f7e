import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureActions } from './actions.ts'
import { measureCold } from './cold.ts'
import { bare, type Contender, forwarding, ignoring, partsOfReceiver, peersIn } from './contenders.ts'
import { alternate } from './figures.ts'
import { measureLinks } from './links.ts'
import { measureMails } from './mails.ts'
import { pageParts, takenBy, writePage } from './performance-page.ts'
import { type Loaded, loadServer, sumUp } from './receiver.ts'
import type { Results } from './results.ts'
import { measureBusySweep, measureSweep, type Sweep } from './sweep.ts'

/*
 * Measures speed and size of the built bundles between the emulators, and prints the tables of docs/performance.md.
 *   npm run bench [-- --quick] [-- --write] [-- --peers <folder>] [-- --actions <folder>]
 * --quick makes fewer rounds; --write puts the tables into the page; --peers also loads @octokit/webhooks and probot;
 * --actions also runs three of GitHub's own actions. The page says how to fill the folders. Linux only: memory and
 * processor time are read from /proc.
 */

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    peers: { type: 'string' },
    actions: { type: 'string' },
  },
})
const size = values.quick
  ? {
      rounds: 5,
      links: 1,
      delays: [0, 50, 200],
      sweeps: [100, 1000],
      deliveries: 3000,
      loads: 2,
      mails: { rounds: 1, kinds: 'hard' } as const,
    }
  : {
      rounds: 11,
      links: 2,
      delays: [0, 50, 200],
      sweeps: [100, 1000, 10_000],
      deliveries: 6000,
      loads: 5,
      mails: { rounds: 1, kinds: 'all' } as const,
    }

const startedAt = performance.now()
const { actions, peers } = values
const results: Results = {
  cold: await told('start', () => measureCold(size.rounds)),
  links: await told('links', () => measureLinks(size.delays, size.links)),
  ...(await told('receiver', measureReceiver)),
  ...(actions && { actions: await told('actions', () => measureActions(actions, size.rounds)) }),
  sweeps: await told('sweeps', measureSweeps),
  busySweep: await told('a busy sweep', () => measureBusySweep(2000, 20)),
  mails: await told('mails', async () => measureMails(size.mails)),
  sizes: await measureSizes(),
}
const flags = [
  ...(values.quick ? ['--quick'] : []),
  ...(peers ? ['--peers <folder>'] : []),
  ...(actions ? ['--actions <folder>'] : []),
]
const parts = pageParts(
  results,
  takenBy(['npm run bench', ...(flags.length ? ['--', ...flags] : [])].join(' ')),
)
for (const part of Object.values(parts)) console.log(`\n${part}`)
console.log(`\nTook ${Math.round((performance.now() - startedAt) / 1000)} s.`)
if (values.write) await writePage(parts, 'npm run bench')

async function told<Value>(what: string, measure: () => Promise<Value>): Promise<Value> {
  const from = performance.now()
  const value = await measure()
  console.log(`${what}: ${Math.round((performance.now() - from) / 1000)} s`)
  return value
}

async function measureReceiver(): Promise<Pick<Results, 'receiver' | 'peers'>> {
  const at = (contender: Contender, delayMs = 0) => {
    const deliveries = delayMs ? Math.ceil(size.deliveries / 25) : size.deliveries
    return () => loadServer(contender, { deliveries, delayMs })
  }
  const ours = {
    bare: at(bare),
    'an event that is ignored': at(ignoring),
    'a forwarded one, GitHub answers at once': at(forwarding),
  }
  const all = (contenders: Record<string, Contender>) =>
    Object.fromEntries(Object.entries(contenders).map(([name, contender]) => [name, at(contender)]))
  const servers = peers ? all(await peersIn(peers)) : {}
  const steps = peers ? all(partsOfReceiver()) : {}
  const rounds = await alternate<string, Loaded>(size.loads, { ...ours, ...servers, ...steps })
  const slow = 'a forwarded one, GitHub answers after 200 ms'
  const slowRounds = await alternate(1, { [slow]: at(forwarding, 200) })
  const summed = (names: Record<string, unknown>) =>
    Object.fromEntries(Object.keys(names).map(name => [name, sumUp(rounds[name] ?? [])]))
  return {
    receiver: { ...summed(ours), [slow]: sumUp(slowRounds[slow] ?? []) },
    ...(peers && { peers: { servers: summed(servers), parts: summed(steps) } }),
  }
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
