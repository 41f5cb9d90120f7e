/*
 * `npm run demo`: FreeScout and GitHub are emulated, everything between them is real. How the files fit together:
 *
 * - installation.ts starts it all: both emulators (services.ts), the built receiver (receiver.ts) and GitHub's runner,
 *   which runs the built action (runs.ts). It reports whatever happens as an event (events.ts).
 * - In a terminal, story.ts plays one ticket (status-console.ts creates it), print-timeline.ts prints the events, and
 *   verify.ts checks both sides in the end. print-results.ts prints the issue, the job summary and the checks. With
 *   `--keep`, keep-running.ts goes on delivering webhooks and prints what to try.
 * - dispatches.ts finds what a dispatch must not hold. terminal.ts, markdown.ts and writes.ts put texts, Markdown and
 *   write requests into words and lines.
 * - With `--web`, web/index.ts serves a page instead. web/session.ts keeps what the page shows, and web/stage.ts does what
 *   its buttons ask (actions.ts, people.ts). web/snapshot.ts, lines.ts and hint.ts say what the page shows.
 * - web/differences.ts is the verdict: it compares both sides (sides.ts) by their marks (marks.ts), and says what is
 *   missing (notes-due.ts), doubled (doubles.ts) or leaked (leaks.ts).
 * - web/page.ts runs in the browser, with cards.ts, frame.ts, entries.ts, timeline.ts and dom.ts. web/protocol.ts has the
 *   types that both ends share. web/documents.ts shows the documentation.
 */
import { parseArgs } from 'node:util'
import { type Installation, startInstallation } from './installation.ts'
import { addWorkflows, keepDelivering, printAddresses } from './keep-running.ts'
import { printChecks, printIssues, printSummary } from './print-results.ts'
import { createTimeline, printHeading } from './print-timeline.ts'
import { playStory } from './story.ts'
import { type Terminal, terminalOn } from './terminal.ts'
import { verify } from './verify.ts'
import { playOnPage } from './web/index.ts'

const USAGE = `Plays the whole way from a FreeScout ticket to a linked GitHub issue on this machine.
FreeScout and GitHub are emulated; the receiver and the action are the built ones in dist/.

  npm run demo                 play the story, check both sides, and end
  npm run demo -- --keep       then leave everything up to play with, until Ctrl-C
  npm run demo -- --web        instead, a page to play with, until Ctrl-C; --port N sets its port
  npm run demo -- --web --screenshots docs/images
                               takes the README's pictures of it, and ends; needs Chromium
  npm run demo -- --help       this

The story exits with 0 only if both sides are right. NO_COLOR and FORCE_COLOR are respected.`

/** Plays the story; resolves with whether every check holds in the end. */
async function perform(installation: Installation, terminal: Terminal): Promise<boolean> {
  const { paint, line } = terminal
  const startedAt = performance.now()
  printHeading(terminal, 'From a ticket to an issue')
  const outcome = await playStory(installation)
  printIssues(installation, terminal)
  printSummary(outcome, terminal)
  const checks = verify(outcome, installation)
  printChecks(checks, terminal)

  const wrong = checks.filter(({ holds }) => !holds).length
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  if (wrong === 0) line(`${paint(['bold', 'green'], 'Both sides are right')}, after ${seconds} s.`)
  else {
    line(
      `${paint(['bold', 'red'], `${wrong} of ${checks.length} checks failed`)}. What the first run logged:`,
    )
    line(outcome.first?.log ?? 'There was no run.')
  }
  return wrong === 0
}

async function main({ keep, web, port, screenshots }: Wanted): Promise<void> {
  const terminal = terminalOn(process.stdout)
  const { line, paint } = terminal
  line(`${paint('bold', 'FreeScout Autolink')}, the demo. FreeScout and GitHub are emulated on this machine;`)
  line('the receiver and the action are the built ones, and talk real HTTP.')

  const ending = new AbortController()
  let installation: Installation | undefined
  const interrupted = async () => {
    ending.abort()
    await installation?.close()
    process.exit(process.exitCode ?? 130)
  }
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  // Whoever reads has gone, as in: npm run demo | head
  process.stdout.once('error', () => process.exit(1))

  try {
    installation = await startInstallation()
    if (web) {
      process.exitCode = 0
      await playOnPage(installation, { port, screenshots, terminal, signal: ending.signal })
      return await installation.close()
    }
    const stopPrinting = installation.onEvent(createTimeline(terminal))
    ending.signal.addEventListener('abort', stopPrinting)
    const right = await perform(installation, terminal)
    process.exitCode = right ? 0 : 1
    if (keep) {
      printAddresses(installation, terminal)
      addWorkflows(installation)
      // Ends by a signal only, and then with the exit code of the checks.
      await keepDelivering(installation, ending.signal)
      return
    }
    if (right) line(paint('dim', 'To play with it yourself: npm run demo -- --keep'))
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`demo: ${(error as Error).message}\n`)
  }
  await installation?.close()
}

type Wanted = { keep: boolean; web: boolean; help: boolean; port: number; screenshots: string | undefined }

function readArguments(): Wanted | undefined {
  try {
    const { values } = parseArgs({
      options: {
        keep: { type: 'boolean', default: false },
        web: { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        screenshots: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const { keep, web, help, screenshots } = values
    const port = Number(values.port)
    if (!/^\d+$/.test(values.port) || port > 65_535) throw new Error(`--port ${values.port} is no port.`)
    if (!web && (port || screenshots !== undefined))
      throw new Error('--port and --screenshots go with --web.')
    if (web && keep) throw new Error('--web stays up by itself: leave out --keep.')
    return { keep, web, help, port, screenshots }
  } catch (error) {
    process.stderr.write(`demo: ${(error as Error).message}\nSee: npm run demo -- --help\n`)
    return undefined
  }
}

const wanted = readArguments()
if (!wanted) process.exitCode = 2
else if (wanted.help) process.stdout.write(`${USAGE}\n`)
else await main(wanted)
