import type { IssueRef } from './model.ts'

/** Which issue URLs count: those of this server (`https://github.com`) in these repositories (`owner/name`). */
export type LinkRules = { serverUrl: string; allowed: string[] }

/**
 * Reads the URL of an issue. A trailing slash, a query and a fragment (`#issuecomment-1`) are put up with.
 *
 * @returns `undefined` for anything else, another server and a repository that is not allowed included.
 */
export function readIssueUrl(value: string, { serverUrl, allowed }: LinkRules): IssueRef | undefined {
  const url = URL.parse(value.trim())
  const server = new URL(serverUrl)
  if (!url || url.origin !== server.origin || url.username || url.password) return undefined
  const found = /^\/([\w.-]+\/[\w.-]+)\/issues\/([1-9]\d{0,9})\/?$/.exec(url.pathname)
  if (!found) return undefined
  const repository = allowed.find(name => name.toLowerCase() === found[1]?.toLowerCase())
  if (!repository) return undefined
  const number = Number(found[2])
  return { repository, number, url: `${server.origin}/${repository}/issues/${number}` }
}

/** Whether two references name the same issue; GitHub ignores the case of repositories' names. */
export function sameIssue(
  one: Pick<IssueRef, 'repository' | 'number'> | undefined,
  other: Pick<IssueRef, 'repository' | 'number'> | undefined,
): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.number === other.number &&
    one.repository.toLowerCase() === other.repository.toLowerCase()
  )
}
