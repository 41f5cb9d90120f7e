import type { IssueRef } from './model.ts'
import { isSameName } from './names.ts'

/**
 * Which issue URLs count: those of this server (`https://github.com`) in these repositories (`owner/name`).
 * `currentName` maps the old name of a repository to the name that it has now.
 */
export type LinkRules = { serverUrl: string; allowed: string[]; currentName?: (repository: string) => string }

/** What identifies an issue on one server. */
export type IssueId = Pick<IssueRef, 'repository' | 'number'>

/** An issue as people write it: `owner/name#7`. */
export function issueName({ repository, number }: IssueId): string {
  return `${repository}#${number}`
}

/** An issue with the address of its page. `serverUrl` has no slash at its end. */
export function issueRef({ repository, number }: IssueId, serverUrl: string): IssueRef {
  return { repository, number, url: `${serverUrl}/${repository}/issues/${number}` }
}

/**
 * Reads the URL of an issue on this server, whatever its repository. A trailing slash, a query and a fragment
 * (`#issuecomment-1`) are ignored.
 */
export function issueIdIn(value: string, serverUrl: string): IssueId | undefined {
  const url = URL.parse(value.trim())
  if (!url || url.origin !== new URL(serverUrl).origin || url.username || url.password) return undefined
  const found = /^\/([\w.-]+\/[\w.-]+)\/issues\/([1-9]\d{0,9})\/?$/.exec(url.pathname)
  return found ? { repository: String(found[1]), number: Number(found[2]) } : undefined
}

/**
 * Reads the URL of an issue that may be linked.
 *
 * @returns the issue under the current name of its repository; `undefined` for anything else, and for an issue on another
 * server or in a repository that is not allowed
 */
export function readIssueUrl(
  value: string,
  { serverUrl, allowed, currentName = name => name }: LinkRules,
): IssueRef | undefined {
  const id = issueIdIn(value, serverUrl)
  if (!id) return undefined
  const current = currentName(id.repository)
  const renamed = allowed.some(one => isSameName(currentName(one), current)) ? current : undefined
  const repository = allowed.find(one => isSameName(one, id.repository)) ?? renamed
  return repository === undefined
    ? undefined
    : issueRef({ repository, number: id.number }, new URL(serverUrl).origin)
}

/** Whether two references name the same issue. */
export function isSameIssue(one: IssueId | undefined, other: IssueId | undefined): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.number === other.number &&
    isSameName(one.repository, other.repository)
  )
}
