import { describe, expect, it } from 'vitest'
import { type Outcome, REASONS, type TicketOutcome } from '../../src/outcome.ts'
import { ServiceError } from '../../src/service-error.ts'
import { SetupError } from '../../src/setup-error.ts'
import { summarise } from '../../src/summary.ts'

const ticket = { id: 12, number: 1042, url: 'https://tickets.example.org/conversation/12' }
const issue = { repository: 'o/r', number: 7, url: 'https://github.com/o/r/issues/7' }
const created: TicketOutcome = {
  kind: 'ticket',
  result: 'created',
  ticket,
  issue,
  changes: [
    { change: 'create-issue' },
    { change: 'set-field' },
    { change: 'add-note' },
    { change: 'add-tag' },
  ],
  warnings: [],
}

describe('The job summary', () => {
  it('says what was done, in order, with links to both sides', () => {
    expect(summarise(created)).toMatchInlineSnapshot(`
      "### A new issue was filed and linked

      Ticket [#1042](https://tickets.example.org/conversation/12) ↔ Issue [o/r#7](https://github.com/o/r/issues/7)

      **Done:**

      1. created the issue
      2. wrote the issue's URL into the ticket's field
      3. added an internal note to the ticket
      4. tagged the ticket

      "
    `)
  })

  it('says what a dry run would have done', () => {
    const { issue: _, ...outcome } = created
    expect(
      summarise({ ...outcome, changes: [{ change: 'create-issue' }], dryRun: true }),
    ).toMatchInlineSnapshot(`
      "### Dry run, nothing was written. It would say: A new issue was filed and linked

      Ticket [#1042](https://tickets.example.org/conversation/12)

      **Would have:**

      1. created the issue

      "
    `)
  })

  it('says why nothing was done, in words and by the code, and what to look at', () => {
    const outcome: Outcome = {
      kind: 'ticket',
      result: 'skipped',
      reason: 'link-unusable',
      ticket,
      changes: [],
      warnings: ['Ticket 12: the field "github_issue_url" holds something else.'],
    }
    expect(summarise(outcome)).toMatchInlineSnapshot(`
      "### Nothing was done

      Ticket [#1042](https://tickets.example.org/conversation/12)

      **Why:** the link field holds something that is not an allowed issue; it blocks creation and is left alone (\`link-unusable\`).

      > ⚠️ Ticket 12: the field "github\\_issue\\_url" holds something else.

      "
    `)
  })

  it('says what went wrong, and what was done before', () => {
    const error = new Error('FreeScout is in trouble (502). Run the workflow again when it is up.')
    const outcome: Outcome = { ...created, result: 'failed', changes: [{ change: 'create-issue' }], error }
    expect(summarise(outcome)).toMatchInlineSnapshot(`
      "### This did not work

      Ticket [#1042](https://tickets.example.org/conversation/12) ↔ Issue [o/r#7](https://github.com/o/r/issues/7)

      **What went wrong:** FreeScout is in trouble (502). Run the workflow again when it is up.

      **Done before that:**

      1. created the issue

      "
    `)
  })

  it('says so when a failure came before any write', () => {
    const error = new Error('FreeScout refused the API key (401).')
    const text = summarise({ kind: 'early', result: 'failed', changes: [], warnings: [], error })
    expect(text).toContain('**What went wrong:** FreeScout refused the API key (401).')
    expect(text).toContain('Nothing had been written.')
    expect(text).not.toContain('Done')
  })

  it('shows an example as code, below what is missing and what to do', () => {
    const error = new SetupError(['Nothing is there.', 'Add this:'], 'a: 1\nb: 2')
    const text = summarise({ kind: 'early', result: 'failed', changes: [], warnings: [], error })
    expect(text).toContain('**What went wrong:** Nothing is there. Add this:\n\n```\na: 1\nb: 2\n```\n')
    expect(error.message).toBe('Nothing is there.\nAdd this:\n  a: 1\n  b: 2')
  })

  it('claims nothing about a write whose answer was lost', () => {
    const error = new ServiceError({
      service: 'GitHub',
      call: 'create the issue',
      happened: 'GitHub gave no answer',
      todo: 'Run the workflow again.',
      mayHaveActed: true,
    })
    const text = summarise({ kind: 'early', result: 'failed', changes: [], warnings: [], error })
    expect(text).toContain('Nobody knows whether that was done; the next run will find out.')
    expect(text).not.toContain('Nothing had been written')
  })

  it('names a ticket by its id as long as its number is not known', () => {
    const outcome: TicketOutcome = { ...created, ticket: { id: 12, url: ticket.url } }
    expect(summarise(outcome)).toContain('Ticket [id 12](')
  })

  it.each(Object.entries(REASONS))('has a sentence for %s', (reason, sentence) => {
    const outcome = { ...created, result: 'skipped', reason, changes: [] } as unknown as Outcome
    expect(summarise(outcome)).toContain(`**Why:** ${sentence} (\`${reason}\`).`)
  })
})

