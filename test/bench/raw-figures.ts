import type { Figures } from './figures.ts'
import type { Link } from './links.ts'
import { mailsByTime } from './mails.ts'
import type { ReceiverFigures } from './receiver.ts'
import { roundTripsByTime } from './requests.ts'
import { type Results, times } from './results.ts'

type Row = [what: string, measured: string, note?: string]

/** All figures of one run, as a table in Markdown. */
export function rawFigures(results: Results): string {
  const rows = [
    ...coldRows(results),
    ...linkRows(results),
    ...sweepRows(results),
    ...receiverRows(results),
    ...mailRows(results),
    ...sizeRows(results),
  ]
  return [
    '| What | Measured | |',
    '|---|--:|---|',
    ...rows.map(([what, measured, note = '']) => `| ${what} | ${measured} | ${note} |`),
  ].join('\n')
}

function coldRows({ cold: { floor, first, linked, whole, linkedPeak, wholePeak } }: Results): Row[] {
  return [
    ['**Start** · `node -e 0`, to its exit', range(floor, 'ms'), `${floor.rounds} rounds, by turns`],
    ['the bundle, to its first request', range(first, 'ms')],
    ['to its exit: ticket that is linked already', range(linked, 'ms')],
    ['to its exit: ticket becomes an issue', range(whole, 'ms')],
    ['peak memory: linked already · becomes an issue', `${mib(linkedPeak)} · ${mib(wholePeak)} MiB`],
  ]
}

function linkRows({ links }: Results): Row[] {
  return links.map((link): Row => {
    const { direction, config, delayMs, wall, requests, roundTrips } = link
    const name = `${direction}, configuration in ${config === 'file' ? 'a file' : 'the input'}, answers after ${delayMs} ms`
    const trips = delayMs ? `, ${roundTrips} round trips${checkOf(link, links)}` : ''
    return [name, range(wall, 'ms'), `${requests} requests${trips}`]
  })
}

/** The slowest is held against the fastest that has a delay: the log must not be the only witness. */
function checkOf(link: Link, links: Link[]): string {
  const like = links.filter(
    ({ direction, config, delayMs }) => direction === link.direction && config === link.config && delayMs > 0,
  )
  const fast = like[0]
  if (!fast || fast === link || link !== like.at(-1)) return ''
  return ` (${roundTripsByTime(link, fast).toFixed(1)} by the wall time)`
}

function sweepRows({ sweeps, busySweep }: Results): Row[] {
  const { linked, unlinked, swept } = busySweep
  const busy: Row = [
    `**Sweep** · ${linked.toLocaleString('en')} linked tickets whose issues all changed a minute ago, and ${unlinked} without an issue`,
    `${(swept.ms / 1000).toFixed(1)} s`,
    `${swept.requests} requests, ${swept.listed} of them for lists`,
  ]
  const rows = sweeps.flatMap(({ tickets, unlinked, converged, inUseMiB, changing }): Row[] => [
    [
      `**Sweep** · ${tickets.toLocaleString('en')} tickets, all linked`,
      `${(converged.ms / 1000).toFixed(1)} s`,
      `${converged.requests} requests; in use at most ${inUseMiB.toFixed(1)} MiB, peak of the process ${converged.peakMiB.toFixed(0)} MiB`,
    ],
    [
      `${unlinked.toLocaleString('en')} of them without an issue (one write a second)`,
      `${(changing.ms / 1000).toFixed(1)} s`,
      `${changing.requests} requests; peak of the process ${changing.peakMiB.toFixed(0)} MiB`,
    ],
  ])
  return [...rows, busy]
}

function receiverRows({ receiver }: Results): Row[] {
  const bare = receiver.bare
  return Object.entries(receiver).map(([name, figures]): Row => {
    const against = bare && figures !== bare ? `CPU ${times(figures.cpu, bare.cpu)}; ` : ''
    return [
      `**Receiver** · ${name}`,
      `${Math.round(figures.perSecond.median).toLocaleString('en')} / s`,
      against + describe(figures),
    ]
  })
}

function describe({ cpu, p50, p99, rss, firstAnswer }: ReceiverFigures): string {
  const micros = (figure: Figures) => Math.round(figure.median * 1000)
  return [
    `${micros(cpu)} µs of processor time each`,
    `p50 ${p50.median.toFixed(1)} ms, p99 ${p99.median.toFixed(1)} ms`,
    `${mib(rss)} MiB`,
    `first answer after ${firstAnswer.median.toFixed(0)} ms`,
  ].join('; ')
}

function mailRows({ mails }: Results): Row[] {
  const sorted = mailsByTime(mails)
  const row = (what: string, kind = sorted[0]): Row[] =>
    kind ? [[what, range(kind.largest, 'ms'), kind.name]] : []
  return [
    ...row(`**Mails** · the issue of 256 KB, the slowest of ${mails.length} kinds`),
    ...row('the one in the middle', sorted[Math.floor(sorted.length / 2)]),
  ]
}

function sizeRows({ sizes }: Results): Row[] {
  const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`
  return [
    ['**Size** · `dist/*.js`', megabytes(sizes.action)],
    ['`dist/receiver/index.js`', megabytes(sizes.receiver)],
  ]
}

/** The median, and in brackets the quartiles if there were several rounds. */
export function range({ median, low, high, rounds }: Figures, unit: string): string {
  const quartiles = rounds > 1 ? ` (${low.toFixed(0)}–${high.toFixed(0)})` : ''
  return `${median.toFixed(0)} ${unit}${quartiles}`
}

function mib({ median }: Figures): string {
  return median.toFixed(0)
}
