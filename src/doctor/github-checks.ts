import type { Check } from '../checks.ts'
import type { Config } from '../config/schema.ts'
import { asksForTicket, ticketBlock } from '../link/tickets-from-issue.ts'
import { isForbidden, type ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import type { LabelCreation } from './labels.ts'
import { describeError, notChecked, readValue } from './read-result.ts'
import type { HomeSurvey, RepositorySurvey, Survey } from './survey.ts'

/** The kinds of ruleset rules that refuse a direct push to the branch. */
const PROTECTING_RULES = ['pull_request', 'update', 'merge_queue', 'required_status_checks']

/** Whether GitHub accepts the token. */
export function checkToken({ login, home }: Pick<Survey, 'login' | 'home'>): Check {
  const name = 'GitHub: token'
  if (login.kind === 'value') return { name, status: 'ok', found: `it acts as ${login.value}` }
  if (home.details.kind === 'value') {
    return { name, status: 'ok', found: 'GitHub accepts it, but does not say which user it belongs to' }
  }
  return { name, status: 'missing', ...describeError(login.error) }
}

/** Whether the token can see the repository, whether it takes issues, and whether its events start the workflow. */
export function checkRepository({ name: repository, isHome, isLinkable, details }: RepositorySurvey): Check {
  const name = `Repository ${repository}`
  if (details.kind === 'error') return unseenRepository(name, details.error)
  const { visibility, isArchived, hasIssues } = details.value
  if (!isLinkable) return { name, status: 'ok', found: `${visibility}; its own issues are not linked` }
  if (isArchived) {
    const todo = 'Unarchive it, or name another repository in the configuration.'
    return { name, status: 'missing', found: 'it is archived, so nobody can write to it', todo }
  }
  if (!hasIssues) {
    return {
      name,
      status: 'missing',
      found: 'its issues are turned off',
      todo: 'Turn on Issues in its settings.',
    }
  }
  if (isHome) return { name, status: 'ok', found: `${visibility}, with issues` }
  return {
    name,
    status: 'warning',
    found: `${visibility}, with issues; their events start no workflow here`,
    todo: 'To react to labels and closings immediately, add the workflow and the configuration there, too.',
  }
}

/** A row when labels ask for tickets, and no issue of the home repository may get one. */
export function checkTicketsFromIssues({ config, home }: Pick<World, 'config' | 'home'>): Check[] {
  const name = 'Tickets from issues'
  const block = ticketBlock(home, { config, home })
  if (!block || !Object.values(config.labels).some(asksForTicket)) return []
  if (block === 'tickets-not-configured') {
    const todo = 'To create tickets from issues, add the section "ticket" to the configuration.'
    return [{ name, status: 'warning', found: 'none, because there is no section "ticket"', todo }]
  }
  const found = `issues of ${home} get none, because tickets may not link there`
  const todo = `List ${home} under issue.allowed if they should get one.`
  return [{ name, status: 'warning', found, todo }]
}

/** The row of a repository that could not be read. After a refused token or no answer, nothing is known about it. */
function unseenRepository(name: string, error: ServiceError): Check {
  const isInaccessible = isForbidden(error) || error.status === 404 || error.status === 301
  return isInaccessible ? { name, status: 'missing', ...describeError(error) } : notChecked(name, error)
}

/**
 * Whether the token may write issues. GitHub has no call that says so, but two facts prove it or the opposite: the role
 * of a person, and whether GitHub let this run create a label. Without such a fact, the row says "not checked".
 */
export function checkRights(
  { repositories, login }: Pick<Survey, 'repositories' | 'login'>,
  creations: Map<string, LabelCreation>,
): Check {
  const name = 'GitHub: right to write issues'
  const todo = 'Give the token Issues: write, in the workflow "permissions: issues: write".'
  const targets = repositories.filter(({ labels }) => labels)
  const user = readValue(login) ?? ''
  const isPerson = user !== '' && !user.endsWith('[bot]')

  for (const { name: repository, details, labels } of targets) {
    if (labels?.kind === 'error' && isForbidden(labels.error) && details.kind === 'value') {
      const found = `the token may not even read the issues of ${repository}`
      return { name, status: 'missing', found, todo }
    }
    if (isForbidden(creations.get(repository)?.error)) {
      return { name, status: 'missing', found: `GitHub refused to create a label in ${repository}`, todo }
    }
    const role = readValue(details)?.role
    if (isPerson && role === 'pull') {
      const found = `${user} may only read ${repository}, so GitHub would drop labels and not close issues`
      return { name, status: 'missing', found, todo: `Give ${user} the role Triage or higher there.` }
    }
  }
  if (targets.length > 0 && targets.every(({ name: one }) => (creations.get(one)?.created.length ?? 0) > 0)) {
    return { name, status: 'ok', found: 'this run created labels' }
  }
  return {
    name,
    status: 'not-checked',
    found: 'GitHub does not say what a token may write until it writes',
    todo: 'Look for issues: write in the workflow, or in the settings of the token or App.',
  }
}

/** How much of a ticket's text goes into a repository, and who can read it there. */
export function checkContent(
  { name: repository, details }: RepositorySurvey,
  { content }: Pick<Config['issue'], 'content'>,
): Check {
  const name = `Content of issues in ${repository}`
  if (details.kind === 'error') return notChecked(name, details.error)
  const { visibility } = details.value
  const readers = { public: 'everybody', internal: 'the whole enterprise', private: 'its members' }[
    visibility
  ]
  if (content === 'link-only' || (content === 'auto' && visibility !== 'private')) {
    return { name, status: 'ok', found: `${visibility}: issues only say that a ticket exists` }
  }
  const found = `${visibility}: ${readers} can read the text of tickets`
  if (visibility === 'private') return { name, status: 'ok', found }
  return { name, status: 'warning', found, todo: 'Set issue.content to auto, unless you want that.' }
}

/**
 * Whether the default branch refuses direct pushes. A dispatch needs Contents: write, so the receiver's token has it.
 * Without protection, anybody who has that token can edit the configuration and the workflow.
 */
export function checkBranch({ details, branch, rules }: HomeSurvey): Check {
  const name = 'Default branch is protected'
  if (details.kind === 'error') return notChecked(name, details.error)
  const { defaultBranch } = details.value
  const existing = readValue(rules) ?? []
  const protecting = PROTECTING_RULES.filter(rule => existing.includes(rule))
  if (protecting.length > 0) {
    return {
      name,
      status: 'ok',
      found: `${defaultBranch}: a ruleset requires ${protecting.join(', ').replaceAll('_', ' ')}`,
    }
  }
  if (readValue(branch)?.requiresChecks) {
    return { name, status: 'ok', found: `${defaultBranch}: status checks have to pass` }
  }
  if (readValue(branch)?.isProtected) {
    const found = `${defaultBranch} is protected, but this token can't read what the protection requires`
    const todo = 'Check under Settings » Branches that it requires a pull request.'
    return { name, status: 'not-checked', found, todo }
  }
  for (const read of [branch, rules]) if (read.kind === 'error') return notChecked(name, read.error)
  return {
    name,
    status: 'warning',
    found: `${defaultBranch} accepts every push, so anybody with the receiver's token (Contents: write) could edit configuration and workflow`,
    todo: `Add a ruleset for ${defaultBranch} that requires a pull request.`,
  }
}