describe('The summary of a sweep', () => {
  it('does not count what failed as changed, and shows it first', () => {
    const failed: TicketOutcome = {
      ...created,
      result: 'failed',
      changes: [],
      error: new Error('No answer.'),
    }
    const outcome: Outcome = {
      kind: 'sweep',
      result: 'failed',
      items: [created, failed, { ...created, result: 'unchanged', changes: [] }],
      heldBack: [{ ticket, age: '12 days' }],
      left: 2,
      changes: [],
      warnings: [],
    }
    expect(summarise(outcome)).toMatchInlineSnapshot(`
      "### This did not work

      **Not created:**

      | Ticket | Issue | Age |
      | --- | --- | --- |
      | [#1042](https://tickets.example.org/conversation/12) |  | 12 days |

      Looked at 3, changed 1, 1 failed, left 2 for the next sweep.

      | Ticket | Issue | What was done |
      | --- | --- | --- |
      | [#1042](https://tickets.example.org/conversation/12) | [o/r#7](https://github.com/o/r/issues/7) | **failed** – No answer. |
      | [#1042](https://tickets.example.org/conversation/12) | [o/r#7](https://github.com/o/r/issues/7) | created the issue, wrote the issue's URL into the ticket's field, added an internal note to the ticket, tagged the ticket |

      "
    `)
  })
})

describe('Text of others in the job summary', () => {
  const hostile =
    '<img src=x onerror=alert(1)> [click](https://evil.example) **bold** &lt;b&gt; | cell `code` $x$'
  const asText =
    '\\<img src=x onerror=alert(1)\\> \\[click\\](https://evil.example) \\*\\*bold\\*\\* \\&lt;b\\&gt; \\| cell \\`code\\` \\$x\\$'
  const failed = (message: string): Outcome => ({
    ...created,
    result: 'failed',
    changes: [],
    error: new Error(message),
  })

  it('is text in a warning', () => {
    expect(summarise({ ...created, warnings: [`${hostile}\n# heading`] })).toContain(
      `> ⚠️ ${asText} # heading\n`,
    )
  })

  it('is text in an error of one line', () => {
    expect(summarise(failed(hostile))).toContain(`**What went wrong:** ${asText}\n`)
  })

  it('is text on one line in an error that has several', () => {
    const text = summarise(failed(`${hostile}\r# heading\n  - entry`))
    expect(text).toContain(`**What went wrong:** ${asText} # heading - entry\n`)
  })

  it('is text in each mistake of a set-up', () => {
    const error = new SetupError([hostile, '# heading', '- entry', '1. first'])
    const text = summarise({ ...created, result: 'failed', changes: [], error })
    expect(text).toContain(`- ${asText}\n- \\# heading\n- \\- entry\n- 1\\. first\n`)
  })

  it('does not break a row of a sweep’s table', () => {
    const error = new Error(`one | two\nthree ${hostile}`)
    const item: TicketOutcome = { ...created, result: 'failed', changes: [], error }
    const text = summarise({
      kind: 'sweep',
      result: 'failed',
      items: [item],
      heldBack: [],
      left: 0,
      changes: [],
      warnings: [],
    })
    expect(text).toContain(`**failed** – one \\| two three ${asText} |\n`)
  })

  it('keeps an address as it is, so that it can be followed', () => {
    const text = summarise({
      ...created,
      warnings: ['Look at https://github.com/o/my_repo_x/issues/7 and _this_.'],
    })
    expect(text).toContain('Look at https://github.com/o/my_repo_x/issues/7 and \\_this\\_.')
  })
})
