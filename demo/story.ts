import type { Answer, DemoEvent, RunEnd } from './events.ts'
import type { Installation } from './installation.ts'
import { INCIDENT, type Incident, investigate } from './status-console.ts'

/** The results of the story, to be printed and checked. */
export type Outcome = {
  incident: Incident
  ticket: { id: number; number: number }
  /** The run that the ticket's webhook started; `undefined` when none did. */
  first: RunEnd | undefined
  /** What the receiver said to the webhooks that our own writes caused. */
  echoes: Answer[]
  /** What it said to a delivery whose text was changed on the way. */
  forged: Answer | undefined
  /** The run over a pair that is linked already. */
  second: RunEnd
  /** How many dispatches GitHub had taken before the echoes, and in the end. */
  dispatches: { before: number; after: number }
  /** How many mails FreeScout had sent before the first webhook went out. */
  mailsBefore: number
}

/**
 * Plays the whole way once: the status console makes a ticket, its webhook becomes an issue, the echoes of our
 * own writes start no run, a forgery is refused, and a second run finds nothing left to do.
 */
export async function playStory(installation: Installation): Promise<Outcome> {
  const { freescout, github, emit } = installation
  const seen: DemoEvent[] = []
  const stop = installation.onEvent(event => seen.push(event))

  const ticket = await investigate(INCIDENT, { url: freescout.url, apiKey: freescout.apiKey, emit })
  const mailsBefore = freescout.mails.length
  await installation.deliver()
  await installation.settled()
  const first = seen.find(event => event.kind === 'run-ended')

  const before = github.dispatches.length
  const echoes = await installation.deliver()
  const genuine = seen.find(event => event.kind === 'webhook')
  const forged =
    genuine && (await installation.forge({ ...genuine, body: genuine.body.replace('degraded', 'destroyed') }))
  await installation.settled()
  const after = github.dispatches.length

  const second = await installation.sync(ticket.id)
  stop()
  return {
    ...{ incident: INCIDENT, ticket, first, echoes, forged, second },
    ...{ dispatches: { before, after }, mailsBefore },
  }
}
