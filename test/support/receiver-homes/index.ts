import type { Home } from './home.ts'
import { lambda } from './lambda.ts'
import { container, node } from './processes.ts'
import { worker } from './worker.ts'

export type { Home, Received, Running, Sent } from './home.ts'

/** Every home of the receiver. Lambda comes twice, because its bodies and paths have two shapes. */
export const HOMES: Home[] = [
  node,
  container,
  worker,
  lambda({ stage: '$default', base64: true }),
  lambda({ stage: 'prod', base64: false }),
]
