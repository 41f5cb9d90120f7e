import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkConfig } from '../../scripts/check-config.ts'
import { parseConfig } from '../../src/config/load.ts'

const ROOT = join(import.meta.dirname, '../..')

let folder: string
const pages: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-command-'))
})
afterAll(async () => {
  for (const used of [folder, ...pages.map(page => dirname(page))]) await rm(used, { recursive: true })
})

/** Checks a configuration. Returns what the command prints, the page that it writes, and the file's path. */
async function check(yaml: string) {
  const file = join(folder, 'freescout.yml')
  await writeFile(file, yaml)
  const lines: string[] = []
  const isRight = await checkConfig([file], line => lines.push(line))
  const output = lines.join('\n')
  const path = /^As a page: (.+)$/m.exec(output)?.[1] ?? ''
  pages.push(path)
  return { isRight, output, page: await readFile(path, 'utf8'), file }
}

const WRONG = 'mailboxs: [a@b.cd]\nuser: bot@b.cd\nticket: { mailbox: a@b.cd }\ntexts: { "<b>": 1 }\n'

describe('npm run config', () => {
  it('prints every mistake as the action does, with line, column and what was meant', async () => {
    const { isRight, output, file } = await check(WRONG)
    expect(isRight).toBe(false)
    expect(output).toContain(`${file}:1:1 `)
    expect(output).toContain('did you mean "mailboxes"?')
    expect(() => parseConfig(WRONG, { source: file })).toThrow(output.split('\n\n')[0])
    expect(output).toContain('\n\n3 mistakes.\n')
  })

  it('writes a page with each mistake at its line, and shows the text of the file as text', async () => {
    const { page } = await check(WRONG)
    expect(page).toMatch(
      /<li class="wrong"><span>mailboxs: \[a@b\.cd]<\/span><strong>1:1 .*&quot;mailboxes&quot;\?/,
    )
    expect(page).toContain('<li><span>user: bot@b.cd</span></li>')
    expect(page).not.toContain('<b>')
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  })

  it('says what the delivered configuration means, in the output and on the page', async () => {
    const { isRight, output, page, file } = await check(
      await readFile(join(ROOT, '.github/freescout.yml'), 'utf8'),
    )
    expect(isRight).toBe(true)
    expect(output).toContain(`Nothing is wrong in ${file}. It means:`)
    for (const sentence of [
      'Only tickets in support@example.org do.',
      'A ticket gets an issue when it has the tag bug, feature_request or auto:status.',
      'The issue is in the repository with the workflow.',
      'customer-reported: the issue gets a ticket.',
      'The ticket is tagged bug and regression.',
      'bot@example.org signs the notes.',
      'When it would create more than 20, it creates none',
    ]) {
      expect(output).toContain(sentence)
      expect(page).toContain(sentence)
    }
  })

  it.each([
    ['user: 7', 'None do, because mailboxes lists no mailbox.'],
    ['user: 7', 'None do, because there is no section ticket.'],
    ['user: 7', 'customer-reported: nothing is created without the section ticket.'],
    ['user: 7\nlabels: {}', 'No label does anything.'],
    ['user: 7\nrelay: { to-issue: off }', "Notes are not sent to the ticket's issue"],
    ['user: 7\nmailboxes: [a@b.cd]\ncriteria: { tags: [] }', 'No ticket gets an issue, because'],
    [
      'user: 7\nmailboxes: [a@b.cd]\ncriteria: { tags: [bug], keywords: { mode: require, words: [crash, down] } }',
      'when it has the tag bug, and a keyword (crash or down).',
    ],
    [
      'user: 7\nmailboxes: [a@b.cd]\nissue: { routes: [{ when: { tag: bill, field: a=b }, repository: o/bill }] }',
      'With the tag bill and a=b, the issue is in o/bill.\n- Every other issue is in the repository with',
    ],
  ])('says what %j means: %s', async (yaml, sentence) => {
    expect((await check(yaml)).output).toContain(sentence)
  })

  it('ends with 1 after mistakes and after a wrong call, and says how it is used', async () => {
    const run = (...args: string[]) =>
      promisify(execFile)('npm', ['run', '--silent', 'config', '--', ...args], { cwd: ROOT })
    const { file, page } = await check('usr: 7')
    expect(page).toContain('usr')
    const failed = await run(file).catch(error => error)
    expect(failed).toMatchObject({ code: 1, stdout: expect.stringContaining(`${file}:1:1 `) })
    pages.push(/^As a page: (.+)$/m.exec(failed.stdout)?.[1] ?? '')
    await expect(run('none.yml')).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'config: There is no file none.yml.\n',
    })
    expect((await run('--help')).stdout).toContain(
      'npm run config -- ../your-repository/.github/freescout.yml',
    )
  })
})
