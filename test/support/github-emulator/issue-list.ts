import { type GitHubState, type Issue, type Repository, sameName } from './state.ts'

const PLAYED = [
  'labels',
  'state',
  'sort',
  'direction',
  'since',
  'creator',
  'per_page',
  'page',
  'after',
  'before',
]

/** The issues (and pull requests) that a listing asks for, in its order. The switches make it lag. */
export function listIssues(github: GitHubState, repository: Repository, query: URLSearchParams): Issue[] {
  const unplayed = [...query.keys()].filter(key => !PLAYED.includes(key))
  if (unplayed.length > 0) throw new Error(`The GitHub emulator can't list issues by ${unplayed.join(', ')}.`)

  const state = query.get('state') ?? 'open'
  const labels = (query.get('labels') ?? '').split(',').filter(name => name !== '')
  const since = query.get('since')
  const creator = query.get('creator')
  return listed(github, repository)
    .filter(issue => state === 'all' || issue.state === state)
    .filter(issue => labels.every(name => issue.labels.some(has => sameName(has, name.trim()))))
    .filter(issue => since === null || Date.parse(issue.updatedAt) >= Date.parse(since))
    .filter(issue => creator === null || sameName(issue.author, creator))
    .sort(order(query.get('sort') ?? 'created', query.get('direction') ?? 'desc'))
}

/** What lists know of already. */
function listed(github: GitHubState, repository: Repository): Issue[] {
  const { staleLists, frozenAt = Number.POSITIVE_INFINITY } = github.switches
  const all = repository.issues.filter(issue => !issue.gone)
  const newestLast = all.toSorted((one, other) => one.id - other.id)
  return newestLast.slice(0, Math.max(0, all.length - staleLists)).filter(issue => issue.id < frozenAt)
}

function order(sort: string, direction: string): (one: Issue, other: Issue) => number {
  const key = (issue: Issue): number => {
    if (sort === 'comments') return issue.comments.length
    return Date.parse(sort === 'updated' ? issue.updatedAt : issue.createdAt)
  }
  const sign = direction === 'asc' ? 1 : -1
  return (one, other) => sign * (key(one) - key(other) || one.id - other.id)
}
