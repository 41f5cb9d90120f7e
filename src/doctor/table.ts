import type { Check } from '../outcome.ts'

const SIGNS: Record<Check['status'], string> = { ok: '✓', missing: '✗', warning: '!', 'not-checked': '–' }

const WORDS: Record<Check['status'], string> = {
  ok: 'good',
  missing: 'missing',
  warning: 'to look at',
  'not-checked': 'not checked',
}

/** A check as one line of the log. */
export function line({ name, status, found, todo }: Check): string {
  return `${SIGNS[status]} ${name}: ${found}${todo ? ` → ${todo}` : ''}`
}

/** How many checks came to what: `4 good, 1 missing`. */
export function tally(checks: Check[]): string {
  return Object.entries(WORDS)
    .map(([status, word]) => [checks.filter(check => check.status === status).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')
}

/** Checks as a table for the job summary, with what its signs mean. */
export function table(checks: Check[]): string {
  return [
    '|  | Check | Found | To do |',
    '| :-: | --- | --- | --- |',
    ...checks.map(({ name, status, found, todo = '' }) =>
      row([SIGNS[status], name, status === 'not-checked' ? `Not checked: ${found}` : found, todo]),
    ),
    '',
    '✓ good · ✗ missing · ! works, but have a look · – not checked',
  ].join('\n')
}

function row(cells: string[]): string {
  return `| ${cells.map(cell).join(' | ')} |`
}

/** Text as it is: no sign of Markdown or HTML counts, and a cell stays on its line. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|~]/g, '\\$&')
}
