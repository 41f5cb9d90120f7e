import type { Check } from '../checks.ts'
import type { Config } from '../config/schema.ts'
import type { RepositorySetup } from '../github/setup.ts'
import type { ServiceError } from '../service-error.ts'
import { describeError, notChecked } from './check.ts'
import type { LabelCreation } from './labels.ts'
import type { HomeSurvey, RepositorySurvey, Survey } from './survey.ts'

/** Kinds of ruleset rules that keep a commit from being pushed right onto the branch. */
const GUARDS = ['pull_request', 'update', 'merge_queue', 'required_status_checks']

/** The token is one that GitHub knows. */
export function checkToken({ login, home }: Pick<Survey, 'login' | 'home'>): Check {
  const name = 'GitHub: token'
  if ('value' in login) return { name, status: 'ok', found: `it acts as ${login.value}` }
  if ('value' in home.about) {
    return { name, status: 'ok', found: 'it is accepted; whose it is GitHub does not tell' }
  }
  return { name, status: 'missing', ...describeError(login.error) }
}

/** A repository can be seen, takes issues, and its events reach us. */
export function checkRepository({ name: repository, isHome, isLinkable, about }: RepositorySurvey): Check {
  const name = `Repository ${repository}`
  if ('error' in about) return checkUnseen(name, about.error)
  const { visibility, isArchived, hasIssues } = about.value
  if (!isLinkable) return { name, status: 'ok', found: `${visibility}; its own issues are not linked` }
  if (isArchived) {
    const todo = 'Unarchive it, or name another repository in the configuration.'
    return { name, status: 'missing', found: 'it is archived: nothing can be written', todo }
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
    found: `${visibility}, with issues; what happens to them starts no workflow here`,
    todo: 'Put workflow and configuration there as well, if labels and closings are to be heard of at once.',
  }
}

/** Not being let in is a finding about the repository; a refused token or no answer is not. */
function checkUnseen(name: string, error: ServiceError): Check {
  const isShut = error.status === 403 || error.status === 404 || error.status === 301
  return isShut ? { name, status: 'missing', ...describeError(error) } : notChecked(name, error)
}

/**
 * Whether the token may write issues. GitHub has no way to ask: roles bound a person's token from above, a label made
 * or refused just now is proof, and all else is not claimed.
 */
export function checkRights(
  { repositories, login }: Pick<Survey, 'repositories' | 'login'>,
  makings: Map<string, LabelCreation>,
): Check {
  const name = 'GitHub: right to write issues'
  const todo = 'Give the token Issues: write, in the workflow "permissions: issues: write".'
  const targets = repositories.filter(({ labels }) => labels)
  const who = 'value' in login ? login.value : ''
  const isPerson = who !== '' && !who.endsWith('[bot]')

  for (const { name: repository, about, labels } of targets) {
    if (labels && 'error' in labels && labels.error.status === 403 && 'value' in about) {
      return {
        name,
        status: 'missing',
        found: `the token may not even read the issues of ${repository}`,
        todo,
      }
    }
    if (makings.get(repository)?.error?.status === 403) {
      return { name, status: 'missing', found: `GitHub refused to make a label in ${repository}`, todo }
    }
    const role = 'value' in about ? about.value.role : undefined
    if (isPerson && role === 'pull') {
      const found = `${who} may only read ${repository}: labels would be dropped, issues stay open`
      return { name, status: 'missing', found, todo: `Give ${who} the role Triage or higher there.` }
    }
  }
  if (targets.length > 0 && targets.every(({ name: one }) => (makings.get(one)?.made.length ?? 0) > 0)) {
    return { name, status: 'ok', found: 'labels could be made just now' }
  }
  return {
    name,
    status: 'not-checked',
    found: 'GitHub does not tell what a token may write before it is tried',
    todo: 'Look for issues: write in the workflow, or in the settings of the token or App.',
  }
}

/** What of a ticket's text gets into a repository, and who can read it there. */
export function checkContent(
  { name: repository, about }: RepositorySurvey,
  { content }: Pick<Config['issue'], 'content'>,
): Check {
  const name = `Content of issues in ${repository}`
  if ('error' in about) return notChecked(name, about.error)
  const { visibility } = about.value
  const readers = { public: 'everybody', internal: 'the whole enterprise', private: 'its members' }[
    visibility
  ]
  if (content === 'link-only' || (content === 'auto' && visibility !== 'private')) {
    return { name, status: 'ok', found: `${visibility}: issues only say that a ticket exists` }
  }
  const found = `${visibility}: ${readers} can read the text of tickets`
  if (visibility === 'private') return { name, status: 'ok', found }
  return { name, status: 'warning', found, todo: 'Set issue.content to auto, unless this is meant.' }
}

/**
 * Whether a push needs more than the right to push. The receiver's token has Contents: write, for that is what a
 * dispatch asks for; with it, whoever has the token could edit the configuration and the workflow.
 */
export function checkBranch({ about, branch, rules }: HomeSurvey): Check {
  const name = 'Default branch is protected'
  if ('error' in about) return notChecked(name, about.error)
  const { defaultBranch } = about.value
  const guards = 'value' in rules ? GUARDS.filter(guard => rules.value.includes(guard)) : []
  if (guards.length > 0) {
    return {
      name,
      status: 'ok',
      found: `${defaultBranch}: a ruleset asks for ${guards.join(', ').replaceAll('_', ' ')}`,
    }
  }
  if ('value' in branch && branch.value.requiresChecks) {
    return { name, status: 'ok', found: `${defaultBranch}: status checks have to pass` }
  }
  if ('value' in branch && branch.value.isProtected) {
    const found = `${defaultBranch} is protected, but this token can't read what that asks for`
    const todo = 'Look under Settings » Branches that it requires a pull request.'
    return { name, status: 'not-checked', found, todo }
  }
  const failed = 'error' in branch ? branch : 'error' in rules ? rules : undefined
  if (failed) return notChecked(name, failed.error)
  return openBranch(name, about.value)
}

function openBranch(name: string, { defaultBranch }: RepositorySetup): Check {
  return {
    name,
    status: 'warning',
    found: `${defaultBranch} takes every push: whoever has the receiver's token (Contents: write) could edit configuration and workflow`,
    todo: `Add a ruleset for ${defaultBranch} that requires a pull request.`,
  }
}
