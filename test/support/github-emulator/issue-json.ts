import { labelJson, nodeId, repositoryUrl, userJson } from './json.ts'
import { renderHtml, renderText } from './render.ts'
import {
  type Comment,
  fullName,
  type GitHubState,
  type Issue,
  type IssueEvent,
  type Repository,
  sameName,
} from './state.ts'

/** Which of its texts an answer carries: Markdown, plain text, HTML, or all three. */
export type TextMedia = 'raw' | 'text' | 'html' | 'full'

/** What the `Accept` header asks for: `application/vnd.github.full+json` and its siblings. */
export function textMedia(accept: string | undefined): TextMedia {
  const found = /application\/vnd\.github(?:\.v3)?\.(raw|text|html|full)\b/.exec(accept ?? '')
  return (found?.[1] as TextMedia | undefined) ?? 'raw'
}

/** An issue, or a pull request the way the issues' lists show it: with a `pull_request` key. */
export function issueJson(
  github: GitHubState,
  repository: Repository,
  issue: Issue,
  media: TextMedia = 'raw',
): Record<string, unknown> {
  const base = repositoryUrl(github, repository)
  const url = `${base}/issues/${issue.number}`
  const page = `${github.serverUrl}/${fullName(repository)}/${issue.isPullRequest ? 'pull' : 'issues'}/${issue.number}`
  return {
    url,
    repository_url: base,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    id: issue.id,
    node_id: nodeId('I', issue.id),
    number: issue.number,
    title: issue.title,
    user: userJson(github, issue.author),
    labels: labelsOf(github, repository, issue),
    type: typeJson(repository, issue),
    state: issue.state,
    locked: false,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: issue.association,
    active_lock_reason: null,
    ...texts(issue.body, media),
    closed_by: issue.closedBy === null ? null : userJson(github, issue.closedBy),
    reactions: reactions(url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: issue.stateReason,
    ...(issue.isPullRequest && {
      draft: false,
      pull_request: {
        url: `${base}/pulls/${issue.number}`,
        html_url: page,
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        merged_at: null,
      },
    }),
  }
}

function typeJson({ issueTypes }: Repository, { type }: Issue): Record<string, unknown> | null {
  if (type === null) return null
  const id = issueTypes.indexOf(type) + 1
  return { id, node_id: nodeId('IT', id), name: type, description: null }
}

/** An issue's labels, in full. */
export function labelsOf(
  github: GitHubState,
  repository: Repository,
  issue: Issue,
): Record<string, unknown>[] {
  return issue.labels
    .flatMap(name => repository.labels.find(label => sameName(label.name, name)) ?? [])
    .map(label => labelJson(github, repository, label))
}

export function commentJson(
  github: GitHubState,
  { repository, issue, comment }: { repository: Repository; issue: Issue; comment: Comment },
  media: TextMedia = 'raw',
): Record<string, unknown> {
  const base = repositoryUrl(github, repository)
  const url = `${base}/issues/comments/${comment.id}`
  return {
    url,
    html_url: `${github.serverUrl}/${fullName(repository)}/${issue.isPullRequest ? 'pull' : 'issues'}/${issue.number}#issuecomment-${comment.id}`,
    issue_url: `${base}/issues/${issue.number}`,
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    user: userJson(github, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: comment.association,
    ...texts(comment.body, media),
    reactions: reactions(url, comment.reactions),
    performed_via_github_app: null,
  }
}

export function eventJson(
  github: GitHubState,
  repository: Repository,
  event: IssueEvent,
): Record<string, unknown> {
  return {
    id: event.id,
    node_id: nodeId('E', event.id),
    url: `${repositoryUrl(github, repository)}/issues/events/${event.id}`,
    actor: userJson(github, event.actor),
    event: event.event,
    commit_id: event.closer && 'commit' in event.closer ? event.closer.commit : null,
    commit_url: null,
    created_at: event.createdAt,
    ...(event.label && { label: event.label }),
    ...(event.rename && { rename: event.rename }),
    ...(event.event === 'closed' && {
      state_reason: event.stateReason === 'completed' ? null : event.stateReason,
    }),
    performed_via_github_app: null,
  }
}

function texts(body: string | null, media: TextMedia): Record<string, string | null> {
  return {
    ...((media === 'raw' || media === 'full') && { body }),
    ...((media === 'html' || media === 'full') && { body_html: renderHtml(body ?? '') }),
    ...((media === 'text' || media === 'full') && { body_text: renderText(body ?? '') }),
  }
}

const REACTIONS = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes']

function reactions(url: string, given: Comment['reactions'] = []): Record<string, unknown> {
  const counts = REACTIONS.map(name => [name, given.filter(({ content }) => content === name).length])
  return { url: `${url}/reactions`, total_count: given.length, ...Object.fromEntries(counts) }
}

export function reactionJson(
  github: GitHubState,
  { user, content }: Comment['reactions'][number],
  { id, createdAt }: Comment,
): Record<string, unknown> {
  const reactionId = id * 10 + REACTIONS.indexOf(content)
  return {
    id: reactionId,
    node_id: nodeId('REA', reactionId),
    user: userJson(github, user),
    content,
    created_at: createdAt,
  }
}
