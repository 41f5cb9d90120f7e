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
  mails: MailKind[]
  /** Bytes of the bundles, licences left out. */
  sizes: { action: number; receiver: number }
}

/** By how much one median is above another: `2.6×`. */
export function times(one: Figures, other: Figures): string {
  return `${ratio(one, other).toFixed(1)}×`
}

function ratio(one: Figures, other: Figures): number {
  return one.median / other.median
}
