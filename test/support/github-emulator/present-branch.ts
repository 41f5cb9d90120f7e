import { nodeId, presentUser, repositoryUrl } from './present.ts'
import { fullName, type Repository, type World } from './world.ts'

const SHA = '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d'
const TREE = 'b4eecafa9be2f2006ce1b709d6857b07069b4608'

/** The default branch: one commit, protected or not. A ruleset alone doesn't make `protected` true. */
export function presentBranch(world: World, repository: Repository): Record<string, unknown> {
  const base = repositoryUrl(world, repository)
  const url = `${base}/branches/${repository.defaultBranch}`
  return {
    name: repository.defaultBranch,
    commit: presentCommit(world, repository),
    _links: {
      self: url,
      html: `${world.serverUrl}/${fullName(repository)}/tree/${repository.defaultBranch}`,
    },
    protected: repository.isProtected,
    protection: {
      enabled: repository.isProtected,
      required_status_checks: { enforcement_level: 'off', contexts: [], checks: [] },
    },
    protection_url: `${url}/protection`,
  }
}

function presentCommit(world: World, repository: Repository): Record<string, unknown> {
  const base = repositoryUrl(world, repository)
  const by = { name: repository.owner, email: 'noreply@github.com', date: repository.createdAt }
  return {
    sha: SHA,
    node_id: nodeId('C', repository.id),
    url: `${base}/commits/${SHA}`,
    html_url: `${world.serverUrl}/${fullName(repository)}/commit/${SHA}`,
    comments_url: `${base}/commits/${SHA}/comments`,
    commit: {
      url: `${base}/git/commits/${SHA}`,
      author: by,
      committer: by,
      message: 'First commit',
      tree: { sha: TREE, url: `${base}/git/trees/${TREE}` },
      comment_count: 0,
    },
    author: presentUser(world, repository.owner),
    committer: presentUser(world, repository.owner),
    parents: [],
  }
}
