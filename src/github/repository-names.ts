import { isSameName } from '../names.ts'
import type { GitHub } from './client.ts'

/** What repositories are called now. People rename repositories, users and organisations, and old links stay. */
export type RepositoryNames = {
  /** Asks GitHub what these repositories are called now. It asks about each name once in a run. */
  learn: (names: string[]) => Promise<void>
  /** The name now, if it was learned and the token can see the repository; else the same name. */
  now: (name: string) => string
}

/** Remembers the current names of repositories for one run. After a failure, the next call asks again. */
export function createRepositoryNames({ currentName }: Pick<GitHub, 'currentName'>): RepositoryNames {
  const asked = new Map<string, Promise<void>>()
  const known = new Map<string, string>()
  const ask = async (key: string) => {
    const current = await currentName(key)
    if (current !== undefined) known.set(key, current)
  }
  const askOnce = (key: string) => {
    const question = asked.get(key) ?? ask(key)
    asked.set(key, question)
    return question.catch(error => {
      asked.delete(key)
      throw error
    })
  }
  return {
    async learn(names) {
      await Promise.all(names.map(name => askOnce(name.toLowerCase())))
    },
    now: name => known.get(name.toLowerCase()) ?? name,
  }
}

/** Whether two names are those of one repository, as far as `names` knows. */
export function isSameRepository(one: string, other: string, names: RepositoryNames): boolean {
  return isSameName(one, other) || isSameName(names.now(one), names.now(other))
}
