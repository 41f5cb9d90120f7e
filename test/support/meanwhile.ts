import type { EmulatorServer } from './server.ts'

/**
 * Lets something happen once, right before a server acts on a request: what another run or a person does meanwhile.
 * `request` is as a test reads it, such as `POST /repos/owner/name/issues`.
 */
export function meanwhile(
  { faults }: Pick<EmulatorServer, 'faults'>,
  request: string,
  happen: () => void,
): void {
  let happened = false
  faults.push({
    match: ({ method, path }) => {
      if (!happened && `${method} ${path.split('?')[0]}` === request) {
        happened = true
        happen()
      }
      return false
    },
    trouble: { delayMs: 0 },
  })
}
