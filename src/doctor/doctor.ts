import { gitHubAccess } from '../build-world.ts'
import type { Check } from '../checks.ts'
import { checkLine, countChecks } from '../checks.ts'
import { createFreeScoutSetup } from '../freescout/setup.ts'
import type { LabelDraft } from '../github/setup.ts'
import { createGitHubSetup } from '../github/setup.ts'
import type { RetryingFetch } from '../http/retry.ts'
import type { Environment, Inputs } from '../inputs.ts'
import type { Change, DoctorOutcome } from '../outcome.ts'
import type { World } from '../world.ts'
import { freescoutChecks } from './freescout-checks.ts'
import { checkBranch, checkContent, checkRepository, checkRights, checkToken } from './github-checks.ts'
import { checkLabels, createLabels, type LabelCreation, missingLabels, neededLabels } from './labels.ts'
import { type Setup, type Survey, survey } from './survey.ts'
import { workflowChecks } from './workflow-checks.ts'
import type { Running } from './workflow-files.ts'

/** What the doctor needs. */
export type DoctorParts = { world: World; inputs: Inputs; fetch: RetryingFetch; env: Environment }

/**
 * Checks the whole set-up and says of each part whether it is there, and what to do if not. It writes nothing but, with
 * `fix`, missing labels. It never throws for what a service answers, because that is a finding.
 *
 * @returns `checked`, or `failed` when anything required is missing.
 */
export async function runDoctor({ world, inputs, fetch, env }: DoctorParts): Promise<DoctorOutcome> {
  const { config, dryRun, log } = world
  const { freescoutUrl: url, freescoutApiKey: apiKey, fix } = inputs
  const setup: Setup = {
    freescout: createFreeScoutSetup({ url, apiKey, fetch }),
    github: createGitHubSetup({ ...gitHubAccess(inputs, env), fetch }),
  }
  const running: Running = {
    workflowRef: env.GITHUB_WORKFLOW_REF,
    action: env.GITHUB_ACTION_REPOSITORY,
  }
  const seen = await survey(world, setup, running)
  const needed = neededLabels(config)
  const makings = fix ? await makeMissing(seen, { needed, setup, dryRun }) : new Map<string, LabelCreation>()
  const targets = seen.repositories.filter(({ labels }) => labels)
  const sections = {
    FreeScout: freescoutChecks(seen, config),
    GitHub: [
      ...githubChecks(seen, makings),
      ...targets.map(target => checkContent(target, config.issue)),
      ...targets.map(target => checkLabels(target, { needed, making: makings.get(target.name) })),
    ],
    Workflow: [checkBranch(seen.home), ...workflowChecks(seen, config)],
  }
  for (const [name, checks] of Object.entries(sections))
    log(`${name}: ${countChecks(checks)}`, checks.map(checkLine))
  return { ...outcomeOf(Object.values(sections).flat(), changesOf(makings)), dryRun }
}

function githubChecks(seen: Survey, makings: Map<string, LabelCreation>): Check[] {
  return [checkToken(seen), ...seen.repositories.map(checkRepository), checkRights(seen, makings)]
}

/** Makes what is missing in each repository, one label after the other: GitHub asks for no more at a time. */
async function makeMissing(
  { repositories }: Survey,
  { needed, setup, dryRun }: { needed: LabelDraft[]; setup: Setup; dryRun: boolean },
): Promise<Map<string, LabelCreation>> {
  const makings = new Map<string, LabelCreation>()
  for (const repository of repositories) {
    const missing = missingLabels(repository, needed) ?? []
    if (missing.length === 0) continue
    const { name } = repository
    makings.set(name, await createLabels(missing, { repository: name, setup: setup.github, dryRun }))
  }
  return makings
}

function changesOf(makings: Map<string, LabelCreation>): Change[] {
  return [...makings.values()].flatMap(({ made, planned }) =>
    [...made, ...planned].map(() => 'create-label' as const),
  )
}

function outcomeOf(checks: Check[], changes: Change[]): DoctorOutcome {
  const missing = checks.filter(({ status }) => status === 'missing').map(({ name }) => name)
  if (missing.length === 0) return { kind: 'doctor', result: 'checked', changes, warnings: [], checks }
  const error = new Error(
    `${missing.length} of ${checks.length} checks found something missing: ${missing.join('; ')}. ` +
      'The table in the job summary says for each what to do.',
  )
  return { kind: 'doctor', result: 'failed', changes, warnings: [], checks, error }
}
