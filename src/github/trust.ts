import type { Author } from '../model.ts'
import { hasName, isSameName } from '../names.ts'

/** Tells whether a sentinel or marker by this author counts. */
export type IsTrusted = (author: Author) => Promise<boolean>

const INSIDERS = ['OWNER', 'MEMBER', 'COLLABORATOR']

/**
 * Marks count from the repository's own people, `github-actions[bot]`, the configured logins, and the login that our
 * token acts as. That login costs a request, so it is asked for only when somebody else's mark is met.
 */
export function createTrust(logins: string[], viewer: () => Promise<string>): IsTrusted {
  const known = ['github-actions[bot]', ...logins]
  let own: Promise<string> | undefined
  return async ({ login, association }) => {
    if (INSIDERS.includes(association) || hasName(known, login)) return true
    // A question that failed may be asked again; an answer is kept.
    own ??= viewer().catch(error => {
      own = undefined
      throw error
    })
    return isSameName(await own, login)
  }
}
