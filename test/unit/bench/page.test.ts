import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withParts } from '../../../scripts/page-parts.ts'
import type { ActionFigures } from '../../bench/actions.ts'
import { type Figures, figures } from '../../bench/figures.ts'
import { pageParts } from '../../bench/performance-page.ts'
import { range } from '../../bench/raw-figures.ts'
import type { ReceiverFigures } from '../../bench/receiver.ts'
import type { Peers, Results } from '../../bench/results.ts'
import { actionsTable, partsTable, receiversTable, sweepsTable, waitsTable } from '../../bench/tables.ts'
import { targets } from '../../bench/targets.ts'

const PAGE = join(import.meta.dirname, '..', '..', '..', 'docs', 'performance.md')

const exactly = (value: number): Figures => figures([value, value])

/** A server under load that takes so many microseconds of processor time for a delivery. */
function server(micros: number): ReceiverFigures {
  const [cpu, other] = [exactly(micros / 1000), exactly(100)]
  return { perSecond: other, cpu, p50: other, p99: other, rss: other, peak: other, firstAnswer: other }
}

const PEERS: Peers = {
  servers: { '@octokit/webhooks 1.2.3': server(60), 'probot 4.5.6': server(80) },
  parts: { '@hono/node-server': server(30), hono: server(35), JSON: server(65) },
}

const ACTIONS: ActionFigures[] = [
  {
    name: 'actions/labeler 7.0.0',
    job: 'puts a label on a pull request',
    first: exactly(100),
    whole: exactly(200),
    peak: exactly(90),
    requests: 5,
    bundle: 1_590_000,
  },
]

/** Results of a run without the folders of peers and actions. */
function results(more: Partial<Results> = {}): Results {
  const cold = exactly(40)
  const swept = { requests: 40, listed: 40, ms: 540, peakMiB: 120 }
  const link = { direction: 'ticket → issue', requests: 11, roundTrips: 7 } as const
  return {
    cold: { floor: cold, first: cold, linked: cold, whole: cold, linkedPeak: cold, wholePeak: cold },
    links: [
      { ...link, config: 'file', delayMs: 0, wall: exactly(300) },
      { ...link, config: 'file', delayMs: 50, wall: exactly(720) },
      { ...link, config: 'file', delayMs: 200, wall: exactly(1770) },
    ],
    receiver: { bare: server(20), 'an event that is ignored': server(70) },
    sweeps: [
      {
        tickets: 1000,
        unlinked: 10,
        converged: swept,
        inUseMiB: 14,
        changing: { ...swept, requests: 114, ms: 9500 },
      },
    ],
    busySweep: { linked: 2000, unlinked: 20, swept },
    mails: [{ name: 'words', smallest: exactly(100), largest: exactly(150) }],
    sizes: { action: 3.8e6, receiver: 2e6 },
    ...more,
  }
}

describe('The tables of the benchmark', () => {
  it('a wait is shown for each delay of the services, and none for services that answer at once', () => {
    expect(waitsTable(results()).split('\n')).toEqual([
      '| Link | Answers after 50 ms | Answers after 200 ms | Round trips | Requests |',
      '|---|--:|--:|--:|--:|',
      '| ticket → issue, configuration in a file | 0.7 s | 1.8 s | 7 | 11 |',
    ])
  })

  it('a sweep is shown with its time and its requests, with and without something to do', () => {
    expect(sweepsTable(results()).split('\n').at(-1)).toBe(
      '| 1,000 tickets | 0.5 s, 40 requests | 9.5 s, 114 requests |',
    )
  })

  it('servers stand in the order of their processor time', () => {
    const rows = receiversTable(results(), PEERS).split('\n').slice(2)
    expect(rows.map(row => row.split('|').slice(1, 4).join('·'))).toEqual([
      ' bare `node:http` · 20 µs (20–20) · 1.0× ',
      ' @octokit/webhooks 1.2.3 · 60 µs (60–60) · 3.0× ',
      ' **this receiver** · 70 µs (70–70) · 3.5× ',
      ' probot 4.5.6 · 80 µs (80–80) · 4.0× ',
    ])
  })

  it('a part of the receiver is shown by what it adds to the parts before it', () => {
    expect(partsTable(results(), PEERS).split('\n').slice(2)).toEqual([
      '| bare `node:http` | 20 µs | 29 % |',
      '| @hono/node-server | 10 µs | 14 % |',
      '| hono | 5 µs | 7 % |',
      '| JSON | 30 µs | 43 % |',
      '| filter, answer and log line | 5 µs | 7 % |',
    ])
  })

  it('an action is shown with its job and its requests, because no two of them do the same work', () => {
    expect(actionsTable(ACTIONS).split('\n').at(-1)).toBe(
      '| actions/labeler 7.0.0 | puts a label on a pull request | 5 | 100 ms (100–100) | 200 ms (200–200) | 90 MiB | 1.59 MB |',
    )
  })
})

