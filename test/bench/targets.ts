import { type Results, ratio } from './results.ts'

/** A target, what was measured, and whether that is good enough. */
export type Judged = { target: string; measured: string; met: string }

type Bound = { atMost: number; stretch?: number; digits?: number; unit?: string }

/** Holds the figures against the project's targets; ratios are within one run. */
export function targets({ cold, links, sweeps, receiver, sizes }: Results): Judged[] {
  const slowest = Math.max(...links.map(({ delayMs }) => delayMs))
  const link = (direction: string, config: string) =>
    links.find(each => each.direction === direction && each.config === config && each.delayMs === slowest)
  const trips = (direction: string, config: string) => link(direction, config)?.roundTrips ?? Number.NaN
  const wallAllowed = 6 * slowest + 2 * cold.first.median
  const wall = link('ticket → issue', 'input')?.wall.median ?? Number.NaN
  const most = sweeps.at(-1)
  const memory = sweeps.map(({ inUseMiB }) => inUseMiB)
  const ignoring = receiver['an event that is ignored']
  const bare = receiver.bare
  return [
    judge('peak memory of a run that makes an issue', cold.wholePeak.median, { atMost: 80, unit: ' MiB' }),
    judge('`dist/index.js` with its chunks', sizes.action / 1e6, {
      ...{ atMost: 2.2, stretch: 1.6, digits: 2, unit: ' MB' },
    }),
    judge('round trips, ticket → issue', trips('ticket → issue', 'input'), { atMost: 6 }),
    judge('the same with the configuration in a file', trips('ticket → issue', 'file'), { atMost: 7 }),
    judge('round trips, issue → ticket', trips('issue → ticket', 'input'), { atMost: 6, stretch: 5 }),
    judge(`ticket → issue at ${slowest} ms an answer: 6 × ${slowest} ms + 2 × cold start`, wall, {
      ...{ atMost: wallAllowed, unit: ' ms' },
    }),
    ...(most
      ? [
          judge(
            `requests of a sweep over ${most.tickets.toLocaleString('en')} tickets: pages + 7 × changed + 10`,
            most.changing.requests,
            { atMost: most.changing.listed + 7 * most.unlinked + 10 },
          ),
        ]
      : []),
    judge('memory in use in the largest sweep of converged tickets, × that of the smallest', growth(memory), {
      ...{ atMost: 1.1, digits: 2, unit: '×' },
    }),
    ...(ignoring && bare
      ? [
          judge('receiver, ignored event: CPU, × bare', ratio(ignoring.cpu, bare.cpu), {
            ...{ atMost: 3.2, stretch: 2.5, digits: 1, unit: '×' },
          }),
          judge('receiver: RSS after load', ignoring.rss.median, { atMost: 105, stretch: 90, unit: ' MiB' }),
          judge('receiver: start → first answer, × bare', ratio(ignoring.firstAnswer, bare.firstAnswer), {
            ...{ atMost: 2.1, stretch: 1.25, digits: 2, unit: '×' },
          }),
        ]
      : []),
    judge('`dist/receiver/index.js`', sizes.receiver / 1e3, { atMost: 250, unit: ' KB' }),
  ]
}

function judge(target: string, value: number, { atMost, stretch, digits = 0, unit = '' }: Bound): Judged {
  const shown = (number: number) => `${number.toFixed(digits)}${unit}`
  const aims = `≤ ${shown(atMost)}${stretch === undefined ? '' : `, stretch ${shown(stretch)}`}`
  const met =
    value <= (stretch ?? Number.NEGATIVE_INFINITY) ? 'yes, stretch too' : value <= atMost ? 'yes' : '**no**'
  return { target: `${target}: ${aims}`, measured: shown(value), met }
}

function growth(values: number[]): number {
  return (values.at(-1) ?? Number.NaN) / (values[0] ?? Number.NaN)
}
