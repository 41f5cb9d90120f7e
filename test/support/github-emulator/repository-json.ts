import { nodeId, repositoryUrl, userJson } from './json.ts'
import { fullName, type GitHubState, type Repository, type Token } from './state.ts'

/** A repository with every field GitHub's description requires. `internal` counts as private, as on GitHub. */
export function repositoryJson(
  github: GitHubState,
  repository: Repository,
  token?: Token,
): Record<string, unknown> {
  const name = fullName(repository)
  const page = `${github.serverUrl}/${name}`
  const open = repository.issues.filter(issue => issue.state === 'open' && !issue.gone).length
  return {
    id: repository.id,
    node_id: nodeId('R', repository.id),
    name: repository.name,
    full_name: name,
    private: repository.visibility !== 'public',
    visibility: repository.visibility,
    owner: userJson(github, repository.owner),
    html_url: page,
    description: null,
    fork: false,
    url: repositoryUrl(github, repository),
    ...addresses(repositoryUrl(github, repository)),
    git_url: `git://github.com/${name}.git`,
    ssh_url: `git@github.com:${name}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: repository.defaultBranch,
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt,
    size: 0,
    ...counts(open),
    has_issues: true,
    has_projects: true,
    has_wiki: false,
    has_downloads: true,
    has_pages: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    ...(token && { permissions: roles(token) }),
  }
}

/** What the token may do, in the words of roles. */
function roles(token: Token): Record<string, boolean> {
  const push = token.permissions.contents === 'write'
  return { admin: false, maintain: false, push, triage: push, pull: true }
}

function counts(open: number): Record<string, number> {
  return {
    open_issues: open,
    open_issues_count: open,
    forks: 0,
    forks_count: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    network_count: 0,
    subscribers_count: 0,
  }
}

const SUFFIXES = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
}

function addresses(base: string): Record<string, string> {
  return Object.fromEntries(Object.entries(SUFFIXES).map(([key, suffix]) => [key, base + suffix]))
}
