import type { Check } from '../checks.ts'
import { type ActionUse, listensTo, SYNC_WORKFLOW } from '../workflow-file.ts'

/** The name of the row about comments that are relayed to tickets. */
export const COMMENT_CHECK = 'Workflow: comments'

/** What in a condition is about a comment. */
const MENTION = /github\s*\.\s*event\s*\.\s*comment/i

/**
 * Whether the workflow starts on comments with the command, and on no others, which would cost runs. `command` is
 * `relay.to-tickets`: `false` when comments are not relayed.
 */
export function checkComments(
  uses: Pick<ActionUse, 'events' | 'conditions'>[],
  command: string | false,
): Check {
  const name = COMMENT_CHECK
  const listening = uses.filter(use => listensTo(use, 'issue_comment', 'created'))
  const copy = `Copy "on" and the job's "if" from ${SYNC_WORKFLOW}`
  if (command === false) {
    if (listening.length === 0)
      return { name, status: 'ok', found: 'no comment is relayed, and none starts a run' }
    const found = 'comments start runs, but relay.to-tickets is off'
    return { name, status: 'warning', found, todo: 'Remove issue_comment from "on".' }
  }
  if (listening.length === 0) {
    const found = `no comment starts a run, so one with ${command} waits for the next sweep`
    return { name, status: 'warning', found, todo: `${copy}.` }
  }
  const conditions = listening.map(use => use.conditions.join('\n'))
  if (conditions.some(condition => !MENTION.test(condition))) {
    const found = 'every comment on an issue or a pull request starts a run'
    return { name, status: 'warning', found, todo: `${copy}.` }
  }
  const words = conditions.map(condition => condition.toLowerCase())
  if (words.some(condition => !condition.includes(`'${command.toLowerCase()} '`))) {
    const found = `its "if" does not let comments with ${command} through, so they wait for the next sweep`
    return { name, status: 'warning', found, todo: `${copy}, and write ${command} there.` }
  }
  return { name, status: 'ok', found: `comments with ${command} start a run` }
}
