import { describe, expect, test } from 'vitest'
import { issueOf, readMails } from '../../support/mails.ts'

describe('An engineer reads a mail in its issue as its sender meant it', () => {
  test.each(readMails().map(mail => [mail.name, mail] as const))('%s', (_, mail) => {
    const { title, markdown } = issueOf(mail)
    expect(markdown).toBe(mail.markdown)
    if (mail.title !== undefined) expect(title).toBe(mail.title)
  })
})
