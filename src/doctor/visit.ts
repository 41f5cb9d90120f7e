import { freescoutSetup } from '../freescout/setup.ts'
import { githubSetup } from '../github/setup.ts'
import type { Fetch } from '../http/transport.ts'
import type { Environment, Inputs } from '../inputs.ts'
import type { Outcome } from '../outcome.ts'
import { githubAccess } from '../settle.ts'
import type { World } from '../world.ts'
import { runDoctor } from './doctor.ts'

/** Calls the doctor, with the clients that only the doctor uses. */
export function visitDoctor(
  world: World,
  { inputs, fetch, env }: { inputs: Inputs; fetch: Fetch; env: Environment },
): Promise<Outcome> {
  const setup = {
    freescout: freescoutSetup({ url: inputs.freescoutUrl, apiKey: inputs.freescoutApiKey, fetch }),
    github: githubSetup({ ...githubAccess(inputs, env), fetch }),
  }
  const running = { workflowRef: env.GITHUB_WORKFLOW_REF, action: env.GITHUB_ACTION_REPOSITORY }
  return runDoctor({ world, setup, running, fix: inputs.fix })
}
