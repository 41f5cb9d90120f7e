import { type FaultyBridge, FIELD, HOME, REPOSITORIES } from './faulty-bridge.ts'

/**
 * Everything on both sides that the action is answerable for, one line each, so that what is doubled and what is
 * lost can be counted. Addresses, times and GitHub's ids are left out, because they differ between two bridges.
 */
export function stateLines({ freescout, github }: Pick<FaultyBridge, 'freescout' | 'github'>): string[] {
  const lines = [
    ...REPOSITORIES.flatMap(({ name }) => issueLines(name, github)),
    ...[...freescout.tickets.keys()].flatMap(id => ticketLines(id, freescout)),
    ...freescout.mails.filter(({ to }) => to === 'customer').map(({ why }) => `mail: ${why}`),
  ]
  return lines.map(line =>
    line
      .replaceAll(freescout.url, '<freescout>')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
      .replace(/labeled:\d+/g, 'labeled:<id>')
      .replace(/(comment:|issuecomment-|thread=)\d+/g, '$1<id>')
      // Who closed an issue is left out of its note when GitHub does not say it in time.
      .replace(/(was (?:closed as [a-z ]+?|reopened)) by [\w-]+/g, '$1'),
  )
}

function issueLines(repository: string, github: FaultyBridge['github']): string[] {
  return github
    .issues(repository)
    .flatMap(({ number, state, stateReason, labels, title, body, comments }) => {
      const about = `issue ${repository === HOME ? '' : repository}#${number}`
      return [
        `${about} "${title}" is ${state} ${stateReason ?? ''}`,
        `${about} ends with: ${body?.split('\n').at(-1) ?? ''}`,
        ...labels.map(label => `${about} has the label ${label}`),
        ...comments.map(comment => `${about} has the comment: ${comment.body}`),
        ...comments.flatMap(({ body, reactions }) =>
          reactions.map(({ content }) => `${about} has the reaction ${content} to: ${body}`),
        ),
      ]
    })
}

function ticketLines(id: number, freescout: FaultyBridge['freescout']): string[] {
  const { subject, status, state, tags, threads } = freescout.ticket(id)
  const about = `ticket ${id}`
  const link = fieldOf(id, freescout)
  return [
    `${about} "${subject}" is ${state} and ${status}`,
    ...(link ? [`${about} links to: ${link}`] : []),
    ...tags.map(tag => `${about} has the tag ${tag}`),
    ...threads
      .filter(({ type }) => type === 'note')
      .map(({ body }) => `${about} has the note: ${body ?? ''}`),
  ]
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
