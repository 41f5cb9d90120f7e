import { REASONS } from '../../src/outcome.ts'
import { leaksIn } from '../dispatches.ts'
import type { Answer, RunEnd, TimedEvent } from '../events.ts'
import { TAGGED } from '../installation.ts'
import { describeWrite } from '../writes.ts'
import type { Line } from './protocol.ts'
import { renderMarkdown } from './rendered.ts'

/** A line before it has its place and its time. */
export type Said = Omit<Line, 'id' | 'at'>

/** What FreeScout's events mean. */
const EVENTS: Record<string, string> = {
  'convo.created': 'a new ticket',
  'convo.status': 'another status',
  'convo.moved': 'moved to another mailbox',
  'convo.note.created': 'a new note',
  'convo.agent.reply.created': 'an agent replied',
  'convo.customer.reply.created': 'the customer replied',
  [TAGGED]: 'a tag, reported by a Workflow (a paid module)',
}

/** The line of the timeline for an event; `undefined` for events that it leaves out. */
export function lineOf(event: TimedEvent, nameOf: (ticketId: number | null) => string): Said | undefined {
  switch (event.kind) {
    case 'webhook': {
      const again = event.attempt > 1 ? ` (sent again, attempt ${event.attempt})` : ''
      const what = EVENTS[event.event] ?? 'news'
      return {
        ...{ tone: 'freescout', who: 'Webhook', code: event.event },
        text: `${nameOf(event.ticketId)}: ${what}${again}`,
      }
    }
    case 'answer':
      return answered(event)
    case 'unanswered':
      return { tone: 'trouble', who: 'Receiver', text: 'Does not answer', code: String(event.status) }
    case 'dispatch':
      return dispatched(event.payload)
    case 'run-started':
      return {
        ...{ tone: 'run', who: `Run ${event.run}`, code: event.cause },
        text: 'Starts, reads both sides',
      }
    case 'said':
      return said(event.run, event.line)
    case 'wrote':
      return wrote(event)
    case 'run-ended':
      return ended(event)
    default:
      return undefined
  }
}

function wrote(event: Extract<TimedEvent, { kind: 'wrote' }>): Said | undefined {
  const { status } = event.request
  // The network has a line for it already.
  if (status === 0) return undefined
  const { who, what, more } = describeWrite(event)
  const text = what
    .replaceAll('*', '')
    .replace(/^\[freescout-autolink\] /, '')
    .replace(/( \(\S+Z\))?: https?:\/\/[\w.:-]+(\/conversation\/\d+)$/, ': $2')
    .replace(/https:\/\/github\.com\/(\S+)\/issues\/(\d+)/, '$1#$2')
  return {
    tone: status >= 300 ? 'trouble' : 'wrote',
    who: who === 'Write' ? `Run ${event.run}` : who,
    text,
    ...(more[0] && { code: more[0].replace(/^(\w+) .* → /, '$1 → ') }),
  }
}

/** GitHub takes a dispatch before the receiver answers FreeScout. So this line comes first, and says what the receiver did. */
function dispatched(payload: Record<string, unknown>): Said {
  const leaks = leaksIn([{ client_payload: payload }])
  const dispatch = { who: 'Receiver', code: 'dispatch' } as const
  if (leaks.length > 0) {
    return {
      ...dispatch,
      tone: 'trouble',
      text: `Sends GitHub more than the ticket’s id: ${leaks.join(', ')}`,
    }
  }
  return { ...dispatch, tone: 'receiver', text: 'Signature is right: sends GitHub the ticket’s id, no text' }
}

function answered({ event, status, reason, ms }: Answer): Said {
  const answer = { tone: 'receiver', who: 'Receiver', code: `${status} · ${ms} ms` } as const
  if (status === 202) return { ...answer, text: 'GitHub took it: confirmed to FreeScout' }
  if (reason === 'nothing-to-do' && event === 'convo.note.created') {
    return { ...answer, text: 'Our own note coming back: not passed on, costs nothing' }
  }
  if (status < 300) return { ...answer, text: `Not passed on, costs nothing: ${reason}` }
  return { ...answer, tone: 'trouble', text: `Refused (${reason}): FreeScout will send it again` }
}

function said(run: number, line: string): Said | undefined {
  const teller = { tone: 'run', who: `Run ${run}` } as const
  if (/has no trigger tag yet: looking again in 1\.5 s/.test(line)) {
    return { ...teller, text: 'No tag yet on this fresh ticket: looks again, for 10 s' }
  }
  const [, text] = /^\d+\/\d+ (.*)$/.exec(line) ?? []
  return text && !text.endsWith(': unchanged') ? { ...teller, text: `Sweep: ${text}` } : undefined
}

function ended({ run, exitCode, outputs, costs, summary, log, ms }: RunEnd): Said {
  const { freescout, github } = costs
  const reads = freescout.reads + github.reads
  const writes = freescout.writes + github.writes
  const { reason = '', result = '' } = outputs
  const [, headline = ''] = /^### (.*)$/m.exec(summary) ?? []
  const [, error = ''] = /^::error[^:]*::(.*)$/m.exec(log) ?? []
  const sentence = reason in REASONS ? REASONS[reason as keyof typeof REASONS] : ''
  const why = sentence && sentence !== headline.toLowerCase() ? `: ${sentence}` : ''
  const isFailed = exitCode !== 0
  return {
    tone: isFailed ? 'trouble' : 'run',
    who: `Run ${run}`,
    text: isFailed ? `Failed: ${error.replaceAll('%0A', ' ').replaceAll('%25', '%')}` : `${headline}${why}`,
    code: reason || result,
    more: `${(ms / 1000).toFixed(1)} s · ${reads} read, ${writes} written`,
    summary: renderMarkdown(summary),
  }
}
