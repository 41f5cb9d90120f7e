import { DISPATCH_TYPE } from '../src/dispatch.ts'
import { createAppTokens } from './app-token.ts'
import { type Ask, type Asked, createAsk, parsed } from './ask.ts'
import { createCalls, type Fetch, GitHubTrouble } from './calls.ts'
import { hearsDispatch } from './check-workflow.ts'
import type { Finding } from './finding.ts'
import { type Repository, readRepository, refusalOf, rightsOf } from './rights.ts'
import type { Settings } from './settings.ts'

const FOLDER = '.github/workflows'
const DEFAULT_FILE = 'freescout-sync.yml'
const MOST_FILES = 50
const NAMES = { app: 'GitHub App', rights: 'Right to dispatch', workflow: 'Workflow' }

/** What the receiver will meet at GitHub: its token, the repository, and somebody who listens there. */
export async function checkGitHub({
  settings,
  fetch,
  now,
}: {
  settings: Pick<Settings, 'repository' | 'apiUrl' | 'credentials'>
  fetch: Fetch
  now: () => number
}): Promise<Finding[]> {
  const { repository: name, apiUrl, credentials } = settings
  const isApp = 'app' in credentials
  const minted = isApp ? await mint(credentials.app, { settings, fetch, now }) : undefined
  const token = isApp ? minted?.token : credentials.token
  const found = minted ? [minted.finding] : []
  if (token === undefined)
    return [...found, ...notChecked([`Repository ${name}`, NAMES.rights, NAMES.workflow])]

  const ask = createAsk({ fetch, apiUrl, token })
  const answer = await ask(`/repos/${name}`)
  const repository = readRepository(answer)
  if (!repository) {
    const refusal: Finding = { sign: '✗', name: `Repository ${name}`, ...refusalOf(answer) }
    return [...found, refusal, ...notChecked([NAMES.rights, NAMES.workflow])]
  }
  const folder = await ask(contents(name, FOLDER, repository))
  return [
    ...found,
    checkRepository(name, repository),
    { name: NAMES.rights, ...rightsOf({ token, isApp, repository, folder }) },
    await checkWorkflow({ ask, name, repository, folder }),
  ]
}

async function mint(
  app: Parameters<typeof createAppTokens>[0]['app'],
  { settings: { repository, apiUrl }, fetch, now }: Parameters<typeof checkGitHub>[0],
): Promise<{ finding: Finding; token?: string }> {
  const { post } = createCalls({ fetch, apiUrl, now })
  try {
    const token = await createAppTokens({ app, repository, post, now }).get()
    const found = `it gets tokens for ${repository} alone, with Contents: write`
    return { finding: { sign: '✓', name: NAMES.app, found }, token }
  } catch (error) {
    if (!(error instanceof GitHubTrouble)) throw error
    return { finding: { sign: '✗', name: NAMES.app, found: error.message } }
  }
}

function checkRepository(asked: string, { isArchived, visibility, branch }: Repository): Finding {
  const name = `Repository ${asked}`
  if (!isArchived) return { sign: '✓', name, found: `${visibility}, default branch ${branch}` }
  return {
    sign: '✗',
    name,
    found: 'it is archived, and takes no dispatch',
    todo: 'Unarchive it, or set GITHUB_REPOSITORY to another.',
  }
}

/** A dispatch is heard by workflows of the default branch only, and a type that none listens to is lost unseen. */
async function checkWorkflow({
  ask,
  name: repository,
  repository: about,
  folder,
}: {
  ask: Ask
  name: string
  repository: Repository
  folder: Asked
}): Promise<Finding> {
  const name = NAMES.workflow
  const wanted = `repository_dispatch, type ${DISPATCH_TYPE}`
  if (folder.status === 403) return { sign: '–', name, found: 'not checked: the token may not read files' }
  if (folder.status !== 200 && folder.status !== 404) {
    return { sign: '–', name, found: `not checked: ${refusalOf(folder).found}` }
  }
  const files = filesIn(folder)
  let unread: string | undefined
  for (const file of files) {
    const path = `${FOLDER}/${file}`
    const { status, text } = await ask(contents(repository, path, about), 'application/vnd.github.raw+json')
    const heard = status === 200 ? hearsDispatch(text) : 'unsure'
    if (heard === 'yes') return { sign: '✓', name, found: `${path} on ${about.branch} starts on ${wanted}` }
    if (heard === 'unsure') unread ??= path
  }
  if (unread) {
    const found = `not checked: what ${unread} on ${about.branch} starts on could not be told`
    return { sign: '–', name, found, todo: `Look for ${wanted} under "on" there.` }
  }
  return {
    sign: '✗',
    name,
    found: `no workflow on ${about.branch} starts on ${wanted}`,
    todo: `Put ${FOLDER}/${DEFAULT_FILE} on ${about.branch}: dispatches start workflows there only.`,
  }
}

/** The workflow files' names in a listing, the one it usually is first. */
function filesIn({ status, text }: Asked): string[] {
  const entries = status === 200 ? parsed(text) : []
  const names = Array.isArray(entries) ? entries.map(({ name }: { name: unknown }) => String(name)) : []
  const isDefault = (name: string) => Number(name === DEFAULT_FILE)
  return names
    .filter(name => /\.ya?ml$/.test(name))
    .sort((one, other) => isDefault(other) - isDefault(one))
    .slice(0, MOST_FILES)
}

function contents(repository: string, path: string, { branch }: Repository): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `/repos/${repository}/contents/${encoded}?ref=${encodeURIComponent(branch)}`
}

function notChecked(names: string[]): Finding[] {
  return names.map(name => ({ sign: '–', name, found: 'not checked: see above' }))
}
