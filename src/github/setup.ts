import * as v from 'valibot'
import { ServiceError } from '../http/errors.ts'
import type { Repository } from '../model.ts'
import { type GitHubAccess, githubSender, split } from './request.ts'
import { repository as privacy } from './schemas.ts'

/** The roles that GitHub knows, the highest first. */
const ROLES = ['admin', 'maintain', 'push', 'triage', 'pull'] as const
export type Role = (typeof ROLES)[number]

/** A repository as the doctor looks at it. */
export type RepositorySetup = Repository & {
  defaultBranch: string
  isArchived: boolean
  hasIssues: boolean
  /**
   * The highest role of whom the token belongs to; `undefined` when GitHub names none. It bounds what the token may
   * do and says no more: an App's and a fine-grained token's rights are not in it.
   */
  role: Role | undefined
}

/** A label to be made; `color` is six hexadecimal digits. */
export type LabelDraft = { name: string; color: string; description: string }

/** What GitHub tells about a branch without administration rights. */
export type BranchSetup = {
  isProtected: boolean
  /** Whether classic protection lets nothing in before its status checks have passed. */
  requiresChecks: boolean
}

/** What only the doctor asks GitHub. Every call throws {@link ServiceError}. */
export type GitHubSetup = {
  repository: (name: string) => Promise<RepositorySetup>
  labels: (repository: string) => Promise<string[]>
  /** Gives `false` when there is such a label by now. */
  createLabel: (repository: string, label: LabelDraft) => Promise<boolean>
  /** Needs contents: read. */
  branch: (repository: string, branch: string) => Promise<BranchSetup>
  /** The kinds of rules (`pull_request`) that active rulesets apply to the branch. Needs metadata: read. */
  rules: (repository: string, branch: string) => Promise<string[]>
  /** The paths of the files in a folder; empty when there is no such folder. */
  files: (where: { repository: string; folder: string; ref: string }) => Promise<string[]>
}

const repositorySetup = v.intersect([
  privacy,
  v.pipe(
    v.object({
      default_branch: v.string(),
      archived: v.optional(v.boolean(), false),
      has_issues: v.optional(v.boolean(), true),
      permissions: v.nullish(v.record(v.string(), v.boolean()), {}),
    }),
    v.transform(({ default_branch, archived, has_issues, permissions }) => ({
      defaultBranch: default_branch,
      isArchived: archived,
      hasIssues: has_issues,
      role: ROLES.find(role => permissions?.[role]),
    })),
  ),
])

const branchSetup = v.pipe(
  v.object({
    protected: v.boolean(),
    protection: v.nullish(
      v.object({
        required_status_checks: v.nullish(v.object({ enforcement_level: v.nullish(v.string(), 'off') })),
      }),
    ),
  }),
  v.transform(
    (wire): BranchSetup => ({
      isProtected: wire.protected,
      requiresChecks: (wire.protection?.required_status_checks?.enforcement_level ?? 'off') !== 'off',
    }),
  ),
)

/** The doctor's calls of one GitHub server with one token. */
export function githubSetup(access: GitHubAccess): GitHubSetup {
  const { send, pages } = githubSender(access)
  const all = async (route: string, parameters: Record<string, unknown>, what: string, key: string) => {
    const item = v.looseObject({ [key]: v.string() })
    const listed = await Array.fromAsync(
      pages({ route, parameters: { ...parameters, per_page: 100 }, what }, item),
    )
    return listed.flat().map(entry => String(entry[key]))
  }

  return {
    repository: name =>
      send(
        { route: 'GET /repos/{owner}/{repo}', parameters: split(name), what: `read the repository ${name}` },
        repositorySetup,
      ),

    labels: name =>
      all('GET /repos/{owner}/{repo}/labels', split(name), `list the labels of ${name}`, 'name'),

    async createLabel(name, label) {
      const call = {
        route: 'POST /repos/{owner}/{repo}/labels',
        parameters: { ...split(name), ...label },
        what: `create the label "${label.name}" in ${name}`,
      }
      try {
        await send(call, v.unknown())
        return true
      } catch (error) {
        if (error instanceof ServiceError && /already_exists/.test(error.message)) return false
        throw error
      }
    },

    branch: (name, branch) =>
      send(
        {
          route: 'GET /repos/{owner}/{repo}/branches/{branch}',
          parameters: { ...split(name), branch },
          what: `read the branch ${branch} of ${name}`,
        },
        branchSetup,
      ),

    rules: (name, branch) =>
      all(
        'GET /repos/{owner}/{repo}/rules/branches/{branch}',
        { ...split(name), branch },
        `list the rules for ${branch} of ${name}`,
        'type',
      ),

    async files({ repository, folder, ref }) {
      const call = {
        route: 'GET /repos/{owner}/{repo}/contents/{path}',
        parameters: { ...split(repository), path: folder, ref },
        what: `list ${folder} in ${repository}`,
      }
      try {
        const entries = await send(call, v.array(v.object({ type: v.string(), path: v.string() })))
        return entries.filter(({ type }) => type === 'file').map(({ path }) => path)
      } catch (error) {
        if (error instanceof ServiceError && error.status === 404) return []
        throw error
      }
    },
  }
}
