import { env } from 'node:process'
import { startFreeScout } from '../support/freescout-emulator/index.ts'
import { describeFreeScout } from './freescout.contract.ts'

describeFreeScout('the emulated FreeScout', () => startFreeScout())

const { FREESCOUT_URL: url, FREESCOUT_API_KEY: apiKey, FREESCOUT_USER: user } = env

/** A trailing `/api` is taken off, as the action does. */
if (url && apiKey)
  describeFreeScout('the real FreeScout', async () => ({
    url: url.replace(/\/+$/, '').replace(/\/api$/, ''),
    apiKey,
    ...(user ? { user } : {}),
  }))
