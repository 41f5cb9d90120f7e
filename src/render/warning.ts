import type { IssueRef } from '../model.ts'
import { hasName, quoteNames } from '../names.ts'
import type { ServiceError } from '../service-error.ts'

/** What was asked of GitHub for an issue, and what was sent in the end. */
type Parts = { labels: string[]; type?: string }

/** The warning that GitHub refused the type or some labels of an issue. */
export function refusedText(
  issue: IssueRef,
  { asked, sent, refusal }: { asked: Parts; sent: Parts; refusal: ServiceError },
): string {
  const labels = asked.labels.filter(label => !hasName(sent.labels, label))
  const parts = [
    ...(asked.type !== undefined && sent.type === undefined ? [`the type "${asked.type}"`] : []),
    ...(labels.length > 0 ? [`the ${labels.length === 1 ? 'label' : 'labels'} ${quoteNames(labels)}`] : []),
  ]
  return (
    `${issue.url} lacks ${parts.join(' and ')}, because ${refusal.happened}. ` +
    'Correct issue.types or issue.labels in the configuration, and add it to the issue by hand.'
  )
}

/** The warning that GitHub created the issue, but without its type, and did not say why. */
export function leftOutText(issue: IssueRef, type: string): string {
  return (
    `${issue.url} has no type "${type}", because GitHub left it out. ` +
    'Give the token the right to push, or set the type by hand.'
  )
}
