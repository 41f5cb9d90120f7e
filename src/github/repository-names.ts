import { isSameName } from '../names.ts'
import type { GitHub } from './client.ts'

/** What repositories are called now. People rename repositories, users and organisations, and old links stay. */
export type RepositoryNames = {
  /** Asks GitHub what these repositories are called now. It asks about each name once in a run. */
  learn: (names: string[]) => Promise<void>
  /** The name now, if it was learned and the token can see the repository; else the same name. */
  now: (name: string) => string
}

/** Remembers the current names of repositories for one run. */
export function createRepositoryNames({ currentName }: Pick<GitHub, 'currentName'>): RepositoryNames {
  const known = new Map<string, string>()
  const key = (name: string) => name.toLowerCase()
  return {
    async learn(names) {
      const unknown = [...new Set(names.map(key))].filter(name => !known.has(name))
      const found = await Promise.all(
        unknown.map(async name => [name, (await currentName(name)) ?? name] as const),
      )
      for (const [name, current] of found) known.set(name, current)
    },
    now: name => known.get(key(name)) ?? name,
  }
}

/** Whether two names are those of one repository, as far as `names` knows. */
export function isSameRepository(one: string, other: string, names: RepositoryNames): boolean {
  return isSameName(one, other) || isSameName(names.now(one), names.now(other))
}
