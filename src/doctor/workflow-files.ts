import type { GitHub } from '../github/client.ts'
import type { GitHubSetup } from '../github/setup.ts'
import {
  type ActionUse,
  MAX_WORKFLOW_FILES,
  SYNC_WORKFLOW,
  usesIn,
  WORKFLOW_FOLDER,
} from '../workflow-file.ts'

/** What the runner says about the workflow that runs. */
export type RunningWorkflow = {
  /** `GITHUB_WORKFLOW_REF`: `owner/name/.github/workflows/file.yml@refs/heads/main`. */
  workflowRef: string | undefined
  /** `GITHUB_ACTION_REPOSITORY`: the action's repository; empty when the action is in the workspace. */
  action: string | undefined
}

/** A workflow file in which this action is used. */
export type Workflow = { path: string; uses: ActionUse[] }

/** The branch whose workflows are read, and the calls that read them. */
export type WorkflowSource = {
  repository: string
  /** The default branch, because events start the workflows that are there. */
  ref: string
  file: GitHub['file']
  files: GitHubSetup['files']
}

/**
 * Reads the workflows that use this action. Usually that is only the workflow that runs, which costs one request. That
 * workflow may start only by hand, or not be on the branch. Then this also reads up to 50 others of the repository.
 */
export async function readWorkflows(source: WorkflowSource, running: RunningWorkflow): Promise<Workflow[]> {
  const readWorkflow = async (path: string): Promise<Workflow[]> => {
    const text = await source.file({ repository: source.repository, path, ref: source.ref })
    const uses = text === undefined ? [] : usesIn(text, running.action)
    return uses.length > 0 ? [{ path, uses }] : []
  }
  const runningPath = pathOf(running, source.repository) ?? `${WORKFLOW_FOLDER}/${SYNC_WORKFLOW}`
  const first = await readWorkflow(runningPath)
  if (first.some(({ uses }) => uses.some(startsOnEvents))) return first

  const paths = await source.files({
    repository: source.repository,
    folder: WORKFLOW_FOLDER,
    ref: source.ref,
  })
  const others = paths
    .filter(path => path !== runningPath && /\.ya?ml$/.test(path))
    .slice(0, MAX_WORKFLOW_FILES)
  return [...first, ...(await Promise.all(others.map(readWorkflow))).flat()]
}

/** The path of the workflow that runs, when it is in this repository. */
function pathOf({ workflowRef = '' }: RunningWorkflow, repository: string): string | undefined {
  const [file = ''] = workflowRef.split('@')
  const prefix = `${repository}/`
  return file.toLowerCase().startsWith(prefix.toLowerCase()) ? file.slice(prefix.length) : undefined
}

function startsOnEvents({ events }: ActionUse): boolean {
  return [...events.keys()].some(event => event !== 'workflow_dispatch')
}
