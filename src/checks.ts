/**
 * One thing that the doctor or the receiver's `--check` looked at. `missing`: required and not there. `warning`: it
 * works, but somebody should know. `not-checked`: nobody could read it, so nothing is claimed.
 */
export type Check = {
  name: string
  status: 'ok' | 'missing' | 'warning' | 'not-checked'
  /** What was found, as a phrase. It never holds a secret. */
  found: string
  /** The one thing to do about it, as a sentence. */
  todo?: string
}

const SIGNS: Record<Check['status'], string> = { ok: '✓', missing: '✗', warning: '!', 'not-checked': '–' }

const WORDS: Record<Check['status'], string> = {
  ok: 'good',
  missing: 'missing',
  warning: 'to look at',
  'not-checked': 'not checked',
}

/** A check as one line of text. */
export function checkLine({ name, status, found, todo }: Check): string {
  return `${SIGNS[status]} ${name}: ${found}${todo ? ` → ${todo}` : ''}`
}

/** How many checks have which status: `4 good, 1 missing`. */
export function countChecks(checks: Check[]): string {
  return Object.entries(WORDS)
    .map(([status, word]) => [checks.filter(check => check.status === status).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ')
}

/** Checks as a Markdown table for the job summary, with a line that explains the signs. */
export function checkTable(checks: Check[]): string {
  const rows = checks.map(({ name, status, found, todo = '' }) => [
    SIGNS[status],
    name,
    status === 'not-checked' ? `Not checked: ${found}` : found,
    todo,
  ])
  return [
    markdownTable(
      ['', 'Check', 'Found', 'To do'],
      rows.map(row => row.map(plainText)),
    ),
    '',
    '✓ good · ✗ missing · ! works, but have a look · – not checked',
  ].join('\n')
}

/** A Markdown table from cells that are Markdown already. */
export function markdownTable(head: string[], rows: string[][]): string {
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** An address as far as Markdown leaves its characters alone; GitHub makes it a link. */
const ADDRESS = /((?<!\w)https?:\/\/[\w./#?=&%-]+)/

/** Text as Markdown that shows it as it is, on one line, also where a list or a heading could start. */
export function plainText(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 0 ? part.replace(/[\\`*_[\]<>|~&$]/g, '\\$&') : part))
    .join('')
    .replace(/^( ?\d{0,9})([-+=#.)])/, '$1\\$2')
}
