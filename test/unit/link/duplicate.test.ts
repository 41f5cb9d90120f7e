import { expect, it } from 'vitest'
import type { GitHub } from '../../../src/github/client.ts'
import { closeDuplicateIssue } from '../../../src/link/issues-from-ticket.ts'
import type { Change } from '../../../src/outcome.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { issueOf } from '../../support/observed-ticket.ts'

/** Closes issue 8 in favour of the winner, on a GitHub where these comments stand already. */
async function close({ winner = issueOf(), comments = [] as string[], fails = false } = {}) {
  const done: string[] = []
  const changes: Change[] = []
  const github = {
    comments: async () => comments.map(body => ({ body })),
    comment: async ({ number }: { number: number }, body: string) => void done.push(`${number}: ${body}`),
    closeIssue: async ({ number }: { number: number }, reason: string) => {
      if (fails) throw new Error('GitHub is not working right now (502).')
      done.push(`${number} closed as ${reason}`)
    },
  }
  let error: unknown
  try {
    const closing = closeDuplicateIssue(issueOf({ number: 8 }), {
      winner,
      world: fakeWorld({ github: github as unknown as GitHub }),
    })
    for await (const { change } of closing) if (change) changes.push(change)
  } catch (cause) {
    error = cause
  }
  return { done, changes, error }
}

/** What versions before 1.0 wrote. */
const WORDS = 'Duplicate of #7: both were made from the same ticket.'
const COMMENT = `[freescout-autolink] ${WORDS}\n\n<!-- freescout-autolink duplicate-of=raxx-app/TradeMasterAPI#7 -->`
const GERMAN = '[freescout-autolink] Duplikat von #7.\n\n<!-- freescout-autolink duplicate-of=o/r#7 -->'

it('A surplus issue is told which one counts, then closed as its duplicate', async () => {
  expect(await close()).toEqual({
    done: [`8: ${COMMENT}`, '8 closed as duplicate'],
    changes: ['comment', 'close-duplicate'],
    error: undefined,
  })
})

it.each([
  ['in the words of an earlier version', WORDS],
  ['in these words', COMMENT],
  ['in another language', GERMAN],
])('A surplus issue that was told before %s is not told again', async (_, comment) => {
  const { done, changes } = await close({ comments: ['Is this ours?', comment] })
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
  expect(done[0]).toContain(`] Duplicate of ${winner.url}: both were made from the same ticket.\n`)
})

it('What was done before a failure is noted', async () => {
  const { changes, error } = await close({ fails: true })
  expect(changes).toEqual(['comment'])
  expect(error).toBeInstanceOf(Error)
})
