import type { Author } from '../model.ts'

/** Tells whether a sentinel or marker by this author counts. */
export type IsTrusted = (author: Author) => Promise<boolean>

const INSIDERS = ['OWNER', 'MEMBER', 'COLLABORATOR']

/**
 * Marks count from the repository's own people, `github-actions[bot]`, the configured logins, and the login that
 * our token acts as. That last one costs a request, so it is asked for only when a mark by anybody else is met.
 */
export function createTrust(logins: string[], viewer: () => Promise<string>): IsTrusted {
  const known = new Set(['github-actions[bot]', ...logins].map(login => login.toLowerCase()))
  let own: Promise<string> | undefined
  return async ({ login, association }) => {
    if (INSIDERS.includes(association) || known.has(login.toLowerCase())) return true
    // A question that failed may be put again; an answer is kept.
    own ??= viewer().catch(error => {
      own = undefined
      throw error
    })
    return (await own).toLowerCase() === login.toLowerCase()
  }
}
