import { createReceiver, type Receiver, type ReceiverOptions } from './app.ts'
import { readSettings, SettingsError } from './settings.ts'
import { VERSION } from './version.ts'

/** Seconds until a sender may try again; somebody has to put the settings right before that helps. */
const AFTER_MISTAKE_S = 60

/**
 * The receiver where the host starts it (Workers, Lambda). A process with wrong settings says so and ends; here
 * nobody would see more than an error page. So this never rejects: with wrong settings every delivery is answered
 * with 503, for FreeScout to send again, `/healthz` names the variables, and the log says what is wrong with them.
 */
export async function createHostedReceiver({
  env,
  fetch,
  log,
}: Pick<ReceiverOptions, 'fetch' | 'log'> & { env: Record<string, string | undefined> }): Promise<Receiver> {
  try {
    return createReceiver({ settings: await readSettings(env), fetch, log })
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    log(JSON.stringify({ time: new Date().toISOString(), misconfigured: error.mistakes }))
    return misconfigured(error.mistakes)
  }
}

/** @param mistakes each begins with the name of its variable, and only that is told to everyone */
function misconfigured(mistakes: string[]): Receiver {
  const variables = [...new Set(mistakes.map(mistake => /^\w+/.exec(mistake)?.[0] ?? 'unknown'))]
  const headers = { 'retry-after': String(AFTER_MISTAKE_S) }
  return {
    fetch: async request => {
      const answer =
        new URL(request.url).pathname === '/healthz'
          ? { status: 'misconfigured', version: VERSION, variables }
          : { forwarded: false, reason: 'misconfigured' }
      return Response.json(answer, { status: 503, headers })
    },
  }
}
