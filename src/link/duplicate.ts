import type { GitHub } from '../github/client.ts'
import type { IssueRef } from '../model.ts'
import type { Change } from '../outcome.ts'

/**
 * Tells a surplus issue which one counts, unless it was told before, and closes it as a duplicate; adds to `changes`
 * what was done.
 */
export async function closeDuplicateIssue(
  surplus: IssueRef,
  { winner, github, changes }: { winner: IssueRef; github: GitHub; changes: Change[] },
): Promise<void> {
  const other = winner.repository === surplus.repository ? `#${winner.number}` : winner.url
  const text = `Duplicate of ${other}: both were made from the same ticket.`
  if (!(await github.comments(surplus)).some(({ body }) => body === text)) {
    await github.comment(surplus, text)
    changes.push('comment')
  }
  await github.closeIssue(surplus, 'duplicate')
  changes.push('close-duplicate')
}
