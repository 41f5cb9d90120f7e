import type { FreeScout } from '../../src/freescout/client.ts'
import type { GitHub } from '../../src/github/client.ts'
import { createNewestIssues } from '../../src/github/newest-issues.ts'
import { createRepositoryNames } from '../../src/github/repository-names.ts'
import { createTrust } from '../../src/github/trust.ts'
import { chooseTexts } from '../../src/texts/choose.ts'
import type { World } from '../../src/world.ts'
import { fakeClock } from './http.ts'
import { configOf, HOME, SERVER } from './observed-ticket.ts'

/** What differs from the default world. The services have the calls that are given, and no others. */
export type Given = Partial<Omit<World, 'freescout' | 'github' | 'config'>> & {
  /** Added to a configuration with two watched mailboxes. */
  yaml?: string
  freescout?: Partial<FreeScout>
  github?: Partial<GitHub>
}

/** A world whose clock stands at noon, with `tickets.example.org` and a token that acts as `raxx-bot`. */
export function fakeWorld({ yaml = '', freescout, github, ...given }: Given = {}): World {
  const client = { ...github } as GitHub
  return {
    freescout: {
      url: 'https://tickets.example.org',
      ticketUrl: id => `https://tickets.example.org/conversation/${id}`,
      serverTime: () => undefined,
      ...freescout,
    } as FreeScout,
    github: client,
    newestIssues: createNewestIssues(client, given.clock ?? fakeClock()),
    names: createRepositoryNames(client),
    config: configOf(yaml),
    texts: chooseTexts(configOf(yaml)),
    isTrusted: createTrust([], async () => 'raxx-bot'),
    clock: fakeClock(),
    serverUrl: SERVER,
    home: HOME,
    homeInEvent: undefined,
    dryRun: false,
    log: () => {},
    debug: () => {},
    ...given,
  }
}
