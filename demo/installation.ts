import { type FreeScoutEmulator, sign } from '../test/support/freescout-emulator/index.ts'
import type { GitHubEmulator } from '../test/support/github-emulator/index.ts'
import type { Answer, DemoEvent, Emit, RunEnd, TimedEvent } from './events.ts'
import { type ReceiverProcess, startReceiver } from './receiver.ts'
import { createRuns } from './runs.ts'
import {
  type InstallationOptions,
  KEYS,
  REPOSITORY,
  startDemoFreeScout,
  startDemoGitHub,
} from './services.ts'

export { type InstallationOptions, KEYS, REPOSITORY } from './services.ts'

/** The event that a FreeScout Workflow sends for a tag. FreeScout itself sends none for tags. */
export const TAGGED = 'autolink.tagged'

/** The events that the admin chooses on FreeScout's page of webhooks, and the one of the Workflow. */
const EVENTS = [
  'convo.created',
  'convo.status',
  'convo.moved',
  'convo.restored',
  'convo.note.created',
  'convo.agent.reply.created',
  'convo.customer.reply.created',
  TAGGED,
]

/** The labels that the workflow's `if:` lets pass. */
const MAPPED = ['customer-reported', 'regression', 'needs-customer-confirm']

/** The comments that it lets pass. */
const COMMAND = /^\/support(?:\s|$)/i

/** How long a run may still take when the installation is closed. */
const GRACE_MS = 2000

/** Both services, the receiver between them, and GitHub's runner: everything but the people. */
export type Installation = {
  freescout: FreeScoutEmulator
  github: GitHubEmulator
  receiver: ReceiverProcess
  /** Where FreeScout's webhooks go. */
  webhookUrl: string
  /** Calls the listener for every event from now on; returns a function that ends this. */
  onEvent: (listener: (event: TimedEvent) => void) => () => void
  /** Reports to the listeners what people did, which the installation can't see by itself. */
  emit: Emit
  /** Sends the webhooks that are due, one after the other, and gives the receiver's answers. */
  deliver: () => Promise<Answer[]>
  /** Posts this to the receiver as if FreeScout had. */
  forge: (delivery: { event: string; body: string; signature: string }) => Promise<Answer | undefined>
  /** Runs the workflow by hand for one ticket: `workflow_dispatch`, command `sync`. */
  sync: (ticketId: number) => Promise<RunEnd>
  /**
   * Runs the workflow by hand with another command: `workflow_dispatch`. With `dry-run` it only shows what it would write,
   * and with `fix` the doctor creates the labels that are missing.
   */
  command: (command: 'sweep' | 'doctor', inputs?: Record<string, 'true'>) => Promise<RunEnd>
  /** How many runs are under way or waiting. */
  left: () => number
  /** Resolves when no run is left. */
  settled: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Starts the installation on free ports of loopback. Nothing happens by itself, except what GitHub does: every
 * `repository_dispatch` that it takes, and every event of an issue that the workflow listens to, becomes a run of
 * the committed bundle.
 */
export async function startInstallation({
  runsAs = 'GITHUB_TOKEN',
  receiver: variables = {},
}: InstallationOptions = {}): Promise<Installation> {
  const openedAt = performance.now()
  const listeners = new Set<(event: TimedEvent) => void>()
  const emit = (happening: DemoEvent) => {
    const event = { ...happening, at: performance.now() - openedAt }
    for (const listener of listeners) listener(event)
  }
  const [freescout, github] = await Promise.all([startDemoFreeScout(), startDemoGitHub(runsAs)])
  const closeBoth = () => Promise.all([freescout.close(), github.close()])
  try {
    const receiver = await startReceiver(
      {
        FLAG_FREESCOUT_GITHUB_AUTOLINK: 'true',
        FREESCOUT_WEBHOOK_SECRET: KEYS.webhook,
        GITHUB_REPOSITORY: REPOSITORY,
        GITHUB_TOKEN: KEYS.receiver,
        GITHUB_API_URL: github.url,
        ...variables,
      },
      emit,
    )
    const webhookUrl = `${receiver.url}/api/webhooks/freescout/ops`
    freescout.subscribe(webhookUrl, EVENTS)

    const runs = createRuns({ freescout, github, repository: REPOSITORY, token: KEYS.run, emit })
    github.onDispatch(payload => {
      emit({ kind: 'dispatch', type: payload.action, payload: payload.client_payload })
      void runs.start({ event: { name: 'repository_dispatch', payload }, cause: 'repository_dispatch' })
    })
    github.onIssueEvent(payload => {
      const { action, label } = payload
      const isMapped = action !== 'labeled' || MAPPED.includes(String(label?.name))
      if (!isMapped || !['labeled', 'closed', 'reopened'].includes(action)) return
      void runs.start({ event: { name: 'issues', payload }, cause: `issues.${action}` })
    })
    github.onCommentEvent(payload => {
      const isOnIssue = payload.issue.pull_request === undefined
      if (!isOnIssue || !COMMAND.test(String(payload.comment.body))) return
      void runs.start({ event: { name: 'issue_comment', payload }, cause: 'issue_comment.created' })
    })
    return {
      ...{ freescout, github, receiver, webhookUrl, emit },
      onEvent: listener => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      deliver: () => deliver({ freescout, receiver, emit }),
      forge: async ({ event, body, signature }) => {
        emit({ kind: 'webhook', event, ticketId: idIn(body), body, signature, attempt: 1, forged: true })
        const answered = receiver.nextAnswer(event, idIn(body))
        await fetch(webhookUrl, {
          method: 'POST',
          body,
          headers: { 'x-freescout-event': event, 'x-freescout-signature': signature },
        })
        return answered
      },
      sync: ticketId =>
        runs.start({
          event: { name: 'workflow_dispatch', payload: {} },
          cause: 'workflow_dispatch, by hand',
          inputs: { command: 'sync', conversation: String(ticketId) },
        }),
      command: (command, inputs = {}) =>
        runs.start({
          event: { name: 'workflow_dispatch', payload: {} },
          cause: [command, ...Object.keys(inputs)].join(', '),
          inputs: { ...inputs, command },
        }),
      left: runs.left,
      settled: runs.settled,
      close: async () => {
        await receiver.close()
        await Promise.race([runs.settled(), new Promise(resolve => setTimeout(resolve, GRACE_MS).unref())])
        await closeBoth()
      },
    }
  } catch (error) {
    await closeBoth()
    throw error
  }
}

async function deliver({ freescout, receiver, emit }: Pick<Installation, 'freescout' | 'receiver' | 'emit'>) {
  const answers: Answer[] = []
  for (;;) {
    let answered: Promise<Answer | undefined> | undefined
    const [result] = await freescout.deliver(([delivery]) => {
      if (!delivery) return []
      const { event, body, attempt } = delivery
      const ticketId = idIn(body)
      const signature = sign(body, freescout.secret)
      emit({ kind: 'webhook', event, ticketId, body, signature, attempt, forged: false })
      answered = receiver.nextAnswer(event, ticketId)
      return [delivery]
    })
    if (!result) return answers
    const answer = await answered
    if (answer) answers.push(answer)
    else emit({ kind: 'unanswered', event: result.event, status: result.status })
  }
}

function idIn(body: string): number | null {
  const { id } = JSON.parse(body) as { id?: unknown }
  return typeof id === 'number' ? id : null
}
