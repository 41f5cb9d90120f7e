import { type ActivityQuestion, MOST_QUESTIONS, type RecentActivity } from '../github/recent-activity.ts'
import { mappedLabels } from '../issue/labels.ts'
import { originTicketId, readLinkedTicketUrls } from '../link/linked-tickets.ts'
import type { Issue } from '../model.ts'
import { hasName, LINKED_LABEL } from '../names.ts'
import { ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'

/** What a list shows of an issue of the home repository that changed lately. `url` is in lower case. */
export type ChangedIssue = {
  number: number
  url: string
  createdAt: string
  /** It has the label of linked issues. */
  isLinked: boolean
  /** `closed-lately`: within the time that the sweep looks back. `duplicate`: closed as one, before that time. */
  state: 'open' | 'reopened' | 'closed' | 'closed-lately' | 'duplicate'
  hasMappedLabel: boolean
  /** The ticket in its marker, by a trusted author. */
  ticketId: number | undefined
}

/** The URLs (in lower case) in the fields of listed tickets, by ticket id; '' for an empty field. */
export type TicketLinks = ReadonlyMap<number, string>

/** Reads what the sweep needs of a listed issue. `since` is ISO 8601. */
export async function readChangedIssue(issue: Issue, since: string, world: World): Promise<ChangedIssue> {
  const { number, url, createdAt, labels } = issue
  return {
    number,
    url: url.toLowerCase(),
    createdAt,
    isLinked: hasName(labels, LINKED_LABEL),
    state: stateOf(issue, since),
    hasMappedLabel: mappedLabels(issue, world.config).length > 0,
    ticketId: await originTicketId(issue, world),
  }
}

function stateOf({ state, stateReason, closedAt }: Issue, since: string): ChangedIssue['state'] {
  if (state === 'open') return stateReason === 'reopened' ? 'reopened' : 'open'
  if (!closedAt || Date.parse(closedAt) >= Date.parse(since)) return 'closed-lately'
  return stateReason === 'duplicate' ? 'duplicate' : 'closed'
}

/** A changed issue that the sweep looks at. `reason` is the end of a sentence about it. */
export type DueIssue = { issue: ChangedIssue; reason: string }

type Known = { issue: ChangedIssue; links: TicketLinks }

/**
 * What lists say about a changed issue. The first rule that holds decides. A rule without a reason leaves the issue alone.
 * About all others, GitHub is asked what happened to them.
 */
const RULES: { holds: (known: Known) => boolean; reason: string | undefined }[] = [
  { holds: ({ issue }) => issue.state === 'closed-lately', reason: 'was closed lately' },
  { holds: ticketNamesAnotherIssue, reason: 'has a ticket that names another issue' },
  { holds: nothingMayBeDue, reason: undefined },
]

/** Its ticket may name the place where the issue was before somebody transferred it. A duplicate has no ticket. */
function ticketNamesAnotherIssue({ issue: { ticketId, url, state }, links }: Known): boolean {
  const named = ticketId === undefined ? '' : (links.get(ticketId) ?? '')
  return named !== '' && named !== url && state !== 'duplicate'
}

/** It was not reopened, no label asks for a note, and the list of tickets shows the ticket in its marker. */
function nothingMayBeDue({ issue: { state, hasMappedLabel, ticketId }, links }: Known): boolean {
  return state !== 'reopened' && !hasMappedLabel && ticketId !== undefined && links.has(ticketId)
}

/**
 * The changed issues about which something may have to be announced: closed, reopened, labelled or transferred since `since`
 * (ISO 8601), or with a link that one side does not show any more. Lists decide about most of them. GitHub is asked about
 * the rest, {@link MOST_QUESTIONS} issues in a request. `links` is `undefined` when not all tickets could be listed.
 */
export async function findDueIssues(
  changed: ChangedIssue[],
  { links = new Map(), since, world }: { links: TicketLinks | undefined; since: string; world: World },
): Promise<DueIssue[]> {
  const issues = [...new Map(changed.map(issue => [issue.number, issue])).values()]
  const urls = new Set(links.values())
  const unclear: ChangedIssue[] = []
  const due: DueIssue[] = []
  for (const issue of issues) {
    const rule = RULES.find(({ holds }) => holds({ issue, links }))
    if (!rule) unclear.push(issue)
    else if (rule.reason !== undefined) due.push({ issue, reason: rule.reason })
  }
  for (let from = 0; from < unclear.length; from += MOST_QUESTIONS) {
    due.push(...(await askAbout(unclear.slice(from, from + MOST_QUESTIONS), { urls, since, world })))
  }
  return due
}

/** Without an answer, the issues are looked at one by one. */
async function askAbout(
  issues: ChangedIssue[],
  { urls, since, world }: { urls: ReadonlySet<string>; since: string; world: World },
): Promise<DueIssue[]> {
  const { github, home: repository } = world
  const questions = issues.map(
    (issue): ActivityQuestion => ({ number: issue.number, withComments: needsComment(issue, urls) }),
  )
  const answers = await github.recentActivity({ repository, since, questions }).catch((error: unknown) => {
    if (!(error instanceof ServiceError)) throw error
    world.log(`Looking at ${issues.length} changed issues one by one. ${error.message}`)
    world.debug(error)
    return new Map<number, RecentActivity>()
  })
  const due = await Promise.all(
    issues.map(async (issue): Promise<DueIssue[]> => {
      const activity = answers.get(issue.number)
      const reason = activity
        ? await reasonIn(activity, { needsComment: needsComment(issue, urls), world })
        : 'changed lately'
      return reason === undefined ? [] : [{ issue, reason }]
    }),
  )
  return due.flat()
}

/** Whether a comment must name its ticket: it is linked, and has no marker. `urls` are those in fields of tickets. */
function needsComment({ isLinked, ticketId, url }: ChangedIssue, urls: ReadonlySet<string>): boolean {
  return ticketId === undefined && (isLinked || urls.has(url))
}

async function reasonIn(
  { labels, isReopened, isTransferred, comments, isCut }: RecentActivity,
  { needsComment, world }: { needsComment: boolean; world: World },
): Promise<string | undefined> {
  if (isReopened) return 'was reopened lately'
  if (isTransferred) return 'was transferred lately'
  if (labels.some(label => hasName(Object.keys(world.config.labels), label))) return 'got a label lately'
  if (needsComment && (await readLinkedTicketUrls(comments, world)).length === 0) {
    return 'does not name its ticket'
  }
  return isCut ? 'changed lately' : undefined
}
