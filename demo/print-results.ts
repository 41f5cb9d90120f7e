import { type Installation, REPOSITORY } from './installation.ts'
import { renderMarkdown } from './markdown.ts'
import { printHeading } from './print-timeline.ts'
import type { Outcome } from './story.ts'
import type { Terminal } from './terminal.ts'
import type { Check } from './verify.ts'

const WHERE_WIDTH = 11

/** Prints the issues as GitHub's page would show them. */
export function printIssues({ github }: Installation, terminal: Terminal): void {
  const { paint, line } = terminal
  for (const { number, title, body, labels, state, author } of github.issues(REPOSITORY)) {
    printHeading(terminal, 'The issue on GitHub')
    line(`  ${paint('bold', title)} ${paint('dim', `#${number}`)}`)
    line(`  ${paint('green', state)} · ${REPOSITORY}, a private repository · by ${author}`)
    line(`  ${labels.map(label => paint('inverse', ` ${label} `)).join(' ')}`)
    line()
    printIndented(renderMarkdown(body ?? '', { ...terminal, width: terminal.width - 2 }), terminal)
    line()
    line(`  ${paint('dim', 'The checks below are about @oncall, #41, the name, the address and the last')}`)
    line(`  ${paint('dim', 'line, which is the marker. GitHub does not show that line.')}`)
  }
}

/** Prints the job summary of the run that made the issue. */
export function printSummary({ first }: Outcome, terminal: Terminal): void {
  printHeading(terminal, 'The job summary')
  const summary = first?.summary.trim() ?? 'There was no run.'
  printIndented(renderMarkdown(summary, { ...terminal, width: terminal.width - 2 }), terminal)
}

/** Prints a line for each check, and what is there instead for those that don't hold. */
export function printChecks(checks: Check[], terminal: Terminal): void {
  const { paint, line } = terminal
  printHeading(terminal, 'Both sides, as they are now')
  let shown = ''
  for (const { where, claim, holds, found } of checks) {
    const label = (where === shown ? '' : where).padEnd(WHERE_WIDTH)
    shown = where
    line(`  ${paint('bold', label)}${holds ? paint('green', '✓') : paint('red', '✗')} ${claim}`)
    if (!holds) line(`  ${' '.repeat(WHERE_WIDTH)}  ${paint('red', `but found: ${found}`)}`)
  }
  line()
}

function printIndented(lines: string[], { line }: Terminal): void {
  for (const text of lines) line(text && `  ${text}`)
}
