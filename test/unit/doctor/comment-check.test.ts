import { describe, expect, it } from 'vitest'
import { checkComments } from '../../../src/doctor/comment-check.ts'

const OURS =
  "github.event_name != 'issue_comment' || startsWith(format('{0} ', github.event.comment.body), '/support ')"

/** The row about a workflow that starts on new comments under these conditions; without any, on none. */
function check(conditions: string[] | undefined, command: string | false = '/support') {
  const events = new Map(conditions ? [['issue_comment', ['created']]] : [['issues', ['closed']]])
  const { status, found } = checkComments([{ events, conditions: conditions ?? [] }], command)
  return `${status}: ${found}`
}

describe('The row about comments', () => {
  it.each<[string, string[] | undefined, string | false]>([
    ['ok: comments with /support start a run', [OURS], '/support'],
    ['ok: comments with /SUPPORT start a run', [OURS], '/SUPPORT'],
    ['ok: no comment is relayed, and none starts a run', undefined, false],
    ['warning: comments start runs, but relay.to-tickets is off', [OURS], false],
    [
      'warning: no comment starts a run, so one with /support waits for the next sweep',
      undefined,
      '/support',
    ],
    ['warning: every comment on an issue or a pull request starts a run', [], '/support'],
    [
      'warning: its "if" does not let comments with !tell through, so they wait for the next sweep',
      [OURS],
      '!tell',
    ],
  ])('says %j', (row, conditions, command) => {
    expect(check(conditions, command)).toBe(row)
  })
})
