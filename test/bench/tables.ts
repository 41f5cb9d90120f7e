import type { ActionFigures } from './actions.ts'
import type { Figures } from './figures.ts'
import { range } from './raw-figures.ts'
import { type Peers, type Results, times } from './results.ts'
import { targets } from './targets.ts'

/** What a user waits for: a link, by how long FreeScout and GitHub take for each answer. */
export function waitsTable({ links }: Results): string {
  const delays = [...new Set(links.map(({ delayMs }) => delayMs))].filter(delayMs => delayMs > 0)
  const kinds = Map.groupBy(
    links.filter(({ delayMs }) => delayMs > 0),
    ({ direction, config }) =>
      `${direction}, configuration ${config === 'file' ? 'in a file' : 'as an input'}`,
  )
  return table({
    head: ['Link', ...delays.map(delayMs => `Answers after ${delayMs} ms`), 'Round trips', 'Requests'],
    rows: [...kinds].map(([kind, group]) => [
      kind,
      ...group.map(({ wall }) => seconds(wall.median)),
      group.at(-1)?.roundTrips ?? '',
      group.at(-1)?.requests ?? '',
    ]),
  })
}

/** How long a sweep takes when services answer at once. */
export function sweepsTable({ sweeps }: Results): string {
  return table({
    head: ['Sweep over', 'Nothing to do', 'One ticket in 100 needs an issue'],
    rows: sweeps.map(({ tickets, converged, changing }) => [
      `${tickets.toLocaleString('en')} tickets`,
      `${seconds(converged.ms)}, ${converged.requests} requests`,
      `${seconds(changing.ms)}, ${changing.requests} requests`,
    ]),
  })
}

/** The targets, those that are not reached first. */
export function targetsTable(results: Results): string {
  return table({
    words: ['Target', 'Met?'],
    head: ['Target', 'Measured', 'Met?'],
    rows: targets(results).map(({ target, measured, met }) => [target, measured, met]),
  })
}

/** Servers that take a delivery and forward nothing, the one with the least processor time first. */
export function receiversTable({ receiver: { bare, ...receiver } }: Results, { servers }: Peers): string {
  const ours = receiver['an event that is ignored']
  if (!bare || !ours) return ''
  const all = Object.entries({ 'bare `node:http`': bare, '**this receiver**': ours, ...servers })
  return table({
    head: ['Server', 'Processor time for a delivery', 'Against bare', 'Memory', 'First answer'],
    rows: all
      .toSorted(([, one], [, other]) => one.cpu.median - other.cpu.median)
      .map(([name, { cpu, rss, firstAnswer }]) => [
        name,
        micros(cpu),
        times(cpu, bare.cpu),
        `${rss.median.toFixed(0)} MiB`,
        `${firstAnswer.median.toFixed(0)} ms`,
      ]),
  })
}

/** What each part of the receiver adds to the processor time of a delivery. */
export function partsTable({ receiver }: Results, { parts }: Peers): string {
  const { bare, 'an event that is ignored': ours } = receiver
  if (!bare || !ours) return ''
  const all = Object.entries({ 'bare `node:http`': bare, ...parts, 'filter, answer and log line': ours })
  const whole = ours.cpu.median
  return table({
    head: ['Part of this receiver', 'Adds', 'Share'],
    rows: all.map(([name, { cpu }], at) => {
      const added = cpu.median - (all[at - 1]?.[1].cpu.median ?? 0)
      return [name, `${(added * 1000).toFixed(0)} µs`, `${((added / whole) * 100).toFixed(0)} %`]
    }),
  })
}

/** Actions, each with a small job of its own. */
export function actionsTable(actions: ActionFigures[]): string {
  return table({
    words: ['Action', 'Its job'],
    head: ['Action', 'Its job', 'Requests', 'Start → first request', 'Whole run', 'Peak memory', 'Bundle'],
    rows: actions.map(({ name, job, requests, first, whole, peak, bundle }) => [
      name,
      job,
      requests,
      range(first, 'ms'),
      range(whole, 'ms'),
      `${peak.median.toFixed(0)} MiB`,
      `${(bundle / 1e6).toFixed(2)} MB`,
    ]),
  })
}

function micros({ median, low, high, rounds }: Figures): string {
  return range({ median: median * 1000, low: low * 1000, high: high * 1000, rounds }, 'µs')
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** A table in Markdown. @param words the columns of words; figures are aligned to the right */
function table({
  head,
  rows,
  words = head.slice(0, 1),
}: {
  head: string[]
  rows: (string | number)[][]
  words?: string[]
}): string {
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
  const rule = head.map(name => (words.includes(name) ? '---|' : '--:|')).join('')
  return [line(head), `|${rule}`, ...rows.map(line)].join('\n')
}
