import * as core from '@actions/core'
import { main } from './main.ts'

const { node } = process.versions
if (Number.parseInt(node, 10) >= 24) {
  await main({ env: process.env, core })
} else {
  core.setFailed(
    `This action needs Node 24, and the runner started Node ${node}. Update the runner to 2.327.1.`,
  )
}
// Exits once the output is written, without waiting for idle connections.
process.stdout.write('', () => process.exit())
