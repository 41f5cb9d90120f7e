import type { Check } from '../checks.ts'
import { checkLine, countChecks } from '../checks.ts'
import type { LabelDraft } from '../github/setup.ts'
import type { Change, Outcome } from '../outcome.ts'
import type { World } from '../world.ts'
import { freescoutChecks } from './freescout-checks.ts'
import { checkBranch, checkContent, checkRepository, checkRights, checkToken } from './github-checks.ts'
import { checkLabels, createLabels, type LabelCreation, missingLabels, neededLabels } from './labels.ts'
import { type Setup, type Survey, survey } from './survey.ts'
import { workflowChecks } from './workflow-checks.ts'
import type { Running } from './workflow-files.ts'

/** What a visit of the doctor needs; `fix` makes the labels that are missing. */
export type Visit = { world: World; setup: Setup; running: Running; fix: boolean }

/**
 * Looks at the whole set-up and says of each part whether it is there, and what to do if not. Writes nothing but, with
 * `fix`, labels. Never throws for what a service says: that is a finding.
 *
 * @returns `checked`, or `failed` when anything required is missing.
 */
export async function runDoctor({ world, setup, running, fix }: Visit): Promise<Outcome> {
  const { config, dryRun, log } = world
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
  return outcomeOf(Object.values(sections).flat(), changesOf(makings))
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

function outcomeOf(checks: Check[], changes: Change[]): Outcome {
  const missing = checks.filter(({ status }) => status === 'missing').map(({ name }) => name)
  if (missing.length === 0) return { result: 'checked', changes, warnings: [], checks }
  const error = new Error(
    `${missing.length} of ${checks.length} checks found something missing: ${missing.join('; ')}. ` +
      'The table in the job summary says for each what to do.',
  )
  return { result: 'failed', changes, warnings: [], checks, error }
}
