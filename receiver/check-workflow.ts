import * as v from 'valibot'
import type { Check } from '../src/checks.ts'
import { DISPATCH_TYPE } from '../src/dispatch.ts'
import { isRateLimited } from '../src/http/rate-limit.ts'
import {
  ENTERPRISE_WORKFLOW,
  isEnterpriseServer,
  listensTo,
  MAX_WORKFLOW_FILES,
  readWorkflowEvents,
  SYNC_WORKFLOW,
  usesQueue,
  WORKFLOW_FOLDER,
} from '../src/workflow-file.ts'
import { explainRefusal } from './check-answer.ts'
import type { ApiResult, GitHubApi } from './github-api.ts'

const EVENT = 'repository_dispatch'
const WANTED = `${EVENT}, type ${DISPATCH_TYPE}`

/** Where the workflows are, and the way to read them. */
type WorkflowPlace = {
  get: GitHubApi['get']
  apiUrl: string
  token: string
  repository: string
  branch: string
}

/** Lists the folder of the workflows on the default branch. */
export function listWorkflows(place: WorkflowPlace): Promise<ApiResult> {
  return place.get(contentsPath(place, WORKFLOW_FOLDER), { token: place.token })
}

/**
 * Checks that a workflow on the default branch starts on the receiver's dispatches. GitHub starts no workflow of
 * another branch. GitHub accepts a dispatch even when it starts no workflow, so nobody would notice the mistake. Nor would
 * anybody hear of a file that GitHub Enterprise Server refuses, because then the doctor does not run either.
 *
 * @param folder the answer of {@link listWorkflows}
 */
export async function checkWorkflow({
  name,
  folder,
  ...place
}: WorkflowPlace & { name: string; folder: ApiResult }): Promise<Check> {
  const { branch } = place
  if (folder.kind === 'answer' && folder.status === 403 && !isRateLimited(folder)) {
    return { status: 'not-checked', name, found: 'not checked: the token may not read files' }
  }
  if (folder.kind === 'no-answer' || (folder.status !== 200 && folder.status !== 404)) {
    return { status: 'not-checked', name, found: `not checked: ${explainRefusal(folder).found}` }
  }
  let unread: string | undefined
  let refused: string | undefined
  for (const file of folder.status === 200 ? workflowFilesIn(folder.text) : []) {
    const path = `${WORKFLOW_FOLDER}/${file}`
    const starts = await startsOnDispatches(path, place)
    if (starts === 'yes') return { status: 'ok', name, found: `${path} on ${branch} starts on ${WANTED}` }
    if (starts === 'unread') unread ??= path
    if (starts === 'refused') refused ??= path
  }
  if (refused) {
    const found = `the concurrency of ${refused} on ${branch} has the key "queue", which GitHub Enterprise Server does not know: it refuses the file, and nothing runs`
    return { status: 'missing', name, found, todo: `Remove that line, or use ${ENTERPRISE_WORKFLOW}.` }
  }
  if (unread) {
    const found = `not checked: ${unread} on ${branch} could not be read`
    return { status: 'not-checked', name, found, todo: `Look for ${WANTED} under "on" there.` }
  }
  return {
    status: 'missing',
    name,
    found: `no workflow on ${branch} starts on ${WANTED}`,
    todo: `Put ${WORKFLOW_FOLDER}/${SYNC_WORKFLOW} on ${branch}: dispatches only start workflows there.`,
  }
}

async function startsOnDispatches(
  path: string,
  place: WorkflowPlace,
): Promise<'yes' | 'no' | 'unread' | 'refused'> {
  const { get, token, apiUrl } = place
  const answer = await get(contentsPath(place, path), { token, accept: 'application/vnd.github.raw+json' })
  if (answer.kind === 'no-answer' || answer.status !== 200) return 'unread'
  const starts = listensForDispatch(answer.text)
  return starts === 'yes' && isEnterpriseServer(apiUrl) && usesQueue(answer.text) ? 'refused' : starts
}

/** Whether a workflow file starts on the receiver's dispatches; `unread` for a file that is not valid YAML. */
export function listensForDispatch(text: string): 'yes' | 'no' | 'unread' {
  const read = readWorkflowEvents(text)
  if (read.kind === 'unreadable') return 'unread'
  return listensTo(read, EVENT, DISPATCH_TYPE) ? 'yes' : 'no'
}

const FOLDER_ANSWER = v.fallback(
  v.pipe(v.string(), v.parseJson(), v.array(v.object({ name: v.string() }))),
  [],
)

/** The names of the workflow files in a listing. The usual one comes first. */
function workflowFilesIn(listing: string): string[] {
  const isDefault = (name: string) => Number(name === SYNC_WORKFLOW)
  return v
    .parse(FOLDER_ANSWER, listing)
    .map(({ name }) => name)
    .filter(name => /\.ya?ml$/.test(name))
    .sort((one, other) => isDefault(other) - isDefault(one))
    .slice(0, MAX_WORKFLOW_FILES)
}

function contentsPath({ repository, branch }: WorkflowPlace, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/')
  return `/repos/${repository}/contents/${encoded}?ref=${encodeURIComponent(branch)}`
}
