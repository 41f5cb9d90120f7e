import type { GitHub } from '../github/client.ts'
import type { GitHubSetup } from '../github/setup.ts'
import { type ActionUse, usesIn } from '../workflow-file.ts'

/** What the runner tells of the workflow that runs. */
export type Running = {
  /** `GITHUB_WORKFLOW_REF`: `owner/name/.github/workflows/file.yml@refs/heads/main`. */
  workflowRef: string | undefined
  /** `GITHUB_ACTION_REPOSITORY`: where the action comes from; empty for one in the workspace. */
  action: string | undefined
}

/** A workflow file in which this action is used. */
export type Workflow = { path: string; uses: ActionUse[] }

const FOLDER = '.github/workflows'
const DEFAULT_PATH = `${FOLDER}/freescout-sync.yml`
const MOST_FILES = 50

type Where = {
  repository: string
  /** The default branch: events start the workflow as it is there, wherever this run was started from. */
  ref: string
  running: Running
  file: GitHub['file']
  files: GitHubSetup['files']
}

/**
 * The workflows that use this action. Mostly that is the one that runs, for one request; when that one only runs by
 * hand, or isn't there, every workflow of the repository is looked at.
 */
export async function readWorkflows(where: Where): Promise<Workflow[]> {
  const path = runningPath(where) ?? DEFAULT_PATH
  const running = await readWorkflow(path, where)
  if (running?.uses.some(hearsOfOthers)) return [running]

  const paths = await where.files({ repository: where.repository, folder: FOLDER, ref: where.ref })
  const others = paths.filter(other => other !== path && /\.ya?ml$/.test(other)).slice(0, MOST_FILES)
  const found = await Promise.all(others.map(other => readWorkflow(other, where)))
  return [running, ...found].filter(workflow => workflow !== undefined)
}

async function readWorkflow(path: string, where: Where): Promise<Workflow | undefined> {
  const text = await where.file({ repository: where.repository, path, ref: where.ref })
  const uses = text === undefined ? [] : usesIn(text, where.running.action)
  return uses.length > 0 ? { path, uses } : undefined
}

/** The path of the workflow that runs, when it is one of this repository. */
function runningPath({ repository, running }: Where): string | undefined {
  const [file = ''] = (running.workflowRef ?? '').split('@')
  const prefix = `${repository}/`
  const isOurs = file.toLowerCase().startsWith(prefix.toLowerCase())
  return isOurs ? file.slice(prefix.length) : undefined
}

function hearsOfOthers({ events }: ActionUse): boolean {
  return [...events.keys()].some(event => event !== 'workflow_dispatch')
}