it('a figure of one round has no quartiles', () => {
  expect(range(figures([702]), 'ms')).toBe('702 ms')
  expect(range(figures([700, 702, 704]), 'ms')).toBe('702 ms (701–703)')
})

describe('The targets of the benchmark', () => {
  const against = (name: string, from: Results) => targets(from).find(({ target }) => target.includes(name))

  it('a target that is not reached stands first', () => {
    const judged = targets(results({ peers: PEERS }))
    expect(judged.map(({ met }) => met).slice(0, 2)).toEqual(['**no**', 'yes'])
    expect(judged[0]?.target).toContain('@octokit/webhooks')
  })

  it('the receiver is held against each of its peers', () => {
    const peers = results({ peers: PEERS })
    expect(against('@octokit/webhooks', peers)).toMatchObject({ measured: '1.17 ×', met: '**no**' })
    expect(against('probot', peers)).toMatchObject({ measured: '0.88 ×', met: 'yes' })
  })

  it('a run without the peers says that nobody compared with them', () => {
    expect(against('probot', results())).toMatchObject({ measured: 'needs `--peers`', met: 'not checked' })
  })
})

describe('The page of the benchmark', () => {
  const where = { path: 'page.md', command: 'npm run bench' }

  it('a part replaces what stood between its lines, and nothing else', () => {
    const page = 'before\n<!-- one: npm run bench -->\n\nold\n\n<!-- end of one -->\nafter\n'
    expect(withParts(page, { one: 'new' }, where)).toBe(page.replace('old', 'new'))
  })

  it('a part of another command may have the same name', () => {
    const other = '<!-- one: npm run simulate -->\n\nold\n\n<!-- end of one -->\n'
    const page = `${other}<!-- one: npm run bench -->\n\nold\n\n<!-- end of one -->\n`
    const written = page.replace(/old(?![\s\S]*old)/, 'new')
    expect(withParts(page, { one: 'new' }, where)).toBe(written)
  })

  it('a page that lost the lines around a part is named', () => {
    expect(() => withParts('nothing', { one: 'new' }, where)).toThrow(
      'page.md needs the lines "<!-- one: npm run bench -->" and "<!-- end of one -->", in this order.',
    )
  })

  it('a run without the folders of peers and actions leaves their tables as they are', () => {
    expect(Object.keys(pageParts(results(), 'today'))).toEqual(['waits', 'targets', 'figures'])
    const all = pageParts(results({ peers: PEERS, actions: ACTIONS }), 'today')
    expect(Object.keys(all)).toEqual(['waits', 'receivers', 'actions', 'targets', 'figures'])
    expect(all.actions).toMatch(/^today\n\n/)
  })

  it('docs/performance.md has a place for every part', () => {
    const all = pageParts(results({ peers: PEERS, actions: ACTIONS }), 'today')
    const page = withParts(readFileSync(PAGE, 'utf8'), all, { ...where, path: PAGE })
    for (const part of Object.values(all)) expect(page).toContain(part)
  })
})
