import type { Config } from '../config/schema.ts'
import { hasName } from '../names.ts'

/** The repository that issues go to when no route says otherwise; `home` is where the workflow runs. */
export function issueRepository({ issue }: Config, home: string): string {
  return issue.repository ?? home
}

/** Every repository that may hold an issue made from a ticket, the default one first. */
export function targetRepositories(config: Config, home: string): string[] {
  return [
    ...new Set([issueRepository(config, home), ...config.issue.routes.map(({ repository }) => repository)]),
  ]
}

/** Every repository whose issues may be linked, by hand included. */
export function linkableRepositories(config: Config, home: string): string[] {
  return [...new Set([...targetRepositories(config, home), ...config.issue.allowed])]
}

/** Whether tickets may link to issues of this repository. Only such an issue may get a ticket. */
export function isLinkable(repository: string, { config, home }: { config: Config; home: string }): boolean {
  return hasName(linkableRepositories(config, home), repository)
}
