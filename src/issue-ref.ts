import type { IssueRef } from './model.ts'
import { isSameName } from './names.ts'

/** Which issue URLs count: those of this server (`https://github.com`) in these repositories (`owner/name`). */
export type LinkRules = { serverUrl: string; allowed: string[] }

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
 * Reads the URL of an issue. A trailing slash, a query and a fragment (`#issuecomment-1`) are ignored.
 *
 * @returns `undefined` for anything else, and for an issue on another server or in a repository that is not allowed
 */
export function readIssueUrl(value: string, { serverUrl, allowed }: LinkRules): IssueRef | undefined {
  const url = URL.parse(value.trim())
  const server = new URL(serverUrl)
  if (!url || url.origin !== server.origin || url.username || url.password) return undefined
  const found = /^\/([\w.-]+\/[\w.-]+)\/issues\/([1-9]\d{0,9})\/?$/.exec(url.pathname)
  if (!found) return undefined
  const [, name = '', number] = found
  const repository = allowed.find(one => isSameName(one, name))
  return repository === undefined
    ? undefined
    : issueRef({ repository, number: Number(number) }, server.origin)
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
