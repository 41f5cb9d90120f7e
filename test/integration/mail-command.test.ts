import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { showMail } from '../../scripts/mail.ts'
import { MAILS } from '../support/mails.ts'

const ROOT = join(import.meta.dirname, '../..')

let folder: string
const pages: string[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mail-command-'))
})
afterAll(async () => {
  for (const used of [folder, ...pages.map(page => dirname(page))]) await rm(used, { recursive: true })
})

/** Runs the command on a mail. Returns what it prints, and the page that it writes. */
async function show(...args: string[]): Promise<{ output: string; page: string }> {
  const lines: string[] = []
  await showMail(args, line => lines.push(line))
  const output = lines.join('\n')
  const path = /^As GitHub shows it: (.+)$/m.exec(output)?.[1] ?? ''
  pages.push(path)
  return { output, page: await readFile(path, 'utf8') }
}

async function mailFile(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

test('A mail is shown as its Markdown and as a page, with what was left out and why', async () => {
  const file = await mailFile(
    'a.html',
    '<p>It <b>fails</b>.</p><p style="display:none">secret &lt;order&gt;</p>',
  )
  const { output, page } = await show(file, '--subject', 'Cart <x>')
  expect(output).toMatch(/^Title: Cart <x>\n\n\[FreeScout ticket #1\]/)
  expect(output).toContain('> It **fails**.\n')
  expect(output).toContain('Left out:\n- hidden (display: none): secret <order>')
  expect(page).toContain('<p>It <strong>fails</strong>.</p>')
  expect(page).toContain('<tr><td>hidden (display: none)</td><td>secret &lt;order&gt;</td></tr>')
  expect(page).toContain('<h1>Cart &lt;x&gt;</h1>')
})

test('The page keeps the lines of code in a list', async () => {
  const { page } = await show(join(MAILS, 'alert-list-in-cell.html'))
  expect(page).toContain('<pre><code>TypeError: x | y\n  at pay (cart.js:7)\n</code></pre>')
})

test('The page runs nothing and loads nothing, whatever the mail holds', async () => {
  const { page } = await show(join(MAILS, 'hostile-orders.html'), '--subject', '<script>alert(1)</script>')
  expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
  expect(page).not.toMatch(/<(?:script|img|iframe|b>\*)/)
})

test('Plain text is read as FreeScout stores it', async () => {
  const { output } = await show(await mailFile('a.txt', 'if a < b\r\nthen stop'))
  expect(output).toContain('> if a < b\\\n> then stop')
})

test('The customer is redacted or named, as the configuration would', async () => {
  const file = await mailFile('b.html', '<p>I am Jo Marsh, jo@x.example.</p>')
  const customer = ['--customer', 'Jo Marsh <jo@x.example>']
  expect((await show(file, ...customer)).output).toContain('> I am \\[redacted], \\[redacted].')
  expect((await show(file, ...customer, '--name-customer')).output).toContain('> I am Jo Marsh, ')
})

test('A mistake in the call is said in one line, with what to do', async () => {
  const binary = await mailFile('c.html', 'a\0b')
  const whole = await mailFile('d.html', 'From: a@x.example\nTo: b@x.example\nMIME-Version: 1.0\n\n<p>x</p>')
  const mistakes: [args: string[], message: RegExp][] = [
    [[], /^Which mail\? Give a file: npm run mail -- mail\.html$/],
    [['a.html', 'b.html'], /^One file at a time/],
    [[join(folder, 'none.html')], /^There is no file .+none\.html\.$/],
    [[folder], / is a folder\. Give one file in it\.$/],
    [[binary], /c\.html is not a text\./],
    [[whole], /d\.html is a whole mail with its headers\. Save only the text\/html part of it/],
    [['--colour', 'a.html'], /^Unknown option '--colour'/],
    [['a.html', '--customer', 'Jo'], /^--customer needs a name and an address/],
  ]
  for (const [args, message] of mistakes) await expect(showMail(args, () => {})).rejects.toThrow(message)
})

test('The command ends with 1 and one line after a mistake', async () => {
  const run = promisify(execFile)('npm', ['run', '--silent', 'mail', '--', 'none.html'], { cwd: ROOT })
  await expect(run).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'mail: There is no file none.html.\n',
  })
})

test('The command says how it is used', async () => {
  const lines: string[] = []
  await showMail(['--help'], line => lines.push(line))
  expect(lines.join('\n')).toContain('npm run mail -- mail.html')
})
