import * as v from 'valibot'
import type { Repository } from '../model.ts'
import { ServiceError } from '../service-error.ts'
import { createRestClient, type GitHubAccess, ownerAndName } from './api.ts'
import { repository as repositorySchema } from './schemas.ts'

/** The roles that GitHub knows, the highest first. */
const ROLES = ['admin', 'maintain', 'push', 'triage', 'pull'] as const
type Role = (typeof ROLES)[number]

/** A repository as the doctor looks at it. */
export type RepositorySetup = Repository & {
  defaultBranch: string
  isArchived: boolean
  hasIssues: boolean
  /**
   * The highest role of the token's owner; `undefined` when GitHub names none. The token can do no more than that. It
   * may do less: the role does not show what an App's token or a fine-grained token was granted.
   */
  role: Role | undefined
}

/** A label to create; `color` is six hexadecimal digits. */
export type LabelDraft = { name: string; color: string; description: string }

/** What GitHub shows of a branch to a token without administration rights. */
export type BranchSetup = {
  isProtected: boolean
  /** Whether classic branch protection requires status checks. */
  requiresChecks: boolean
}

/** What only the doctor asks GitHub. Every call throws {@link ServiceError}. */
export type GitHubSetup = {
  repository: (name: string) => Promise<RepositorySetup>
  labels: (repository: string) => Promise<string[]>
  /** Returns `false` when the label exists already. */
  createLabel: (repository: string, label: LabelDraft) => Promise<boolean>
  /** Needs contents: read. */
  branch: (repository: string, branch: string) => Promise<BranchSetup>
  /** The kinds of rules (`pull_request`) that active rulesets apply to the branch. Needs metadata: read. */
  rules: (repository: string, branch: string) => Promise<string[]>
  /** The paths of the files in a folder; empty when there is no such folder. */
  files: (where: { repository: string; folder: string; ref: string }) => Promise<string[]>
}

const repositorySetup = v.intersect([
  repositorySchema,
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

/** Makes the doctor's calls for one GitHub server and one token. */
export function createGitHubSetup(access: GitHubAccess): GitHubSetup {
  const { send, pages } = createRestClient(access)

  return {
    repository: name =>
      send(
        {
          route: 'GET /repos/{owner}/{repo}',
          parameters: ownerAndName(name),
          what: `read the repository ${name}`,
        },
        repositorySetup,
      ),

    async labels(repository) {
      const listed = pages(
        {
          route: 'GET /repos/{owner}/{repo}/labels',
          parameters: { ...ownerAndName(repository), per_page: 100 },
          what: `list the labels of ${repository}`,
        },
        v.object({ name: v.string() }),
      )
      return (await Array.fromAsync(listed)).flat().map(({ name }) => name)
    },

    async createLabel(repository, label) {
      try {
        await send(
          {
            route: 'POST /repos/{owner}/{repo}/labels',
            parameters: { ...ownerAndName(repository), ...label },
            what: `create the label "${label.name}" in ${repository}`,
          },
          v.unknown(),
        )
        return true
      } catch (error) {
        if (error instanceof ServiceError && error.code === 'already_exists') return false
        throw error
      }
    },

    branch: (repository, branch) =>
      send(
        {
          route: 'GET /repos/{owner}/{repo}/branches/{branch}',
          parameters: { ...ownerAndName(repository), branch },
          what: `read the branch ${branch} of ${repository}`,
        },
        branchSetup,
      ),

    async rules(repository, branch) {
      const listed = pages(
        {
          route: 'GET /repos/{owner}/{repo}/rules/branches/{branch}',
          parameters: { ...ownerAndName(repository), branch, per_page: 100 },
          what: `list the rules for ${branch} of ${repository}`,
        },
        v.object({ type: v.string() }),
      )
      return (await Array.fromAsync(listed)).flat().map(({ type }) => type)
    },

    async files({ repository, folder, ref }) {
      try {
        const entries = await send(
          {
            route: 'GET /repos/{owner}/{repo}/contents/{path}',
            parameters: { ...ownerAndName(repository), path: folder, ref },
            what: `list ${folder} in ${repository}`,
          },
          v.array(v.object({ type: v.string(), path: v.string() })),
        )
        return entries.filter(({ type }) => type === 'file').map(({ path }) => path)
      } catch (error) {
        if (error instanceof ServiceError && error.status === 404) return []
        throw error
      }
    },
  }
}
