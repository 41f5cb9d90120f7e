import type { FieldDefinition } from '../freescout/client.ts'
import type { FreeScoutSetup } from '../freescout/setup.ts'
import type { BranchSetup, GitHubSetup, RepositorySetup } from '../github/setup.ts'
import { linkableRepositories, targetRepositories } from '../link/repositories.ts'
import type { Mailbox } from '../model.ts'
import { isSameName } from '../names.ts'
import type { World } from '../world.ts'
import { type ReadResult, readAfter, readOrError } from './check.ts'
import { type Running, readWorkflows, type Workflow } from './workflow-files.ts'

/** The calls that only the doctor makes. */
export type Setup = { freescout: FreeScoutSetup; github: GitHubSetup }

/** A mailbox that the configuration names. `mailbox` is `undefined` when FreeScout has none of that address. */
export type MailboxSurvey = {
  address: string
  mailbox: Mailbox | undefined
  /** `undefined` inside when the Custom Fields module is off. */
  fields: ReadResult<FieldDefinition[] | undefined>
}

/** A repository that the workflow runs in, or that may hold issues; `labels` is read where issues are made. */
export type RepositorySurvey = {
  name: string
  isHome: boolean
  /** Whether its issues may be linked. */
  isLinkable: boolean
  about: ReadResult<RepositorySetup>
  labels?: ReadResult<string[]>
}

/** The default branch of the repository where the workflow runs, with the workflows on it. */
export type HomeSurvey = {
  about: ReadResult<RepositorySetup>
  branch: ReadResult<BranchSetup>
  rules: ReadResult<string[]>
  workflows: ReadResult<Workflow[]>
}

/** All that the checks are made of. */
export type Survey = {
  mailboxes: ReadResult<Mailbox[]>
  configured: MailboxSurvey[]
  /** The fields of any mailbox at all: they tell whether the module is on. `undefined` when there is no mailbox. */
  anyFields: ReadResult<FieldDefinition[] | undefined> | undefined
  tagsModule: ReadResult<boolean | undefined>
  hasUser: ReadResult<boolean>
  login: ReadResult<string>
  repositories: RepositorySurvey[]
  home: HomeSurvey
}

/**
 * Reads everything, in two rounds: whether each service answers, then what is behind that. Within a round all
 * reads go out together.
 */
export async function survey(world: World, setup: Setup, running: Running): Promise<Survey> {
  const [freescout, github] = await Promise.all([
    surveyFreeScout(world, setup.freescout),
    surveyGitHub(world, setup.github, running),
  ])
  return { ...freescout, ...github }
}

type FreeScoutPart = Pick<Survey, 'mailboxes' | 'configured' | 'anyFields' | 'tagsModule' | 'hasUser'>

async function surveyFreeScout({ freescout, config }: World, setup: FreeScoutSetup): Promise<FreeScoutPart> {
  const mailboxes = await readOrError(freescout.mailboxes())
  const all = 'value' in mailboxes ? mailboxes.value : []
  const addresses = [...new Set([...config.mailboxes, ...(config.ticket ? [config.ticket.mailbox] : [])])]
  const named = addresses.map(address => ({
    address,
    mailbox: all.find(({ email }) => isSameName(email, address)),
  }))
  const nobody: ReadResult<undefined> = { value: undefined }
  const fieldsOf = (mailbox: Mailbox | undefined) =>
    mailbox ? readAfter(mailboxes, () => freescout.mailboxFields(mailbox.id)) : nobody
  const spare = named.some(({ mailbox }) => mailbox) ? undefined : all[0]

  const [fields, spareFields, tagsModule, hasUser] = await Promise.all([
    Promise.all(named.map(({ mailbox }) => fieldsOf(mailbox))),
    spare && fieldsOf(spare),
    readAfter(mailboxes, setup.tagsModule),
    readAfter(mailboxes, () => setup.hasUser(config.user)),
  ])
  const configured = named.map((one, index) => ({ ...one, fields: fields[index] ?? nobody }))
  const anyFields = configured.find(({ mailbox }) => mailbox)?.fields ?? spareFields
  return { mailboxes, configured, anyFields, tagsModule, hasUser }
}

type GitHubPart = Pick<Survey, 'login' | 'repositories' | 'home'>

async function surveyGitHub(
  { github, config, home }: World,
  setup: GitHubSetup,
  running: Running,
): Promise<GitHubPart> {
  const linkable = linkableRepositories(config, home)
  const names = distinct([home, ...linkable])
  const isTarget = among(targetRepositories(config, home))
  const isLinkable = among(linkable)

  const [login, abouts] = await Promise.all([
    readOrError(github.viewer()),
    Promise.all(names.map(name => readOrError(setup.repository(name)))),
  ])
  const homeAbout = abouts[0] ?? (await readOrError(setup.repository(home)))

  const [repositories, branch, rules, workflows] = await Promise.all([
    Promise.all(
      names.map(async (name, index): Promise<RepositorySurvey> => {
        const about = abouts[index] ?? homeAbout
        const found = { name, isHome: index === 0, isLinkable: isLinkable(name), about }
        if (!isTarget(name)) return found
        return { ...found, labels: await readAfter(about, () => setup.labels(name)) }
      }),
    ),
    readAfter(homeAbout, ({ defaultBranch }) => setup.branch(home, defaultBranch)),
    readAfter(homeAbout, ({ defaultBranch }) => setup.rules(home, defaultBranch)),
    readAfter(homeAbout, ({ defaultBranch }) =>
      readWorkflows({ repository: home, ref: defaultBranch, running, file: github.file, files: setup.files }),
    ),
  ])
  return { login, repositories, home: { about: homeAbout, branch, rules, workflows } }
}

function among(names: string[]): (name: string) => boolean {
  return name => names.some(other => isSameName(other, name))
}

function distinct(names: string[]): string[] {
  return names.filter((name, index) => names.findIndex(other => isSameName(other, name)) === index)
}
