import { main } from './main.ts'

await main({ env: process.env, loadCore: () => import('@actions/core') })
// Connections that are kept alive aren't waited for, nor is the memory handed back piece by piece.
process.stdout.write('', () => process.exit())
