import * as v from 'valibot'
import { ask, get, isModuleOff } from './ask.ts'
import type { FreeScoutAccess } from './request.ts'

/** What only the doctor asks FreeScout. Every call throws `ServiceError`. */
export type FreeScoutSetup = {
  /** Whether there is a user with this address or id. Robots and deleted users are not listed. */
  hasUser: (user: string | number) => Promise<boolean>
  /**
   * Whether the Tags module is on. Only a tag that is listed proves it: `undefined` when none is, which may mean
   * that none was ever used.
   */
  tagsModule: () => Promise<boolean | undefined>
}

const userPage = v.object({
  _embedded: v.object({
    users: v.array(v.object({ id: v.number(), email: v.nullish(v.string(), '') })),
  }),
  page: v.object({ totalPages: v.number() }),
})

const tagPage = v.object({ _embedded: v.object({ tags: v.array(v.unknown()) }) })

/** The doctor's reads of one FreeScout. */
export function freescoutSetup(access: FreeScoutAccess): FreeScoutSetup {
  return {
    async hasUser(user) {
      const filter = typeof user === 'string' ? `email=${encodeURIComponent(user)}&` : ''
      for (let page = 1, pages = 1; page <= pages; page++) {
        const call = get(`/users?${filter}page=${page}`, 'look up the signing user')
        const { _embedded, page: about } = await ask(access, call, userPage)
        const isThere = _embedded.users.some(({ id, email }) =>
          typeof user === 'number' ? id === user : email.toLowerCase() === user,
        )
        if (isThere) return true
        pages = about.totalPages
      }
      return false
    },

    async tagsModule() {
      try {
        const call = get('/tags?pageSize=1', 'list the tags')
        const { tags } = (await ask(access, call, tagPage))._embedded
        return tags.length > 0 ? true : undefined
      } catch (error) {
        if (isModuleOff(error)) return false
        throw error
      }
    },
  }
}
