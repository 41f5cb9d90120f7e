import type { Home } from './home.ts'
import { lambda } from './lambda.ts'
import { container, node } from './processes.ts'
import { worker } from './worker.ts'

export type { Home, Received, Running, Sent } from './home.ts'

/** Every home of the receiver. Lambda comes several times, because its events have several shapes. */
export const HOMES: Home[] = [
  node,
  container,
  worker,
  lambda({ stage: '$default', base64: true }),
  lambda({ stage: 'prod', base64: false }),
  lambda({ service: 'HTTP API 1.0', stage: 'prod', base64: true }),
  lambda({ service: 'REST API', stage: 'api', base64: false }),
  lambda({ service: 'load balancer', stage: '$default', base64: true }),
  lambda({ service: 'load balancer, lists', stage: '$default', base64: false }),
]
