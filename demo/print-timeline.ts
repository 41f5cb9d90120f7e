import { leaksIn } from './dispatches.ts'
import type { Answer, Costs, DemoEvent, RunEnd, TimedEvent } from './events.ts'
import { counted, flow, type Piece, type Style, type Terminal, widthOf } from './terminal.ts'
import { describeWrite } from './writes.ts'

/** One entry of the timeline: who, what, and smaller print below. */
type TimelineEntry = { who: keyof typeof COLOURS; what: string; more?: string[]; style?: Style }

/** FreeScout's side, the receiver, GitHub's side. */
const COLOURS = {
  Ticket: 'cyan',
  Webhook: 'cyan',
  Forgery: 'red',
  Receiver: 'yellow',
  Dispatch: 'magenta',
  Run: 'magenta',
  Issue: 'green',
  Field: 'green',
  Note: 'green',
  Tags: 'green',
  Comment: 'green',
  Label: 'green',
  Write: 'green',
} satisfies Record<string, Style>

const TIME_WIDTH = 9
const WHO_WIDTH = 10
/** Lines of a run's log that only repeat what the servers saw. */
const ECHOED = /^([a-z]+-[a-z]+|comment): |^Ticket \d+: /

/** Makes a listener that prints what happens, as it happens; times count from the first event. */
export function createTimeline(terminal: Terminal): (event: TimedEvent) => void {
  const { paint, line } = terminal
  const indent = TIME_WIDTH + 2 + WHO_WIDTH
  let start: number | undefined
  let shown = ''
  /** What a webhook or a person started has ended: an empty line follows. */
  let isOver = false
  return event => {
    start ??= event.at
    const entry = entryFor(event)
    if (!entry) return
    if (isOver) line()
    isOver = event.kind === 'run-ended' || (event.kind === 'answer' && event.status !== 202)
    const time = `${((event.at - start) / 1000).toFixed(2)} s`.padStart(TIME_WIDTH)
    const who = entry.who === shown ? '' : entry.who
    shown = entry.who
    const gutter = `${paint('dim', time)}  ${paint(['bold', COLOURS[entry.who]], who.padEnd(WHO_WIDTH))}`
    const page = { paint }
    const [head = '', ...rest] = flow(emphasised(entry.what, entry.style), terminal.width - indent, page)
    line(`${gutter}${head}`)
    const small = (entry.more ?? []).flatMap(text =>
      flow([{ text, styles: ['dim'] }], terminal.width - indent, page),
    )
    for (const text of [...rest, ...small]) line(`${' '.repeat(indent)}${text}`)
  }
}

/** A heading with a rule up to the right margin. */
export function printHeading({ width, paint, line }: Terminal, title: string): void {
  line()
  const start = `── ${title} `
  line(`${paint('dim', '──')} ${paint('bold', title)} ${paint('dim', '─'.repeat(width - widthOf(start)))}`)
  line()
}

function entryFor(event: DemoEvent): TimelineEntry | undefined {
  switch (event.kind) {
    case 'ticket':
      return {
        who: 'Ticket',
        what: `*#${event.number}* “${event.subject}”`,
        more: [
          'by the button “Investigate” of the status console',
          `POST /api/conversations → ${event.status}, id ${event.id}, ${event.mailbox}`,
        ],
      }
    case 'tags':
      return {
        who: 'Ticket',
        what: `tagged *${event.tags.join(', ')}*`,
        more: [`PUT /api/conversations/${event.id}/tags → ${event.status}`],
      }
    case 'webhook':
      return webhook(event)
    case 'dispatch':
      return dispatch(event.payload)
    case 'answer':
      return answer(event)
    case 'unanswered':
      return {
        who: 'Receiver',
        what: `${event.event}: ${event.status === 0 ? 'no answer' : `${event.status}, and no line in its log`}`,
        style: 'red',
      }
    case 'run-started':
      return {
        who: 'Run',
        what: `*${event.run}* starts: ${event.cause}`,
        more: ['node dist/index.js, configured by .github/freescout.yml'],
      }
    case 'said':
      return ECHOED.test(event.line) || event.line === '' ? undefined : said(event.line)
    case 'wrote':
      return describeWrite(event)
    case 'run-ended':
      return runEnd(event)
  }
}

