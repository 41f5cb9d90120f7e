import type { Author } from '../model.ts'
import { hasName, isSameName } from '../names.ts'

/** Whether a sentinel, marker or announcement by this author counts. */
export type IsTrusted = (author: Author) => Promise<boolean>

/** GitHub's `author_association` of the repository's own people. */
const INSIDERS = ['OWNER', 'MEMBER', 'COLLABORATOR']

/**
 * Makes the check of authors. It trusts the repository's own people, `github-actions[bot]`, the configured logins, and
 * the login that our token acts as. Reading that login costs a request, so it is read only when no other rule decides.
 */
export function createTrust(logins: string[], viewer: () => Promise<string>): IsTrusted {
  const known = ['github-actions[bot]', ...logins]
  let ownLogin: Promise<string> | undefined
  return async ({ login, association }) => {
    if (INSIDERS.includes(association) || hasName(known, login)) return true
    // After a failure, the next call reads the login again.
    ownLogin ??= viewer().catch(error => {
      ownLogin = undefined
      throw error
    })
    return isSameName(await ownLogin, login)
  }
}

/** Those of the items (issues, comments) whose author is trusted. */
export async function onlyTrusted<Item extends { author: Author }>(
  items: Item[],
  isTrusted: IsTrusted,
): Promise<Item[]> {
  const verdicts = await Promise.all(items.map(({ author }) => isTrusted(author)))
  return items.filter((_, index) => verdicts[index])
}
