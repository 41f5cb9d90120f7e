import type { FieldDefinition } from '../freescout/client.ts'
import type { FreeScoutSetup } from '../freescout/setup.ts'
import type { BranchSetup, GitHubSetup, RepositorySetup } from '../github/setup.ts'
import { linkableRepositories, targetRepositories } from '../link/repositories.ts'
import type { Mailbox } from '../model.ts'
import { hasName, isSameName } from '../names.ts'
import type { World } from '../world.ts'
import { type ReadResult, readAfter, readOrError, readValue } from './read-result.ts'
import { type RunningWorkflow, readWorkflows, type Workflow } from './workflow-files.ts'

/** The calls that only the doctor makes. */
export type DoctorCalls = { freescout: FreeScoutSetup; github: GitHubSetup }

/** A mailbox that the configuration names. `mailbox` is `undefined` when FreeScout has none with that address. */
export type MailboxSurvey = {
  address: string
  mailbox: Mailbox | undefined
  /** The value is `undefined` when the Custom Fields module is off, and when there is no mailbox. */
  fields: ReadResult<FieldDefinition[] | undefined>
}

/** The repository in which the workflow runs, or one that may hold linked issues. */
export type RepositorySurvey = {
  name: string
  isHome: boolean
  /** Whether its issues may be linked. */
  isLinkable: boolean
  details: ReadResult<RepositorySetup>
  /** Left out when no issues are created there. */
  labels?: ReadResult<string[]>
}

/** The default branch of the repository in which the workflow runs, and the workflows on it. */
export type HomeSurvey = {
  details: ReadResult<RepositorySetup>
  branch: ReadResult<BranchSetup>
  rules: ReadResult<string[]>
  workflows: ReadResult<Workflow[]>
}

/** Everything that the checks need. */
export type Survey = {
  mailboxes: ReadResult<Mailbox[]>
  configured: MailboxSurvey[]
  /** The fields of any mailbox, which show whether the module is on. `undefined` when there is no mailbox. */
  anyFields: ReadResult<FieldDefinition[] | undefined> | undefined
  tagsModule: ReadResult<boolean | undefined>
  hasUser: ReadResult<boolean>
  login: ReadResult<string>
  /** The home repository is the first. */
  repositories: RepositorySurvey[]
  home: HomeSurvey
}

/** Reads everything. A read waits only for the reads whose values it needs. */
export async function readSurvey(
  world: World,
  calls: DoctorCalls,
  running: RunningWorkflow,
): Promise<Survey> {
  const [freescout, github] = await Promise.all([
    surveyFreeScout(world, calls.freescout),
    surveyGitHub(world, calls.github, running),
  ])
  return { ...freescout, ...github }
}

type FreeScoutPart = Pick<Survey, 'mailboxes' | 'configured' | 'anyFields' | 'tagsModule' | 'hasUser'>

async function surveyFreeScout({ freescout, config }: World, calls: FreeScoutSetup): Promise<FreeScoutPart> {
  const mailboxes = await readOrError(freescout.mailboxes())
  const existing = readValue(mailboxes) ?? []
  const addresses = [...new Set([...config.mailboxes, ...(config.ticket ? [config.ticket.mailbox] : [])])]
  const fieldsOf = ({ id }: Mailbox) => readOrError(freescout.mailboxFields(id))
  const surveyMailbox = async (address: string): Promise<MailboxSurvey> => {
    const mailbox = existing.find(({ email }) => isSameName(email, address))
    return {
      address,
      mailbox,
      fields: mailbox ? await fieldsOf(mailbox) : { kind: 'value', value: undefined },
    }
  }
  const hasConfigured = existing.some(({ email }) => hasName(addresses, email))
  const [other] = hasConfigured ? [] : existing

  const [configured, otherFields, tagsModule, hasUser] = await Promise.all([
    Promise.all(addresses.map(surveyMailbox)),
    other && fieldsOf(other),
    readAfter(mailboxes, calls.tagsModule),
    readAfter(mailboxes, () => calls.hasUser(config.user)),
  ])
  const anyFields = configured.find(({ mailbox }) => mailbox)?.fields ?? otherFields
  return { mailboxes, configured, anyFields, tagsModule, hasUser }
}

type GitHubPart = Pick<Survey, 'login' | 'repositories' | 'home'>

async function surveyGitHub(
  { github, config, home }: World,
  calls: GitHubSetup,
  running: RunningWorkflow,
): Promise<GitHubPart> {
  const linkable = linkableRepositories(config, home)
  const targets = targetRepositories(config, home)
  const others = linkable.filter((name, index) => !hasName([home, ...linkable.slice(0, index)], name))
  const surveyRepository = async (name: string, details: RepositorySurvey['details']) => {
    const survey: RepositorySurvey = {
      name,
      isHome: name === home,
      isLinkable: hasName(linkable, name),
      details,
    }
    if (!hasName(targets, name)) return survey
    return { ...survey, labels: await readAfter(details, () => calls.labels(name)) }
  }
  const surveyHome = async () => {
    const details = await readOrError(calls.repository(home))
    const [repository, branch, rules, workflows] = await Promise.all([
      surveyRepository(home, details),
      readAfter(details, ({ defaultBranch }) => calls.branch(home, defaultBranch)),
      readAfter(details, ({ defaultBranch }) => calls.rules(home, defaultBranch)),
      readAfter(details, ({ defaultBranch }) => {
        const source = { repository: home, ref: defaultBranch, file: github.file, files: calls.files }
        return readWorkflows(source, running)
      }),
    ])
    return { repository, home: { details, branch, rules, workflows } }
  }

  const [login, seenHome, seenOthers] = await Promise.all([
    readOrError(github.viewer()),
    surveyHome(),
    Promise.all(others.map(async name => surveyRepository(name, await readOrError(calls.repository(name))))),
  ])
  return { login, repositories: [seenHome.repository, ...seenOthers], home: seenHome.home }
}
