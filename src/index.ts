import { main } from './main.ts'

await main({ env: process.env, loadCore: () => import('@actions/core') })
