import { expect, it } from 'vitest'
import { builtFile } from '../../../scripts/source-digest.ts'
import { load, receiverAt } from '../../bench/receiver-load.ts'

it('The receiver forwards each of 2,000 deliveries once when 50 come at a time', async () => {
  const report = await load(receiverAt(builtFile('receiver/index.js')), { deliveries: 2000, parallel: 50 })
  expect(report.statuses).toEqual({ 202: 2000 })
  expect(report.dispatched).toHaveLength(2000)
  expect(new Set(report.dispatched).size).toBe(2000)
})
