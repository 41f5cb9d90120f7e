import type { Check } from '../checks.ts'
import type { Config } from '../config/schema.ts'
import type { GitHubSetup, LabelDraft } from '../github/setup.ts'
import { isSameName, LINKED_LABEL, quoteNames } from '../names.ts'
import { ServiceError } from '../service-error.ts'
import { describeError, notChecked } from './check.ts'
import type { RepositorySurvey } from './survey.ts'

/** What labels of these names look like when they are made; the first two as GitHub itself makes them. */
const LABEL_STYLES: Record<string, Omit<LabelDraft, 'name'>> = {
  bug: { color: 'd73a4a', description: "Something isn't working" },
  enhancement: { color: 'a2eeef', description: 'New feature or request' },
  incident: { color: 'b60205', description: 'Service is degraded or down' },
  regression: { color: 'e99695', description: 'It worked before; makes a FreeScout ticket' },
  'customer-reported': { color: 'fbca04', description: 'A customer is affected; makes a FreeScout ticket' },
  'needs-customer-confirm': {
    color: 'c5def5',
    description: 'Asks in FreeScout for the customer’s confirmation',
  },
  [LINKED_LABEL]: { color: '0e8a16', description: 'Linked to a FreeScout ticket' },
}
const COLOR = '5319e7'

/** Every label that the configuration speaks of, with its looks; each name once, whatever its case. */
export function neededLabels({ issue, labels }: Pick<Config, 'issue' | 'labels'>): LabelDraft[] {
  const needed: LabelDraft[] = []
  const need = (name: string, description: string) => {
    if (needed.some(label => isSameName(label.name, name))) return
    const looks = Object.hasOwn(LABEL_STYLES, name) ? LABEL_STYLES[name] : undefined
    needed.push({ name, color: COLOR, description, ...looks })
  }
  need(LINKED_LABEL, '')
  for (const { label } of issue.labels) need(label, 'Set by FreeScout Autolink on the issue of a ticket')
  for (const [name, { action }] of Object.entries(labels)) {
    need(
      name,
      action === 'create' ? 'Makes a FreeScout ticket' : 'Adds a note to the linked FreeScout tickets',
    )
  }
  return needed
}

/** The labels that a repository lacks; `undefined` when they could not be read. */
export function missingLabels({ labels }: RepositorySurvey, needed: LabelDraft[]): LabelDraft[] | undefined {
  if (!labels || 'error' in labels) return undefined
  return needed.filter(({ name }) => !labels.value.some(there => isSameName(there, name)))
}

/** What became of the missing labels of a repository. `error` ended it. */
export type LabelCreation = { made: string[]; planned: string[]; error?: ServiceError }

/** Makes labels one after the other, up to the first that is refused; in a dry run it only plans them. */
export async function createLabels(
  missing: LabelDraft[],
  { repository, setup, dryRun }: { repository: string; setup: GitHubSetup; dryRun: boolean },
): Promise<LabelCreation> {
  if (dryRun) return { made: [], planned: missing.map(({ name }) => name) }
  const made: string[] = []
  try {
    for (const label of missing) if (await setup.createLabel(repository, label)) made.push(label.name)
    return { made, planned: [] }
  } catch (error) {
    if (error instanceof ServiceError) return { made, planned: [], error }
    throw error
  }
}

/** The row about the labels of a repository. */
export function checkLabels(
  seen: RepositorySurvey,
  { needed, making }: { needed: LabelDraft[]; making: LabelCreation | undefined },
): Check {
  const name = `Labels of ${seen.name}`
  const missing = missingLabels(seen, needed)
  if (!missing)
    return seen.labels && 'error' in seen.labels ? notChecked(name, seen.labels.error) : unread(name)
  if (missing.length === 0) return { name, status: 'ok', found: `all ${needed.length} are there` }
  if (!making) {
    const found = `${missing.length} of ${needed.length} are missing: ${quoteNames(missing.map(label => label.name))}`
    return { name, status: 'missing', found, todo: 'Run the doctor again with fix: true; it makes them.' }
  }
  const { made, planned, error } = making
  if (error) {
    const sofar = made.length > 0 ? `made ${quoteNames(made)}, then: ` : ''
    const { found, todo } = describeError(error)
    return { name, status: 'missing', found: `${sofar}${found}`, ...(todo && { todo }) }
  }
  if (planned.length > 0) {
    return {
      name,
      status: 'warning',
      found: `would be made: ${quoteNames(planned)}`,
      todo: 'Run it without dry-run.',
    }
  }
  return { name, status: 'ok', found: `all ${needed.length} are there; made now: ${quoteNames(made)}` }
}

function unread(name: string): Check {
  return { name, status: 'not-checked', found: 'they were not read' }
}
