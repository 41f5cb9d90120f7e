import { quoteNames } from '../names.ts'
import type { TicketStep } from './steps.ts'

/** What people want to know of a step: the names of tags and labels, or what the issue or the ticket is notified of. */
export function aboutTicketStep(step: TicketStep): string | undefined {
  switch (step.do) {
    case 'add-label':
      return quoteNames(step.labels)
    case 'add-tag':
      return quoteNames([step.tag, ...(step.also ?? [])])
    case 'comment':
      return COMMENTS[step.about]
    case 'add-note':
      return NOTES[step.note]
    case 'relay-note':
      return `the note ${step.thread}`
    case 'set-status':
      return 'closed, because it is a duplicate'
    default:
      return undefined
  }
}

const COMMENTS: Record<Extract<TicketStep, { do: 'comment' }>['about'], string> = {
  link: 'which ticket belongs to it',
  resolved: 'the ticket was closed',
  reopened: 'the ticket was reopened',
}

const NOTES: Record<Extract<TicketStep, { do: 'add-note' }>['note'], string> = {
  filed: 'the issue was created for it',
  linked: 'the issue is linked to it',
  moved: 'the issue has a new address',
  'relay-not-public': 'a note was not relayed, because the repository is not private',
}
