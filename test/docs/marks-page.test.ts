import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  announcementMark,
  commentKey,
  duplicateMark,
  duplicateTicketKey,
  issueMarker,
  movedKey,
  noteEnd,
  noteStart,
  notPublicKey,
  relayMark,
  sentinelMark,
  subjectPrefix,
} from '../../src/marks.ts'

const page = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'marks.md'), 'utf8')
const issue = { repository: 'owner/name', number: 77 }

/** What the page shows of each mark. `…` is a value. */
const SHOWN: Record<string, [mark: string, shown: string]> = {
  'the start of a note': [noteStart('URL'), '<!-- >[freescout-autolink] URL -->'],
  'the end of a note': [noteEnd('URL', ['a:1']).replaceAll('a:1', '…'), '<!-- freescout-autolink key=… -->'],
  'the last line of a note': [noteEnd('URL', []), '[freescout-autolink]'],
  'the subject of a ticket': [subjectPrefix(issue), '[owner/name#77]'],
  'the marker': [issueMarker({ id: 12, url: '…' }), '<!-- freescout-autolink ticket=12 url=… -->'],
  'the comment with the link': [sentinelMark('…'), '<!-- freescout-autolink link=… -->'],
  'a closing': [announcementMark({ kind: 'resolved', at: '…', ticketUrl: '…' }), 'resolved=…'],
  'a reopening': [announcementMark({ kind: 'reopened', at: '…', ticketUrl: '…' }), 'reopened=…'],
  'a duplicate issue': [duplicateMark(issue).replace('owner/name#77', '…'), 'duplicate-of=…'],
  'a relayed note': [relayMark({ ticketId: 1, threadId: 2 }).replace(/\d/g, '…'), 'ticket=… thread=…'],
  'the key of a comment': [commentKey(1), 'comment:'],
  'the key of a move': [movedKey(issue), 'moved:'],
  'the key of a duplicate ticket': [duplicateTicketKey(1), 'duplicate-of:'],
  'the key of a note that stays': [notPublicKey(1), 'relay-not-public:'],
}

it.each(Object.entries(SHOWN))('docs/marks.md shows a mark as it is written: %s', (_, [mark, shown]) => {
  expect(mark).toContain(shown)
  expect(page).toContain(`\`${shown}`)
})
