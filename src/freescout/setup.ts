import * as v from 'valibot'
import { askFreeScout, type FreeScoutAccess, getCall, isModuleOff } from './api.ts'
import { findUser } from './pages.ts'

/** What only the doctor asks FreeScout. Every call throws `ServiceError`. */
export type FreeScoutSetup = {
  /** Whether there is a user with this address or id. Robots and deleted users are not listed. */
  hasUser: (user: string | number) => Promise<boolean>
  /**
   * Whether the Tags module is on. Only a listed tag proves that it is. `undefined`: no tag is listed, perhaps because
   * nobody has used one yet.
   */
  tagsModule: () => Promise<boolean | undefined>
}

const tagPage = v.object({ _embedded: v.object({ tags: v.array(v.unknown()) }) })

/** Makes the doctor's calls for one FreeScout. */
export function createFreeScoutSetup(access: FreeScoutAccess): FreeScoutSetup {
  return {
    hasUser: async user => (await findUser(access, user)) !== undefined,

    async tagsModule() {
      try {
        const call = getCall('/tags?pageSize=1', 'list the tags')
        const { tags } = (await askFreeScout(access, call, tagPage))._embedded
        return tags.length > 0 ? true : undefined
      } catch (error) {
        if (isModuleOff(error)) return false
        throw error
      }
    },
  }
}
