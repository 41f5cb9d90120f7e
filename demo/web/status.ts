import type { Break, Snapshot } from './protocol.ts'

/** How things stand: a colour, two words, and a sentence. */
export type Status = { level: 'good' | 'busy' | 'lacking' | 'bad'; title: string; more: string }

/** What the page says while it has no connection to the demo. */
export const DISCONNECTED: Status = {
  ...{ level: 'lacking', title: 'Not connected' },
  more: 'Is the demo still running?',
}

const READY: Status = { level: 'good', title: 'Ready', more: 'No tickets and no issues yet.' }

const BROKEN: Record<Break, string> = {
  'freescout-down': 'FreeScout can’t be reached.',
  'github-down': 'GitHub answers 502 to everything.',
  'lost-answer': 'The next answer will get lost.',
}

/** How things stand, the worst first. */
export function statusOf({ missing, doubled, leaked, broken, runs, webhooks, ...both }: Snapshot): Status {
  const { due, later, held } = webhooks
  const works = [runs && counted(runs, 'run'), due && counted(due, 'webhook')].filter(Boolean).join(', ')
  const waits = later > 0 && `FreeScout will send ${counted(later, 'webhook')} again`
  const lacks = missing.length > 0 && sentence([...missing, waits])
  if (leaked.length) return { level: 'bad', title: 'Leaked!', more: sentence(leaked) }
  if (doubled.length) return { level: 'bad', title: 'Doubled!', more: sentence(doubled) }
  if (broken) {
    const working = works && `Still at work: ${works}.`
    const more = [BROKEN[broken], working, lacks].filter(Boolean).join(' ')
    return { level: 'bad', title: 'Network broken', more }
  }
  if (works) return { level: 'busy', title: 'Working …', more: works }
  if (lacks) return { level: 'lacking', title: 'Not there yet', more: lacks }
  if (!both.tickets.length && !both.issues.length) return READY
  const count = `${counted(both.tickets.length, 'ticket')}, ${counted(both.issues.length, 'issue')}`
  const rest = waits && `${waits}; there is nothing left for it to do.`
  const holds = held > 0 && `FreeScout holds ${counted(held, 'webhook')} back as long as an agent can undo.`
  return {
    level: 'good',
    title: 'Settled',
    more: [`Nothing lost, nothing doubled, no mail to a customer: ${count}.`, rest, holds]
      .filter(Boolean)
      .join(' '),
  }
}

function sentence(parts: (string | false)[]): string {
  const text = parts.filter(Boolean).join('; ')
  return text && `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
