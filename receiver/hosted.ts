import { createReceiver, type Receiver, type ReceiverOptions } from './app.ts'
import type { SendRequest } from './github-api.ts'
import { refusalLine, VERSION } from './log.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

/** Seconds until a sender may try again. Somebody has to fix the settings first. */
const AFTER_MISTAKE_S = 60

/**
 * Makes the receiver for a host that starts it (Workers, Lambda). With wrong settings, the Node process prints the
 * mistakes and exits. Here, people would only see the host's error page. So the receiver answers every delivery with
 * 503, `/healthz` names the variables, and the log says what is wrong. FreeScout sends the deliveries again.
 *
 * @param connect makes the function that sends requests to GitHub. A {@link SettingsError} from it counts as wrong
 *   settings.
 */
export function createHostedReceiver({
  env,
  connect,
  log,
}: Pick<ReceiverOptions, 'log'> & {
  env: Record<string, string | undefined>
  connect: (settings: Settings) => SendRequest
}): Receiver {
  try {
    const settings = readSettings(env)
    return createReceiver({ settings, send: connect(settings), log })
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const misconfigured = error.mistakes.map(({ message }) => message)
    log(JSON.stringify({ time: new Date().toISOString(), misconfigured }))
    return misconfiguredReceiver({
      variables: [...new Set(error.mistakes.map(({ variable }) => variable))],
      log,
    })
  }
}

/** @param variables the names of the wrong variables, which anybody may see */
function misconfiguredReceiver({
  variables,
  log,
}: { variables: string[] } & Pick<ReceiverOptions, 'log'>): Receiver {
  const headers = { 'retry-after': String(AFTER_MISTAKE_S) }
  return {
    fetch: async request => {
      const isHealthCheck = new URL(request.url).pathname === '/healthz'
      if (!isHealthCheck)
        log(refusalLine({ time: Date.now(), status: 503, reason: 'misconfigured', request }))
      const answer = isHealthCheck
        ? { status: 'misconfigured', version: VERSION, variables }
        : { forwarded: false, reason: 'misconfigured' }
      return Response.json(answer, { status: 503, headers })
    },
  }
}
