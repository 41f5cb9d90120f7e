import type { Setup } from './simulate.ts'

/** The months that are played, by their tickets. */
export const SIZES = [3000, 10_000, 30_000, 100_000]

const PLAIN: Setup = {
  name: 'as in the README: `GITHUB_TOKEN`, configuration in a file',
  config: 'file',
  token: 'GITHUB_TOKEN',
  bridges: 1,
  sinceDays: 30,
  announcesTags: true,
}
const INPUT = { ...PLAIN, name: 'configuration as an input', config: 'input' } as const
const APP_INPUT = { ...INPUT, name: "App's token and input", token: 'App' } as const
const UNANNOUNCED: Setup = {
  ...APP_INPUT,
  name: "App's token and input, no Workflow announces tags",
  announcesTags: false,
}

/** The setup of the README, and the ways past the limits of one repository. */
const SETUPS: Setup[] = [
  PLAIN,
  INPUT,
  { ...PLAIN, name: "App's token, configuration in a file", token: 'App' },
  { ...PLAIN, name: '4 bridge repositories, configuration in a file', bridges: 4 },
  { ...INPUT, name: '4 bridge repositories and input', bridges: 4 },
  APP_INPUT,
  { ...INPUT, name: 'input and `sweep.since: 2d`', sinceDays: 2 },
  UNANNOUNCED,
  { ...UNANNOUNCED, name: `${UNANNOUNCED.name}, \`sweep.max-new: 100\``, maxNew: 100 },
]

/** The setups that are played for a month. A small one meets no limit in any of them. */
export function setupsFor(tickets: number): Setup[] {
  if (tickets < 10_000) return [PLAIN]
  return tickets < 30_000 ? [PLAIN, UNANNOUNCED] : SETUPS
}
