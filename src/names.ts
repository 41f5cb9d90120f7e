/** The names that people see in both services. The product recognises by them what it wrote itself. */

/** What every comment begins with that the product writes, and every note ends with. */
export const PREFIX = '[freescout-autolink]'

/** The label of every issue that is linked to a ticket. */
export const LINKED_LABEL = 'freescout-linked'

/** The tag that a ticket gets last: its link was complete once. */
export const LINKED_TAG = 'auto-linked'

/** The tag of a ticket that was created from an issue. */
export const FROM_GITHUB_TAG = '_from_github'

/** The custom field that holds the issue's URL, unless the configuration names another one. */
export const DEFAULT_ISSUE_FIELD = 'github_issue_url'

/** A repository's full name on GitHub. */
export const REPOSITORY_NAME = /^[A-Za-z0-9][\w-]{0,99}\/(?!\.{1,2}$)[\w.-]{1,100}$/

/** Whether two names are the same. Both services ignore case in labels, tags, logins, repositories and addresses. */
export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase()
}

/** Whether a list holds the name, in upper or lower case. */
export function hasName(names: readonly string[], wanted: string): boolean {
  return names.some(name => isSameName(name, wanted))
}

/** Whether the ticket has the tag, as far as its tags are known. */
export function hasTag({ tags }: { tags: readonly string[] | null }, tag: string): boolean {
  return tags?.includes(tag) ?? false
}

/** Names in a sentence: `"bug", "enhancement"`. */
export function quoteNames(names: readonly string[]): string {
  return names.map(name => `"${name}"`).join(', ')
}
