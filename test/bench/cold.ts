import { alternate, type Figures, figures } from './figures.ts'
import { runBundle, runNode } from './process.ts'
import { startServices } from './services.ts'

/** What starting costs; milliseconds, and MiB. */
export type Cold = {
  /** `node -e 0`, from its start to its end. */
  floor: Figures
  /** The first request comes in. */
  first: Figures
  /** A ticket that is linked and complete: the shortest run that looks at something. */
  linked: Figures
  /** A ticket becomes an issue. */
  whole: Figures
  linkedPeak: Figures
  wholePeak: Figures
}

/** Starts the bundle and `node -e 0` by turns, between servers that answer at once. */
export async function measureCold(rounds: number): Promise<Cold> {
  const services = await startServices()
  const { ticketJob, addTicket } = services
  try {
    const linkedId = addTicket()
    await runBundle(ticketJob(linkedId))
    const times = await alternate(rounds, {
      floor: async () => ({ ...(await runNode(['-e', '0'])), firstMs: Number.NaN }),
      whole: () => runBundle(ticketJob(addTicket())),
      linked: () => runBundle(ticketJob(linkedId)),
    })
    const memory = await alternate(Math.ceil(rounds / 3), {
      whole: () => runBundle(ticketJob(addTicket()), { memory: 'peak' }),
      linked: () => runBundle(ticketJob(linkedId), { memory: 'peak' }),
    })
    const exits = (runs: { exitMs: number }[]) => figures(runs.map(({ exitMs }) => exitMs))
    const peaks = (runs: { MiB: number }[]) => figures(runs.map(({ MiB }) => MiB))
    return {
      floor: exits(times.floor),
      first: figures([...times.whole, ...times.linked].map(({ firstMs }) => firstMs)),
      linked: exits(times.linked),
      whole: exits(times.whole),
      linkedPeak: peaks(memory.linked),
      wholePeak: peaks(memory.whole),
    }
  } finally {
    await services.close()
  }
}
