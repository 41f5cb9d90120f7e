import type { Check } from '../checks.ts'
import type { Config, LabelAction } from '../config/schema.ts'
import type { GitHubSetup, LabelDraft } from '../github/setup.ts'
import { asksForTicket } from '../link/tickets-from-issue.ts'
import { hasName, LINKED_LABEL, quoteNames } from '../names.ts'
import { ServiceError } from '../service-error.ts'
import { describeError, notChecked } from './read-result.ts'
import type { RepositorySurvey } from './survey.ts'

/** Colour and description by the label's name. The first two are GitHub's own defaults. */
const STYLES = new Map(
  Object.entries({
    bug: { color: 'd73a4a', description: "Something isn't working" },
    enhancement: { color: 'a2eeef', description: 'New feature or request' },
    incident: { color: 'b60205', description: 'Service is degraded or down' },
    regression: { color: 'e99695', description: 'It worked before; creates a FreeScout ticket' },
    'customer-reported': {
      color: 'fbca04',
      description: 'A customer is affected; creates a FreeScout ticket',
    },
    'needs-customer-confirm': {
      color: 'c5def5',
      description: 'Asks in FreeScout for the customer’s confirmation',
    },
    [LINKED_LABEL]: { color: '0e8a16', description: 'Linked to a FreeScout ticket' },
  }),
)

/** The colour of every other label. */
const COLOR = '5319e7'

/** The description of every other label, by its action. */
const DESCRIPTIONS: Record<LabelAction['action'], string> = {
  create: 'Creates a FreeScout ticket',
  note: 'Adds a note to the linked FreeScout tickets',
}

/** The mapped labels that can do something, with their actions. Without `ticket`, no label creates a ticket. */
export function labelsInUse({ labels, ticket }: Pick<Config, 'labels' | 'ticket'>): [string, LabelAction][] {
  return Object.entries(labels).filter(([, action]) => ticket || !asksForTicket(action))
}

/**
 * Every label that the configuration needs, with colour and description. Names that differ only in case count as one.
 * Without mailboxes no issue is created, and without `ticket` no ticket. Then their labels are only the defaults.
 */
export function neededLabels(config: Config): LabelDraft[] {
  const { issue, mailboxes } = config
  const description = 'Set by FreeScout Autolink on the issue of a ticket'
  const named = [
    { name: LINKED_LABEL, description },
    ...(mailboxes.length > 0 ? issue.labels : []).map(({ label }) => ({ name: label, description })),
    ...labelsInUse(config).map(([name, { action }]) => ({ name, description: DESCRIPTIONS[action] })),
  ]
  const names = named.map(({ name }) => name)
  return named
    .filter(({ name }, index) => !hasName(names.slice(0, index), name))
    .map(label => ({ color: COLOR, ...label, ...STYLES.get(label.name) }))
}

/** The labels that a repository lacks; `undefined` when its labels were not read. */
function missingLabels({ labels }: RepositorySurvey, needed: LabelDraft[]): LabelDraft[] | undefined {
  if (labels?.kind !== 'value') return undefined
  return needed.filter(({ name }) => !hasName(labels.value, name))
}

/** What happened to the missing labels of one repository. After an `error`, no more were tried. */
export type LabelCreation = { created: string[]; planned: string[]; error?: ServiceError }

/**
 * Creates the missing labels of each repository; a dry run only plans them. It sends one request after the other, as
 * GitHub asks for writes.
 *
 * @returns what happened, by the name of the repository. A repository that lacks nothing is not in it.
 */
export async function createMissingLabels(
  repositories: RepositorySurvey[],
  { needed, calls, dryRun }: { needed: LabelDraft[]; calls: GitHubSetup; dryRun: boolean },
): Promise<Map<string, LabelCreation>> {
  const creations = new Map<string, LabelCreation>()
  for (const repository of repositories) {
    const missing = missingLabels(repository, needed) ?? []
    if (missing.length === 0) continue
    const planned = missing.map(({ name }) => name)
    const creation = dryRun
      ? { created: [], planned }
      : await createLabels(missing, { repository: repository.name, calls })
    creations.set(repository.name, creation)
  }
  return creations
}

async function createLabels(
  missing: LabelDraft[],
  { repository, calls }: { repository: string; calls: GitHubSetup },
): Promise<LabelCreation> {
  const created: string[] = []
  try {
    for (const label of missing) {
      if (await calls.createLabel(repository, label)) created.push(label.name)
    }
    return { created, planned: [] }
  } catch (error) {
    if (error instanceof ServiceError) return { created, planned: [], error }
    throw error
  }
}

/** The row about the labels of a repository. */
export function checkLabels(
  survey: RepositorySurvey,
  { needed, creation }: { needed: LabelDraft[]; creation: LabelCreation | undefined },
): Check {
  const name = `Labels of ${survey.name}`
  const missing = missingLabels(survey, needed)
  if (!missing) {
    if (survey.labels?.kind === 'error') return notChecked(name, survey.labels.error)
    return { name, status: 'not-checked', found: 'they were not read' }
  }
  if (missing.length === 0) return { name, status: 'ok', found: `all ${needed.length} are there` }
  if (!creation) {
    const found = `${missing.length} of ${needed.length} are missing: ${quoteNames(missing.map(label => label.name))}`
    return { name, status: 'missing', found, todo: 'Run the doctor again with fix: true; it creates them.' }
  }
  const { created, planned, error } = creation
  if (error) {
    const before = created.length > 0 ? `created ${quoteNames(created)}, then: ` : ''
    const { found, todo } = describeError(error)
    return { name, status: 'missing', found: `${before}${found}`, todo }
  }
  if (planned.length > 0) {
    const found = `would be created: ${quoteNames(planned)}`
    return { name, status: 'warning', found, todo: 'Run the doctor again without dry-run.' }
  }
  return { name, status: 'ok', found: `all ${needed.length} are there; created now: ${quoteNames(created)}` }
}
