import { FIELD, HOME, type Stage } from './stage.ts'

/**
 * Everything on both sides that the action is answerable for, one line each, so that what is doubled and what is
 * lost can be counted. Addresses, times and GitHub's ids are left out: they differ from stage to stage.
 */
export function factsOf({ freescout, github }: Pick<Stage, 'freescout' | 'github'>): string[] {
  const facts: string[] = []
  for (const { number, state, stateReason, labels, title, body, comments } of github.issues(HOME)) {
    const about = `issue #${number}`
    facts.push(`${about} "${title}" ${state} ${stateReason ?? ''} [${labels.toSorted().join(', ')}]`)
    facts.push(`${about} ends with: ${body?.split('\n').at(-1) ?? ''}`)
    facts.push(...comments.map(comment => `comment on ${about}: ${comment.body}`))
  }
  for (const { id, subject, status, tags, threads } of freescout.tickets.values()) {
    const about = `ticket ${id}`
    facts.push(`${about} "${subject}" ${status} [${tags.toSorted().join(', ')}]`)
    facts.push(`${about} links to: ${fieldOf(id, freescout)}`)
    facts.push(
      ...threads.filter(({ type }) => type === 'note').map(({ body }) => `note on ${about}: ${body ?? ''}`),
    )
  }
  facts.push(...freescout.mails.filter(({ to }) => to === 'customer').map(({ why }) => `mail: ${why}`))
  return facts.map(fact =>
    fact
      .replaceAll(freescout.url, '<freescout>')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
      .replace(/labeled:\d+/g, 'labeled:<id>'),
  )
}

function fieldOf(id: number, freescout: Stage['freescout']): string {
  const { mailboxId } = freescout.ticket(id)
  const hasField = freescout.mailboxes.get(mailboxId)?.fields.some(({ name }) => name === FIELD)
  return hasField ? freescout.field(id, FIELD) : ''
}

/** What is there more often than it should be, and what is missing. */
export type Difference = { doubled: string[]; lost: string[] }

/** Compares what is with what should be; the order does not matter, how often does. */
export function compare(actual: string[], expected: string[]): Difference {
  return { doubled: without(actual, expected), lost: without(expected, actual) }
}

function without(list: string[], taken: string[]): string[] {
  const left = [...taken]
  return list.filter(entry => {
    const at = left.indexOf(entry)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}
