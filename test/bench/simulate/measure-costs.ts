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

/** The mean of what the kinds of runs of a typical ticket cost, for people. */
export function costLines({ file, input }: Costs): string[] {
  return Object.keys(file.scripts).map(name => {
    const kind = name as keyof Scripts
    const [inFile, inInput] = [file.scripts[kind], input.scripts[kind]]
    const requests = `${inFile.freescoutRequests} to FreeScout, ${inFile.githubRequests} to GitHub`
    return `${name}: ${requests} (${inInput.githubRequests} with the configuration as an input)`
  })
}
