import * as core from '@actions/core'
import { main } from './main.ts'

await main({ env: process.env, core })
// Exits once the output is written, without waiting for idle connections.
process.stdout.write('', () => process.exit())