function webhook({
  event,
  ticketId,
  body,
  signature,
  attempt,
  forged,
}: Extract<DemoEvent, { kind: 'webhook' }>): TimelineEntry {
  if (forged) {
    return {
      who: 'Forgery',
      what: `the same *${event}*, one word changed on the way`,
      more: [`signature as before: ${signature}`],
    }
  }
  const again = attempt > 1 ? `, attempt ${attempt}` : ''
  return {
    who: 'Webhook',
    what: `*${event}* about ticket id ${ticketId}${again}`,
    more: [
      `${counted(Buffer.byteLength(body), 'byte')} of JSON to /api/webhooks/freescout/ops`,
      `X-FreeScout-Signature: ${signature}`,
    ],
  }
}

function dispatch(payload: Record<string, unknown>): TimelineEntry {
  const ids = ['conversation_id', 'number', 'mailbox_id', 'source']
    .filter(key => payload[key] !== null)
    .map(key => `${key} ${payload[key]}`)
  const leaks = leaksIn([{ client_payload: payload }])
  return {
    who: 'Dispatch',
    what: 'GitHub takes the repository_dispatch *freescout*',
    more: [
      ids.join(' · '),
      leaks.length === 0
        ? 'identity only, not a word of what the ticket says'
        : `more than the identity: ${leaks.join(', ')}`,
    ],
    ...(leaks.length > 0 && { style: 'red' as const }),
  }
}

function answer({ status, reason, ms, event }: Answer): TimelineEntry {
  const took = `in ${ms} ms`
  if (status === 202) {
    return {
      who: 'Receiver',
      what: `signature right, forwarded: *202* ${took}`,
      more: ['said only after GitHub had taken it'],
    }
  }
  if (reason === 'nothing-to-do' && event === 'convo.note.created') {
    return {
      who: 'Receiver',
      what: `*200 nothing-to-do* ${took}`,
      more: ['our own note coming back: not passed on, so it costs no run'],
    }
  }
  if (status === 401) return { who: 'Receiver', what: `turned away: *401 ${reason}* ${took}` }
  const style = status >= 400 ? ({ style: 'red' } as const) : {}
  return { who: 'Receiver', what: `*${status} ${reason ?? ''}* ${took}, about ${event}`, ...style }
}

function runEnd({ run, exitCode, outputs, costs, ms }: RunEnd): TimelineEntry {
  const { result = 'no result', reason } = outputs
  const failed = exitCode !== 0
  return {
    who: 'Run',
    what: `*${run}* ends: *${result}*${reason ? ` (${reason})` : ''}, exit ${exitCode}, after ${(ms / 1000).toFixed(1)} s`,
    more: [costText(costs)],
    ...(failed && { style: 'red' as const }),
  }
}

function costText(costs: Costs): string {
  const side = (name: string, { reads, writes }: Costs['github']) =>
    `${name} ${counted(reads, 'read')}, ${writes === 0 ? 'no writes' : counted(writes, 'write')}`
  return `${side('FreeScout', costs.freescout)} · ${side('GitHub', costs.github)}`
}

/** `::warning::text` is how a step reports a warning to the runner. */
function said(line: string): TimelineEntry {
  const [command = '', name] = /^::(\w+)[^:]*::/.exec(line) ?? []
  if (!name) return { who: 'Run', what: line }
  const text = line.slice(command.length).replaceAll('%0A', ' ').replaceAll('%25', '%')
  return { who: 'Run', what: `*${name}:* ${text}`, style: name === 'error' ? 'red' : 'yellow' }
}

/** Text between asterisks is bold. */
function emphasised(text: string, style: Style | undefined): Piece[] {
  const base: Style[] = style ? [style] : []
  return text
    .split(/\*([^*]+)\*/)
    .map((part, index) => ({ text: part, styles: index % 2 === 1 ? [...base, 'bold' as const] : base }))
}
