import { createHash } from 'node:crypto'
import { repositoryUrl } from './json.ts'
import { fullName, type GitHubState, type Repository } from './state.ts'

/** A file with its text, as the contents API shows it. */
export function fileJson(
  github: GitHubState,
  repository: Repository,
  { path, text }: { path: string; text: string },
): Record<string, unknown> {
  return {
    ...entry(github, repository, { path, text }),
    encoding: 'base64',
    // GitHub breaks the lines of its base64 after 60 characters.
    content: Buffer.from(text)
      .toString('base64')
      .replace(/.{1,60}/g, '$&\n'),
  }
}

/** The files right in a folder; those in folders below it are left out. Empty when there is no such folder. */
export function folderJson(
  github: GitHubState,
  repository: Repository,
  folder: string,
): Record<string, unknown>[] {
  return [...repository.files]
    .filter(([path]) => path.slice(0, path.lastIndexOf('/')) === folder)
    .map(([path, text]) => entry(github, repository, { path, text }))
}

function entry(
  github: GitHubState,
  repository: Repository,
  { path, text }: { path: string; text: string },
): Record<string, unknown> {
  const bytes = Buffer.from(text)
  const sha = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  const base = repositoryUrl(github, repository)
  const self = `${base}/contents/${path}?ref=${repository.defaultBranch}`
  const git = `${base}/git/blobs/${sha}`
  const html = `${github.serverUrl}/${fullName(repository)}/blob/${repository.defaultBranch}/${path}`
  return {
    type: 'file',
    size: bytes.length,
    name: path.split('/').at(-1),
    path,
    sha,
    url: self,
    git_url: git,
    html_url: html,
    download_url: `https://raw.githubusercontent.com/${fullName(repository)}/${repository.defaultBranch}/${path}`,
    _links: { self, git, html },
  }
}
