import { describe, expect, it } from 'vitest'
import { parseConfig } from '../../src/config/load.ts'
import { ConfigError } from '../../src/config/mistakes.ts'
import type { Outcome, TicketOutcome } from '../../src/outcome.ts'
import { logTo, type Reporter, report } from '../../src/report.ts'

const issue = { repository: 'o/r', number: 7, url: 'https://github.com/o/r/issues/7' }
const ticket = { id: 12, number: 1042, url: 'https://tickets.example.org/conversation/12' }

/** Reports an outcome and gives what was said where; `summaryFails`: the job summary can't be written. */
type Given = Partial<TicketOutcome> | Partial<Extract<Outcome, { kind: 'early' | 'sweep' }>>

async function told(outcome: Given, { summaryFails = false, reason = 'No space left on device' } = {}) {
  const outputs: Record<string, string> = {}
  const annotations: unknown[] = []
  const lines: string[] = []
  const debug: string[] = []
  let summary = ''
  const core: Reporter = {
    info: line => void lines.push(line),
    debug: line => void debug.push(line),
    startGroup: () => {},
    endGroup: () => {},
    warning: message => void annotations.push(['warning', message]),
    error: (message, where) => void annotations.push(['error', message, where]),
    setFailed: message => void annotations.push(['failed', message]),
    setOutput: (name, value) => {
      outputs[name] = value
    },
    summary: {
      addRaw: markdown => {
        summary += markdown
        return {
          write: async () => {
            if (summaryFails) throw new Error(reason)
          },
        }
      },
    },
  }
  const whole = { kind: 'ticket', result: 'created', changes: [], warnings: [], ticket, ...outcome }
  await report(whole as Outcome, core)
  return { outputs, annotations, lines, debug, summary }
}

/** What reading this configuration fails with. */
function mistakesIn(yaml: string): ConfigError {
  try {
    parseConfig(yaml, { source: '.github/freescout.yml' })
  } catch (error) {
    if (error instanceof ConfigError) return error
  }
  throw new Error('There is no mistake in it.')
}

describe('The outputs', () => {
  it('tell what was done, on both sides', async () => {
    const { outputs } = await told({
      ticket,
      issue,
      changes: [{ change: 'create-issue' }, { change: 'set-field' }],
    })
    expect(outputs).toEqual({
      result: 'created',
      reason: '',
      'issue-url': issue.url,
      'issue-number': '7',
      'conversation-id': '12',
      'conversation-url': ticket.url,
      changes: '["create-issue","set-field"]',
      report: '',
    })
  })

  it('are all there, empty, when a run looked at nothing', async () => {
    const { outputs } = await told({ kind: 'early', result: 'disabled', reason: 'disabled' })
    expect(outputs).toEqual({
      result: 'disabled',
      reason: 'disabled',
      'issue-url': '',
      'issue-number': '',
      'conversation-id': '',
      'conversation-url': '',
      changes: '[]',
      report: '',
    })
  })
})

describe('The debug log', () => {
  it('has the stack of an error, and the annotation only its message', async () => {
    const error = new TypeError('Invalid URL')
    const { debug, annotations } = await told({ result: 'failed', error })
    expect(debug).toEqual([error.stack])
    expect(annotations).toEqual([['failed', 'Invalid URL']])
  })

  it('has the stacks of what failed in a sweep', async () => {
    const error = new Error('FreeScout is not working right now (502)')
    const item: TicketOutcome = { kind: 'ticket', result: 'failed', changes: [], warnings: [], ticket, error }
    const failed = new Error('1 of 1 failed.')
    const { debug } = await told({
      kind: 'sweep',
      items: [item],
      heldBack: [],
      left: 0,
      result: 'failed',
      error: failed,
    })
    expect(debug).toEqual([error.stack])
  })
})

