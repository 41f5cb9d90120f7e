import * as v from 'valibot'
import { ServiceError } from '../http/errors.ts'
import { type Call, callFreeScout, type FreeScoutAccess } from './request.ts'

/** What only the doctor asks FreeScout. Every call throws {@link ServiceError}. */
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
        const request: Call = {
          method: 'GET',
          path: `/users?${filter}page=${page}`,
          what: 'look up the signing user',
        }
        const { _embedded, page: about } = await ask(request, userPage)
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
        const request: Call = { method: 'GET', path: '/tags?pageSize=1', what: 'list the tags' }
        const { tags } = (await ask(request, tagPage))._embedded
        return tags.length > 0 ? true : undefined
      } catch (error) {
        // As for custom fields, 400 is the answer of a module that is off.
        if (error instanceof ServiceError && error.status === 400) return false
        throw error
      }
    },
  }

  async function ask<S extends v.GenericSchema>(request: Call, schema: S): Promise<v.InferOutput<S>> {
    const answer = await callFreeScout(access, request)
    const result = v.safeParse(schema, answer?.json)
    if (result.success) return result.output
    throw new ServiceError(
      `FreeScout's answer is not what its API promises: could not ${request.what}. ` +
        'Check the version of the API & Webhooks module (1.0.82 is known to work).',
      { service: 'FreeScout', ...(!answer && { status: 404 }) },
    )
  }
}
