import { type FaultyBridge, FIELD, HOME } from './faulty-bridge.ts'

/**
 * Everything on both sides that the action is answerable for, one line each, so that what is doubled and what is
 * lost can be counted. Addresses, times and GitHub's ids are left out, because they differ between two bridges.
 */
export function stateLines({ freescout, github }: Pick<FaultyBridge, 'freescout' | 'github'>): string[] {
  const lines: string[] = []
  for (const { number, state, stateReason, labels, title, body, comments } of github.issues(HOME)) {
    const about = `issue #${number}`
    lines.push(`${about} "${title}" ${state} ${stateReason ?? ''} [${labels.toSorted().join(', ')}]`)
    lines.push(`${about} ends with: ${body?.split('\n').at(-1) ?? ''}`)
    lines.push(...comments.map(comment => `comment on ${about}: ${comment.body}`))
    for (const { body, reactions } of comments) {
      const names = reactions.map(({ content }) => content)
      if (names.length > 0) lines.push(`reactions on ${about} to "${body}": ${names.toSorted().join(', ')}`)
    }
  }
  for (const { id, subject, status, tags, threads } of freescout.tickets.values()) {
    const about = `ticket ${id}`
    lines.push(`${about} "${subject}" ${status} [${tags.toSorted().join(', ')}]`)
    lines.push(`${about} links to: ${fieldOf(id, freescout)}`)
    lines.push(
      ...threads.filter(({ type }) => type === 'note').map(({ body }) => `note on ${about}: ${body ?? ''}`),
    )
  }
  lines.push(...freescout.mails.filter(({ to }) => to === 'customer').map(({ why }) => `mail: ${why}`))
  return lines.map(line =>
    line
      .replaceAll(freescout.url, '<freescout>')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
      .replace(/labeled:\d+/g, 'labeled:<id>')
      .replace(/(comment:|issuecomment-|thread=)\d+/g, '$1<id>'),
  )
}

function fieldOf(id: number, freescout: FaultyBridge['freescout']): string {
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
