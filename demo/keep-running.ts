import { type Installation, KEYS, REPOSITORY, TAGGED } from './installation.ts'
import { printHeading } from './print-timeline.ts'
import type { Terminal } from './terminal.ts'

/** How often the queue of webhooks is looked at. */
const EVERY_MS = 200

/** Adds a Workflow to FreeScout that sends an event for each tag that asks for an issue. The module Workflows is paid. */
export function addWorkflows({ freescout }: Pick<Installation, 'freescout'>): void {
  for (const tag of ['bug', 'feature_request', 'auto:status']) freescout.workflows.onTag(tag, TAGGED)
}

/** From now on FreeScout sends its webhooks by itself. When `signal` is aborted, then it resolves. */
export async function keepDelivering(installation: Installation, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await installation.deliver()
    await new Promise<void>(resolve => {
      const timer = setTimeout(done, EVERY_MS)
      signal.addEventListener('abort', done, { once: true })
      function done() {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
    })
  }
}

/** Prints where everything is, the keys to it, and what to try. */
export function printAddresses(installation: Installation, terminal: Terminal): void {
  const { freescout, github, webhookUrl } = installation
  const { line, paint } = terminal
  printHeading(terminal, 'Everything stays up until Ctrl-C')
  const rows = [
    ['FreeScout', `${freescout.url}/api`, `X-FreeScout-API-Key: ${KEYS.freescout}`],
    ['GitHub API', github.url, `Authorization: Bearer ${KEYS.visitor}`],
    ['Receiver', webhookUrl, `webhook secret: ${KEYS.webhook}`],
  ]
  for (const [name = '', url = '', key = ''] of rows) {
    line(`  ${name.padEnd(12)}${paint('underline', url)}`)
    line(`  ${' '.repeat(12)}${paint('dim', key)}`)
  }
  for (const { what, command } of tries(installation)) {
    line()
    line(`  ${paint('dim', `# ${what}`)}`)
    for (const part of command) line(`  ${part}`)
  }
  line()
}

/** Commands for another terminal; each works as it stands. */
function tries({ freescout, github, webhookUrl }: Installation): { what: string; command: string[] }[] {
  const ticket = (path: string) => `${freescout.url}/api/conversations${path}`
  const key = `-H 'X-FreeScout-API-Key: ${KEYS.freescout}'`
  const next = Math.max(0, ...freescout.tickets.keys()) + 1
  const customer = '{"email": "kim@example.org"}'
  return [
    {
      what: 'Close the ticket: the issue gets a comment.',
      command: [`curl -sS -X PUT ${ticket('/1')} \\`, `  ${key} --json '{"status": "closed", "byUser": 1}'`],
    },
    {
      what: 'A customer writes. Tag it within 10 s; later, a Workflow (paid) reports it.',
      command: [
        `curl -sS -o /dev/null ${ticket('')} \\`,
        `  ${key} --json '{"type": "email", "mailboxId": 2,`,
        `  "subject": "The export is empty", "customer": ${customer},`,
        `  "threads": [{"type": "customer", "text": "Since today.",`,
        `    "customer": ${customer}}]}'`,
        `curl -sS -X PUT ${ticket(`/${next}/tags`)} \\`,
        `  ${key} --json '{"tags": ["bug"]}'`,
      ],
    },
    {
      what: 'Sign a delivery yourself.',
      command: [
        `BODY='{"id": 1}'; curl -sS ${webhookUrl} \\`,
        `  -H 'X-FreeScout-Event: convo.created' -d "$BODY" \\`,
        `  -H "X-FreeScout-Signature: $(printf %s "$BODY" |`,
        `    openssl dgst -sha1 -hmac ${KEYS.webhook} -binary | base64)"`,
      ],
    },
    {
      what: 'What GitHub has.',
      command: [
        `curl -sS '${github.url}/repos/${REPOSITORY}/issues?state=all' \\`,
        `  -H 'Authorization: Bearer ${KEYS.visitor}'`,
      ],
    },
  ]
}
