import type { Link } from './links.ts'
import { mailsByTime, mostGrowth } from './mails.ts'
import { type Results, ratio } from './results.ts'

/** A target, what was measured, and whether that is good enough. */
export type Judged = { target: string; measured: string; met: (typeof VERDICTS)[number] }

/** The order of the table: what is not reached comes first. */
const VERDICTS = ['**no**', 'not checked', 'yes'] as const

type Bound = { atMost: number; digits?: number; unit?: string }

/** The most that one link may cost. In a file, the configuration costs a request more. */
const LINKS: (Pick<Link, 'direction' | 'config' | 'roundTrips' | 'requests'> & { name: string })[] = [
  { direction: 'ticket → issue', config: 'input', roundTrips: 7, requests: 10, name: 'in the input' },
  { direction: 'ticket → issue', config: 'file', roundTrips: 7, requests: 11, name: 'in a file' },
  { direction: 'issue → ticket', config: 'input', roundTrips: 6, requests: 13, name: 'in the input' },
  { direction: 'issue → ticket', config: 'file', roundTrips: 7, requests: 14, name: 'in a file' },
]

/** Receivers of GitHub's webhooks. */
const PEERS = ['@octokit/webhooks', 'probot']

/**
 * Holds the figures against the project's targets. Only what a user notices has one: round trips make the wait,
 * requests count against GitHub's limits, bundles are downloaded, and the receiver's memory is rented.
 */
export function targets(results: Results): Judged[] {
  const rank = ({ met }: Judged) => VERDICTS.indexOf(met)
  return allTargets(results).toSorted((one, other) => rank(one) - rank(other))
}

function allTargets(results: Results): Judged[] {
  const { links, sweeps, busySweep, receiver, mails, sizes } = results
  const forwarding = receiver['a forwarded one, GitHub answers at once']
  const most = sweeps.at(-1)
  return [
    ...LINKS.flatMap(limit => linkTargets(limit, links)),
    ...(most
      ? [
          judge(
            `requests of a sweep over ${most.tickets.toLocaleString('en')} tickets: pages + 7 × changed + 10`,
            most.changing.requests,
            { atMost: most.changing.listed + 7 * most.unlinked + 10 },
          ),
        ]
      : []),
    judge(
      `requests of a sweep over ${busySweep.linked.toLocaleString('en')} tickets whose issues all changed: pages + 7 × ${busySweep.unlinked} + 20`,
      busySweep.swept.requests,
      { atMost: busySweep.swept.listed + 7 * busySweep.unlinked + 20 },
    ),
    ...(forwarding
      ? [judge('receiver: RSS after load', forwarding.rss.median, { atMost: 160, unit: ' MiB' })]
      : []),
    ...PEERS.map(name => peerTarget(name, results)),
    judge('the issue of 256 KB of mail, of any kind', (mailsByTime(mails)[0]?.largest.median ?? 0) / 1000, {
      atMost: 1,
      digits: 2,
      unit: ' s',
    }),
    judge('256 KB of mail against 128 KB (linear is 2 ×, quadratic 4 ×)', mostGrowth(mails), {
      atMost: 3.5,
      digits: 1,
      unit: ' ×',
    }),
    judge('`dist/*.js`', sizes.action / 1e6, { atMost: 4, digits: 2, unit: ' MB' }),
    judge('`dist/receiver/index.js`', sizes.receiver / 1e6, { atMost: 2.1, digits: 2, unit: ' MB' }),
  ]
}

/** Nobody else's receiver may take less processor time. Without the peers' packages, nobody looked. */
function peerTarget(name: string, { receiver, peers }: Results): Judged {
  const target = `receiver: processor time of an ignored event, against ${name}`
  const ours = receiver['an event that is ignored']
  const theirs = Object.entries(peers?.servers ?? {}).find(([key]) => key.startsWith(`${name} `))?.[1]
  const bound = { atMost: 1, digits: 2, unit: ' ×' }
  if (ours && theirs) return judge(target, ratio(ours.cpu, theirs.cpu), bound)
  return { target: `${target}: ≤ 1.00 ×`, measured: 'needs `--peers`', met: 'not checked' }
}

/** Round trips are counted where answers take longest, because there they can't be confused with a slow machine. */
function linkTargets(
  { direction, config, roundTrips, requests, name }: (typeof LINKS)[number],
  links: Link[],
): Judged[] {
  const slowest = Math.max(...links.map(({ delayMs }) => delayMs))
  const link = links.find(
    each => each.direction === direction && each.config === config && each.delayMs === slowest,
  )
  if (!link) return []
  const what = `${direction}, configuration ${name}`
  return [
    judge(`round trips, ${what}`, link.roundTrips, { atMost: roundTrips }),
    judge(`requests, ${what}`, link.requests, { atMost: requests }),
  ]
}

function judge(target: string, value: number, { atMost, digits = 0, unit = '' }: Bound): Judged {
  const shown = (number: number) => `${number.toFixed(digits)}${unit}`
  const met = value <= atMost ? 'yes' : '**no**'
  return { target: `${target}: ≤ ${shown(atMost)}`, measured: shown(value), met }
}
