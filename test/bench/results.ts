import type { ActionFigures } from './actions.ts'
import type { Cold } from './cold.ts'
import type { Figures } from './figures.ts'
import type { Link } from './links.ts'
import type { MailKind } from './mails.ts'
import type { ReceiverFigures } from './receiver.ts'
import type { BusySweep, Sweep } from './sweep.ts'

/** Everything that one run of the benchmark found. */
export type Results = {
  cold: Cold
  links: Link[]
  sweeps: Sweep[]
  busySweep: BusySweep
  /** By name; `bare` is what the others are held against. */
  receiver: Record<string, ReceiverFigures>
  /** Measured by turns with `receiver`, if a folder holds the peers' packages. */
  peers?: Peers
  /** Measured if a folder holds checkouts of other actions. */
  actions?: ActionFigures[]
  mails: MailKind[]
  /** Bytes of the bundles, licences left out. */
  sizes: { action: number; receiver: number }
}

/** Other receivers of webhooks by name, and the parts of this one, each on top of the ones before. */
export type Peers = { servers: Record<string, ReceiverFigures>; parts: Record<string, ReceiverFigures> }

/** By how much one median is above another: `2.6×`. */
export function times(one: Figures, other: Figures): string {
  return `${ratio(one, other).toFixed(1)}×`
}

/** How many times one median is as large as another. */
export function ratio(one: Figures, other: Figures): number {
  return one.median / other.median
}