describe('Annotations', () => {
  it('are none when all is well', async () => {
    expect((await told({})).annotations).toEqual([])
  })

  it('are one for each warning, and a run with warnings does not fail', async () => {
    const { annotations } = await told({ warnings: ['Look here.', 'And there.'] })
    expect(annotations).toEqual([
      ['warning', 'Look here.'],
      ['warning', 'And there.'],
    ])
  })

  it('are one message for a failure', async () => {
    const error = new Error('FreeScout refused the API key (401).')
    const { annotations } = await told({ result: 'failed', error })
    expect(annotations).toEqual([['failed', 'FreeScout refused the API key (401).']])
  })

  it('are followed in the log by the address of what explains the failure', async () => {
    const page = 'https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/troubleshooting.md'
    const { lines } = await told({ result: 'failed', error: new Error('GitHub refused the token (401)') })
    expect(lines).toEqual([`What this means: ${page}#github-refused-the-token-401`])
    const mistaken = await told({ result: 'failed', error: mistakesIn('users: 1') })
    expect(mistaken.lines.join()).toMatch(/#the-configuration--has--nothing-was-written$/)
  })

  it('show each mistake of the configuration at its place, then count them', async () => {
    const error = mistakesIn('user: 1\nmailboxs: []\nsweep:\n  limit: 0\n')
    const at = { title: 'Configuration', file: '.github/freescout.yml' }
    expect((await told({ result: 'failed', error })).annotations).toEqual([
      [
        'error',
        expect.stringMatching(/^\.github\/freescout\.yml:2:1 mailboxs: .*did you mean "mailboxes"\?$/),
        { ...at, startLine: 2, startColumn: 1 },
      ],
      [
        'error',
        expect.stringMatching(/^\.github\/freescout\.yml:4:10 sweep\.limit: found the number 0, expected/),
        { ...at, startLine: 4, startColumn: 10 },
      ],
      ['failed', 'The configuration (.github/freescout.yml) has 2 mistakes; nothing was written.'],
    ])
  })

  it('count a single mistake as one', async () => {
    const { annotations } = await told({ result: 'failed', error: mistakesIn('user: 1\nx: 2\n') })
    expect(annotations.at(-1)).toEqual([
      'failed',
      'The configuration (.github/freescout.yml) has 1 mistake; nothing was written.',
    ])
  })

  it('tell of a configuration that is missing in one message', async () => {
    const error = new ConfigError(['There is no configuration.'], { source: 'x.yml' })
    const { annotations } = await told({ result: 'failed', error })
    expect(annotations).toEqual([['failed', 'There is no configuration.']])
  })
})

describe('The job summary', () => {
  it('is written', async () => {
    expect((await told({ ticket, issue })).summary).toContain('### A new issue was created and linked')
  })

  it('that can’t be written is said in the log, and is no failure', async () => {
    const { annotations, lines, outputs } = await told({}, { summaryFails: true })
    expect(lines).toEqual(['There is no job summary: No space left on device'])
    expect(annotations).toEqual([])
    expect(outputs.result).toBe('created')
  })
})

describe('The log', () => {
  const lines: string[] = []
  const core = {
    info: (line: string) => void lines.push(line),
    startGroup: (name: string) => void lines.push(`▼ ${name}`),
    endGroup: () => void lines.push('▲'),
  } as unknown as Reporter

  it('folds details up under their line; a line without any stands alone', () => {
    const log = logTo(core)
    log('Found 2 to look at.', ['ticket 12 should have an issue', 'ticket 13 was closed'])
    log('Found 0 to look at.', [])
    log('Ticket 12: created')
    expect(lines).toEqual([
      '▼ Found 2 to look at.',
      'ticket 12 should have an issue',
      'ticket 13 was closed',
      '▲',
      'Found 0 to look at.',
      'Ticket 12: created',
    ])
  })
})

describe('A command to the runner', () => {
  /** What the runner would take for a command, in a line of a log: `::` at its start or `##[` anywhere in it. */
  const COMMAND = /^[\s\u0085]*::|##\[/m
  const hostile = [
    '::error::forged',
    '  ::set-output name=issue-url::https://evil.example',
    'a tag: ##[set-output name=issue-url]https://evil.example',
    '####[stop-commands]x',
    'a line\n::stop-commands::x',
    'a line\r::add-mask::x',
    '\u200B::warning::x',
    ':\u200D:warning::x',
    '#\u200B#\uFEFF[add-mask]x',
    '\u0085::debug::x',
  ]

  it.each(hostile)(
    'a command to the runner is no command in a line, a group and a detail of the log: %j',
    text => {
      const lines: string[] = []
      const say = (line: string) => void lines.push(line)
      const log = logTo({ info: say, startGroup: say, endGroup: () => {} } as unknown as Reporter)
      log(text)
      log(text, [text, text])
      expect(lines).toHaveLength(4)
      for (const line of lines) {
        expect(line).not.toMatch(COMMAND)
        expect(line).not.toMatch(/[\r\n\p{Cf}]/u)
      }
    },
  )

  it.each(hostile)('a command to the runner is no command in a warning and an error: %j', async text => {
    const { annotations, debug } = await told({ result: 'failed', warnings: [text], error: new Error(text) })
    expect(annotations).toHaveLength(2)
    for (const said of [...annotations.flat(), ...debug]) {
      expect(said).not.toMatch(COMMAND)
      expect(said).not.toMatch(/\r|\p{Cf}/u)
    }
  })

  it('a command to the runner is no command where the job summary can’t be written', async () => {
    const { lines } = await told({}, { summaryFails: true, reason: 'a\n::error::x ##[error]y' })
    expect(lines).toEqual(['There is no job summary: a ::error::x ## [error]y'])
  })
})
