import type { Mailbox } from '../model.ts'
import { creationBlock } from '../ticket/criteria.ts'
import type { World } from '../world.ts'

/** How many tickets are read at the same time. */
const CONCURRENCY = 3

/**
 * Reads the tickets whose first message may have a keyword, because lists have no messages.
 *
 * @returns the ids of those that should have an issue, and of those that were not read. After a read fails, the others
 * are not read, because each may take half a minute. Their own runs say what is wrong.
 */
export async function findKeywords(
  ids: readonly number[],
  { world, mailboxes }: { world: World; mailboxes: Mailbox[] },
): Promise<Set<number>> {
  const { freescout, config } = world
  const queue = [...ids]
  const found = new Set<number>()
  let hasFailed = false
  const work = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      try {
        const ticket = hasFailed ? undefined : (await freescout.ticket(id))?.ticket
        const mailbox = mailboxes.find(one => one.id === ticket?.mailboxId)
        const isWanted = ticket && creationBlock(ticket, { mailbox, config }) === undefined
        if (hasFailed || isWanted) found.add(id)
      } catch (error) {
        hasFailed = true
        found.add(id)
        if (error instanceof Error) world.debug(error)
      }
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, work))
  return found
}
