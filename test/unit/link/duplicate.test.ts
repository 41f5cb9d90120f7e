import { expect, it } from 'vitest'
import type { GitHub } from '../../../src/github/client.ts'
import { closeDuplicateIssue } from '../../../src/link/issues-from-ticket.ts'
import type { Change } from '../../../src/outcome.ts'
import { issueOf } from '../../support/observed-ticket.ts'

/** Closes issue 8 in favour of the winner, on a GitHub where these comments stand already. */
async function close({ winner = issueOf(), comments = [] as string[], fails = false } = {}) {
  const done: string[] = []
  const changes: Change[] = []
  const github = {
    comments: async () => comments.map(body => ({ body })),
    comment: async ({ number }: { number: number }, body: string) => void done.push(`${number}: ${body}`),
    closeIssue: async ({ number }: { number: number }, reason: string) => {
      if (fails) throw new Error('GitHub is in trouble (502).')
      done.push(`${number} closed as ${reason}`)
    },
  } as unknown as GitHub
  let error: unknown
  try {
    const closing = closeDuplicateIssue(issueOf({ number: 8 }), { winner, github })
    for await (const { change } of closing) if (change) changes.push(change)
  } catch (cause) {
    error = cause
  }
  return { done, changes, error }
}

const WORDS = 'Duplicate of #7: both were made from the same ticket.'

it('A surplus issue is told which one counts, then closed as its duplicate', async () => {
  expect(await close()).toEqual({
    done: [`8: ${WORDS}`, '8 closed as duplicate'],
    changes: ['comment', 'close-duplicate'],
    error: undefined,
  })
})

it('A surplus issue that was told before is not told again', async () => {
  const { done, changes } = await close({ comments: ['Is this ours?', WORDS] })
  expect(done).toEqual(['8 closed as duplicate'])
  expect(changes).toEqual(['close-duplicate'])
})

it('A comment that only quotes those words tells nothing', async () => {
  const { done } = await close({ comments: [`> ${WORDS}`] })
  expect(done).toHaveLength(2)
})

it('An issue in another repository is named by its URL', async () => {
  const winner = issueOf({ repository: 'raxx-app/billing' })
  const { done } = await close({ winner })
  expect(done[0]).toBe(`8: Duplicate of ${winner.url}: both were made from the same ticket.`)
})

it('What was done before a failure is noted', async () => {
  const { changes, error } = await close({ fails: true })
  expect(changes).toEqual(['comment'])
  expect(error).toBeInstanceOf(Error)
})
