import { recordRuns, type Scripts } from './run-kinds.ts'
import type { ConfigPlace } from './stage.ts'
import { measureSweepCosts, type SweepCosts } from './sweep-costs.ts'

/** What runs and sweeps cost, by where the configuration is. */
export type Costs = Record<ConfigPlace, { scripts: Scripts; sweepCosts: SweepCosts }>

/** Measures all costs with the real code. It takes some seconds. */
export async function measureCosts(): Promise<Costs> {
  const measure = async (place: ConfigPlace) => ({
    scripts: await recordRuns(place),
    sweepCosts: await measureSweepCosts(place),
  })
  return { file: await measure('file'), input: await measure('input') }
}
