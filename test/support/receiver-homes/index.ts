import { container } from './container.ts'
import type { Home } from './home.ts'
import { lambda } from './lambda.ts'
import { node } from './node.ts'
import { worker } from './worker.ts'

export type { Home, Received, Running, Sent } from './home.ts'

/** Every home of the receiver. Lambda twice: the two shapes that a body and a path can have. */
export const HOMES: Home[] = [
  node,
  container,
  worker,
  lambda({ stage: '$default', base64: true }),
  lambda({ stage: 'prod', base64: false }),
]
