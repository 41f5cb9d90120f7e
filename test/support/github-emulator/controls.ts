import { stampOf } from '../movable-clock.ts'
import { announceComment } from './announce.ts'
import {
  addComment,
  addLabels,
  type Change,
  changeState,
  createIssue,
  edit,
  removeLabel,
  transfer,
} from './changes.ts'
import {
  type Closer,
  type Comment,
  fullName,
  type GitHubState,
  type Issue,
  issueNumbered,
  type Repository,
  repositoryNamed,
  type StateReason,
  sameName,
  type Token,
  type Visibility,
} from './state.ts'

/** Who does something by hand; by default an ordinary member of the organisation. */
export type By = { actor?: string }

/** An issue as a test files it. `createdAt` is ISO 8601. */
export type GivenIssue = {
  title: string
  body?: string | null
  labels?: string[]
  author?: string
  association?: string
  state?: Issue['state']
  createdAt?: string
}

const MEMBER = 'octo-dev'

/** What people do on GitHub's pages, and what tests look at. Issues and comments are handed out as copies. */
export function createControls(github: GitHubState) {
  const change = (repository: string, number: number, actor = MEMBER): Change => ({
    repository: repositoryNamed(github, repository),
    issue: issueNumbered(github, repository, number),
    actor,
  })
  const add = (repository: string, given: GivenIssue, isPullRequest: boolean): Issue => {
    const {
      state = 'open',
      body = null,
      labels = [],
      author = MEMBER,
      association = 'MEMBER',
      ...rest
    } = given
    const filed = { ...rest, body, labels, author, association, isPullRequest }
    const issue = createIssue(github, repositoryNamed(github, repository), filed)
    if (state !== 'open') changeState(github, change(repository, issue.number, author), state)
    return structuredClone(issue)
  }

  return {
    /** One issue; throws when there never was one of that number. */
    issue: (repository: string, number: number): Issue =>
      structuredClone(issueNumbered(github, repository, number)),
    /** A repository's issues and pull requests that are still there, oldest first. */
    issues: (repository: string): Issue[] =>
      structuredClone(repositoryNamed(github, repository).issues.filter(issue => !issue.gone)),
    comments: (repository: string, number: number): Comment[] =>
      structuredClone(issueNumbered(github, repository, number).comments),
    addIssue: (repository: string, given: GivenIssue): Issue => add(repository, given, false),
    /** Takes the next number, and shows up in the issues' lists with a `pull_request` key. */
    addPullRequest: (repository: string, given: GivenIssue): Issue => add(repository, given, true),
    label: (repository: string, number: number, name: string, { actor }: By = {}): void =>
      addLabels(github, change(repository, number, actor), [name]),
    unlabel: (repository: string, number: number, name: string, { actor }: By = {}): void =>
      void removeLabel(github, change(repository, number, actor), name),
    /** `closer`: the merged pull request or pushed commit whose text says that it closes the issue. */
    closeIssue: (
      repository: string,
      number: number,
      reason?: StateReason,
      { actor, closer }: By & { closer?: Closer } = {},
    ): void =>
      changeState(
        github,
        { ...change(repository, number, actor), ...(closer && { closer }) },
        'closed',
        reason,
      ),
    reopenIssue: (repository: string, number: number, { actor }: By = {}): void =>
      changeState(github, change(repository, number, actor), 'open'),
    comment: (
      repository: string,
      number: number,
      body: string,
      { author = MEMBER, association = 'MEMBER' }: { author?: string; association?: string } = {},
    ): Comment => {
      const issue = issueNumbered(github, repository, number)
      const comment = addComment(github, issue, { body, author, association })
      announceComment(github, { repository: repositoryNamed(github, repository), issue, comment })
      return structuredClone(comment)
    },
    /** Rewrites a comment, a minute after it was written. */
    editComment: (repository: string, number: number, id: number, body: string): void => {
      const comment = commentNumbered(github, { repository, number, id })
      const updatedAt = stampOf(new Date(Date.parse(comment.createdAt) + 60_000))
      Object.assign(comment, { body, updatedAt })
    },
    /** The reactions that a comment has: `eyes`, `confused`. */
    reactions: (repository: string, number: number, id: number): string[] =>
      commentNumbered(github, { repository, number, id }).reactions.map(({ content }) => content),
    /** Rewrites the issue's title or text, as a person does with the pencil. */
    editIssue: (
      repository: string,
      number: number,
      to: { title?: string; body?: string | null },
      { actor }: By = {},
    ): void => edit(github, change(repository, number, actor), to),
    deleteComment: (repository: string, number: number, id: number): void => {
      const issue = issueNumbered(github, repository, number)
      issue.comments = issue.comments.filter(comment => comment.id !== id)
    },
    /** The issue gets a new number there; the old one answers 301 from now on. */
    transfer: (repository: string, number: number, to: string): Issue =>
      structuredClone(transfer(github, change(repository, number), repositoryNamed(github, to))),
    /** Renames a repository or its owner. The old name redirects from now on. */
    renameRepository: (repository: string, to: string): void => {
      const renamed = repositoryNamed(github, repository)
      const [owner = '', name = ''] = to.split('/')
      renamed.oldNames.push(fullName(renamed))
      Object.assign(renamed, { owner, name })
    },
    /** The number answers 410 from now on. */
    deleteIssue: (repository: string, number: number): void => {
      change(repository, number).issue.gone = 'deleted'
    },
    setVisibility: (repository: string, visibility: Visibility): void => {
      repositoryNamed(github, repository).visibility = visibility
    },
    /** What the payload of every event says about the repository. */
    repositoryInEvent: (repository: string): object => {
      const { visibility } = repositoryNamed(github, repository)
      return { full_name: repository, private: visibility !== 'public', visibility }
    },
    /** The issue types of the repository's owner; a person has none. */
    setIssueTypes: (repository: string, names: string[]): void => {
      repositoryNamed(github, repository).issueTypes = names
    },
    setFile: (repository: string, path: string, text: string): void => {
      repositoryNamed(github, repository).files.set(path, text)
    },
    /** Classic protection of the default branch, and the ruleset rules that apply to it. */
    protectBranch: (
      repository: string,
      { isProtected = true, rules = [] }: Partial<Pick<Repository, 'isProtected' | 'rules'>> = {},
    ): void => {
      Object.assign(repositoryNamed(github, repository), { isProtected, rules })
    },
    /** `repositories` (full names) narrows what the token sees; without it, it sees all. */
    addToken: ({ repositories, ...token }: Token): void => {
      const narrowed = repositories && { repositories: repositories.map(name => name.toLowerCase()) }
      github.tokens = github.tokens.filter(known => !sameName(known.token, token.token))
      github.tokens.push({ ...token, ...narrowed })
    },
    /** From now on lists leave out what is created; reading by number still finds it. */
    freezeLists: (): void => {
      github.switches.frozenAt = github.nextId()
    },
    /** Lists show everything again. */
    catchUp: (): void => {
      github.switches.frozenAt = undefined
      github.switches.staleLists = 0
    },
  }
}

function commentNumbered(
  github: GitHubState,
  { repository, number, id }: { repository: string; number: number; id: number },
): Comment {
  const found = issueNumbered(github, repository, number).comments.find(comment => comment.id === id)
  if (!found) throw new Error(`The GitHub emulator has no comment ${id} on ${repository}#${number}.`)
  return found
}

export type Controls = ReturnType<typeof createControls>
