import { nodeId, repositoryUrl, userJson } from './json.ts'
import { fullName, type GitHubState, type Repository } from './state.ts'

const SHA = '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d'
const TREE = 'b4eecafa9be2f2006ce1b709d6857b07069b4608'

/** The default branch: one commit, protected or not. A ruleset alone doesn't make `protected` true. */
export function branchJson(github: GitHubState, repository: Repository): Record<string, unknown> {
  const base = repositoryUrl(github, repository)
  const url = `${base}/branches/${repository.defaultBranch}`
  return {
    name: repository.defaultBranch,
    commit: commitJson(github, repository),
    _links: {
      self: url,
      html: `${github.serverUrl}/${fullName(repository)}/tree/${repository.defaultBranch}`,
    },
    protected: repository.isProtected,
    protection: {
      enabled: repository.isProtected,
      required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
    },
    protection_url: `${url}/protection`,
  }
}

function commitJson(github: GitHubState, repository: Repository): Record<string, unknown> {
  const base = repositoryUrl(github, repository)
  const by = { name: repository.owner, email: 'noreply@github.com', date: repository.createdAt }
  return {
    sha: SHA,
    node_id: nodeId('C', repository.id),
    url: `${base}/commits/${SHA}`,
    html_url: `${github.serverUrl}/${fullName(repository)}/commit/${SHA}`,
    comments_url: `${base}/commits/${SHA}/comments`,
    commit: {
      url: `${base}/git/commits/${SHA}`,
      author: by,
      committer: by,
      message: 'First commit',
      tree: { sha: TREE, url: `${base}/git/trees/${TREE}` },
      comment_count: 0,
    },
    author: userJson(github, repository.owner),
    committer: userJson(github, repository.owner),
    parents: [],
  }
}
