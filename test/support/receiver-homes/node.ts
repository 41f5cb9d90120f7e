import { join } from 'node:path'
import { type Home, startProcess } from './home.ts'

const NODE = join(import.meta.dirname, '..', '..', '..', 'receiver', 'node.ts')

/** A process on a machine of one's own. */
export const node: Home = { name: 'Node', start: env => startProcess([NODE], env) }
