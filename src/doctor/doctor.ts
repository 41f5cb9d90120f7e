import { gitHubAccess } from '../build-world.ts'
import { type Check, checkLine, countChecks } from '../checks.ts'
import { createFreeScoutSetup } from '../freescout/setup.ts'
import { createGitHubSetup } from '../github/setup.ts'
import type { RetryingFetch } from '../http/retry.ts'
import type { Environment, Inputs } from '../inputs.ts'
import type { DoctorOutcome, Made } from '../outcome.ts'
import { isEnterpriseServer } from '../workflow-file.ts'
import type { World } from '../world.ts'
import { freescoutChecks } from './freescout-checks.ts'
import {
  checkBranch,
  checkContent,
  checkRepository,
  checkRights,
  checkTicketsFromIssues,
  checkToken,
} from './github-checks.ts'
import { checkLabels, createMissingLabels, type LabelCreation, neededLabels } from './labels.ts'
import { type DoctorCalls, readSurvey } from './survey.ts'
import { workflowChecks } from './workflow-checks.ts'

/** What the doctor needs. */
export type DoctorParts = { world: World; inputs: Inputs; fetch: RetryingFetch; env: Environment }

/**
 * Checks the whole set-up. It says of each part whether it is there, and what to do if not. With `fix` it creates
 * missing labels, and it writes nothing else. An error of a service is a finding, and is not thrown.
 *
 * @returns `checked`, or `failed` when anything required is missing.
 */
export async function runDoctor({ world, inputs, fetch, env }: DoctorParts): Promise<DoctorOutcome> {
  const { config, dryRun, log } = world
  const { freescoutUrl: url, freescoutApiKey: apiKey, fix } = inputs
  const access = gitHubAccess(inputs, env)
  const isEnterprise = isEnterpriseServer(access.apiUrl)
  const calls: DoctorCalls = {
    freescout: createFreeScoutSetup({ url, apiKey, fetch }),
    github: createGitHubSetup({ ...access, fetch }),
  }
  const survey = await readSurvey(world, calls, {
    workflowRef: env.GITHUB_WORKFLOW_REF,
    action: env.GITHUB_ACTION_REPOSITORY,
  })
  const needed = neededLabels(config)
  const creations: Map<string, LabelCreation> = fix
    ? await createMissingLabels(survey.repositories, { needed, calls: calls.github, dryRun })
    : new Map()
  const targets = survey.repositories.filter(({ labels }) => labels)
  const sections = {
    FreeScout: freescoutChecks(survey, config),
    GitHub: [
      checkToken(survey),
      ...survey.repositories.map(checkRepository),
      ...checkTicketsFromIssues(world),
      checkRights(survey, creations),
      ...targets.map(target => checkContent(target, config.issue)),
      ...targets.map(target => checkLabels(target, { needed, creation: creations.get(target.name) })),
    ],
    Workflow: [checkBranch(survey.home), ...workflowChecks(survey, { config, isEnterprise })],
  }
  for (const [name, checks] of Object.entries(sections)) {
    log(`${name}: ${countChecks(checks)}`, checks.map(checkLine))
  }
  return { ...outcomeOf(Object.values(sections).flat(), changesOf(creations)), dryRun }
}

function changesOf(creations: Map<string, LabelCreation>): Made[] {
  return [...creations].flatMap(([repository, { created, planned }]) =>
    [...created, ...planned].map(label => ({
      change: 'create-label' as const,
      about: `"${label}" in ${repository}`,
    })),
  )
}

function outcomeOf(checks: Check[], changes: Made[]): DoctorOutcome {
  const missing = checks.filter(({ status }) => status === 'missing').map(({ name }) => name)
  if (missing.length === 0) return { kind: 'doctor', result: 'checked', changes, warnings: [], checks }
  const error = new Error(
    `${missing.length} of ${checks.length} checks found something missing: ${missing.join('; ')}. ` +
      'The table in the job summary says for each what to do.',
  )
  return { kind: 'doctor', result: 'failed', changes, warnings: [], checks, error }
}
