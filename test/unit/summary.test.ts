import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config/load.ts'
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
    { change: 'add-note', about: 'the issue was created for it' },
    { change: 'add-tag', about: '"auto-linked"' },
  ],
  warnings: [],
}

describe('The job summary', () => {
  it('says what was done, in order, with links to both sides', () => {
    expect(summarise(created)).toMatchInlineSnapshot(`
      "### A new issue was created and linked

      Ticket [#1042](https://tickets.example.org/conversation/12) ↔ Issue [o/r#7](https://github.com/o/r/issues/7)

      **Done:**

      1. created the issue
      2. wrote the issue's URL into the ticket's field
      3. added an internal note to the ticket: the issue was created for it
      4. tagged the ticket: "auto-linked"

      "
    `)
  })

  it('says what a dry run would have done', () => {
    const { issue: _, ...outcome } = created
    expect(
      summarise({ ...outcome, changes: [{ change: 'create-issue' }], dryRun: true }),
    ).toMatchInlineSnapshot(`
      "### Dry run: would create an issue and link it. Nothing was written

      Ticket [#1042](https://tickets.example.org/conversation/12)

      **It would:**

      1. create the issue

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
      warnings: ['Ticket #1042: the field "github_issue_url" holds something else.'],
    }
    expect(summarise(outcome)).toMatchInlineSnapshot(`
      "### Nothing was done

      Ticket [#1042](https://tickets.example.org/conversation/12)

      **Why:** the link field holds something that is not an allowed issue, so nothing is created or followed (\`link-unusable\`).

      > ⚠️ Ticket #1042: the field "github\\_issue\\_url" holds something else.

      "
    `)
  })

  it('says what went wrong, and what was done before', () => {
    const error = new Error('FreeScout is not working right now (502). Run the workflow again when it is up.')
    const outcome: Outcome = { ...created, result: 'failed', changes: [{ change: 'create-issue' }], error }
    expect(summarise(outcome)).toMatchInlineSnapshot(`
      "### This did not work

      Ticket [#1042](https://tickets.example.org/conversation/12) ↔ Issue [o/r#7](https://github.com/o/r/issues/7)

      **What went wrong:** FreeScout is not working right now (502). Run the workflow again when it is up. [What it means](https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/troubleshooting.md#freescout-is-not-working-right-now-)

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
    expect(text).toContain('It is not known whether that was done. The next run checks it.')
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

describe('A job summary says', () => {
  const skipped: TicketOutcome = { ...created, result: 'skipped', changes: [] }

  it('which tags a ticket without a trigger tag has, and which would count', () => {
    const onTicket = ['vip', 'a_b']
    const details = { kind: 'tags' as const, onTicket, counting: ['bug'], keywordCounts: false }
    expect(summarise({ ...skipped, reason: 'no-trigger-tag', details })).toContain(
      '**Why:** the ticket has none of the trigger tags (`no-trigger-tag`). It has "vip", "a\\_b". These count: "bug".\n',
    )
  })

  it.each([
    [0, 'It has no tags.'],
    [1, 'It has 1 tag.'],
    [2, 'It has 2 tags.'],
  ])('only how many tags a ticket has, where others can read the run: %i', (onTicket, sentence) => {
    const details = { kind: 'tags' as const, onTicket, counting: ['bug', 'crash'], keywordCounts: true }
    expect(summarise({ ...skipped, reason: 'no-trigger-tag', details })).toContain(
      `(\`no-trigger-tag\`). ${sentence} These count: "bug", "crash". A keyword of the configuration counts, too.\n`,
    )
  })

  it('which label has no action, and which labels have one', () => {
    const details = { kind: 'label' as const, label: 'wont fix', mapped: ['regression', 'customer-reported'] }
    expect(summarise({ ...skipped, reason: 'label-not-mapped', details })).toContain(
      '(`label-not-mapped`). The label is "wont fix". These have an action: "regression", "customer-reported".\n',
    )
  })

  it('what the other side was notified of, in its headline', () => {
    const comment = { change: 'comment', about: 'the ticket was closed' } as const
    const note = { change: 'add-note', about: 'the issue was labelled "needs-customer-confirm"' } as const
    expect(summarise({ ...created, result: 'commented', changes: [comment] })).toContain(
      '### The issue got a comment: the ticket was closed\n',
    )
    expect(
      summarise({ ...created, result: 'noted', changes: [{ change: 'set-tags', about: '"bug"' }, note] }),
    ).toContain('### The ticket got a note: the issue was labelled "needs-customer-confirm"\n')
  })

  it('the names of the labels that the doctor created', () => {
    const changes = [{ change: 'create-label', about: '"incident" in o/r' } as const]
    const doctor: Outcome = { kind: 'doctor', result: 'checked', checks: [], warnings: [], changes }
    expect(summarise(doctor)).toContain('**Done:**\n\n1. created the label: "incident" in o/r\n')
    const planned = summarise({ ...doctor, dryRun: true })
    expect(planned).toContain('### Checks finished; nothing was written\n')
    expect(planned).toContain('**It would:**\n\n1. create the label: "incident" in o/r\n')
  })
})

describe('The summary of a dry run', () => {
  it.each([
    [{ ...created, result: 'failed', changes: [], error: new Error('No.') }, 'The dry run did not work'],
    [{ ...created, result: 'skipped', changes: [] }, 'Dry run: nothing would be done. Nothing was written'],
    [
      { ...created, result: 'adopted' },
      'Dry run: would complete the link to the issue that is there already. Nothing was written',
    ],
    [
      { ...created, kind: 'issue', issue, result: 'created' },
      'Dry run: would create a ticket and link it. Nothing was written',
    ],
  ] as [Outcome, string][])('is worded as one: %#', (outcome, headline) => {
    const text = summarise({ ...outcome, dryRun: true })
    expect(text).toContain(`### ${headline}\n`)
    expect(text).not.toMatch(/would be failed|It would say|\*\*Done/)
  })

  it('is worded as one in the rows of a sweep, too', () => {
    const items = [{ ...created, dryRun: true }]
    const common = { heldBack: [], left: 0, changes: [], warnings: [], dryRun: true }
    const text = summarise({ kind: 'sweep', result: 'swept', items, ...common })
    expect(text).toContain(' | create the issue; write the issue')
    expect(text).not.toContain('created the issue')
  })
})

describe('The link to the page of messages', () => {
  const page = 'https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/troubleshooting.md'
  const failed = (error: Error): string =>
    summarise({ kind: 'early', result: 'failed', changes: [], warnings: [], error })

  it('leads from an error to its heading', () => {
    expect(
      failed(new Error('FreeScout gave no answer at https://x (ENOTFOUND): could not read it.')),
    ).toContain(`(ENOTFOUND): could not read it. [What it means](${page}#freescout-gave-no-answer-at--)\n`)
  })

  it('leads from the mistakes of a configuration to the heading about all of them', () => {
    let thrown: unknown
    try {
      parseConfig('users: 1', { source: 'x.yml' })
    } catch (error) {
      thrown = error
    }
    expect(failed(thrown as Error)).toContain(
      ` [What it means](${page}#the-configuration--has--nothing-was-written)\n`,
    )
  })

  it('leads from the mistakes of inputs, and from an example, to their heading', () => {
    const inputs = new SetupError(['Input issue: found "x". Give one.', 'Input fix: found "y". Use true.'])
    expect(failed(inputs)).toContain(`\n\n[What it means](${page}#input--found--)\n`)
    expect(failed(new SetupError(['Input a: found b. Add:'], 'c: d'))).toContain(
      `\n\`\`\`\n\n[What it means](${page}#input--found--)\n`,
    )
  })

  it('leads from an error that nobody foresaw to the section about those', () => {
    expect(failed(new TypeError('x is not a function'))).toContain(`(${page}#a-bug-in-this-action)`)
  })

  it('leads from a warning to its heading, if it has one', () => {
    const text = summarise({ ...created, warnings: ['7 left for the next sweep.', 'Something else.'] })
    expect(text).toContain(
      `> ⚠️ 7 left for the next sweep. [What it means](${page}#-left-for-the-next-sweep)\n`,
    )
    expect(text).toContain('> ⚠️ Something else.\n')
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
      | [#1042](https://tickets.example.org/conversation/12) | [o/r#7](https://github.com/o/r/issues/7) | **failed** – No answer. [What it means](https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/troubleshooting.md#a-bug-in-this-action) |
      | [#1042](https://tickets.example.org/conversation/12) | [o/r#7](https://github.com/o/r/issues/7) | created the issue; wrote the issue's URL into the ticket's field; added an internal note to the ticket: the issue was created for it; tagged the ticket: "auto-linked" |

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
    expect(summarise(failed(hostile))).toContain(
      `**What went wrong:** ${asText} [What it means](https://github.com/`,
    )
  })

  it('is text on one line in an error that has several', () => {
    const text = summarise(failed(`${hostile}\r# heading\n  - entry`))
    expect(text).toContain(
      `**What went wrong:** ${asText} # heading - entry [What it means](https://github.com/`,
    )
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
    expect(text).toContain(`**failed** – one \\| two three ${asText} [What it means](https://github.com/`)
  })

  it('keeps an address as it is, so that it can be followed', () => {
    const text = summarise({
      ...created,
      warnings: ['Look at https://github.com/o/my_repo_x/issues/7 and _this_.'],
    })
    expect(text).toContain('Look at https://github.com/o/my_repo_x/issues/7 and \\_this\\_.')
  })
})
