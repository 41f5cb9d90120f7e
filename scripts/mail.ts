/*
 * `npm run mail -- mail.html` shows a mail as the issue that it would become: its title and Markdown, what was left out
 * and why, and a page with the issue as GitHub shows it. mail-page.ts writes that page.
 */
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Person, Ticket } from '../src/model.ts'
import { type IssueInput, renderIssue } from '../src/render/issue.ts'
import { ENGLISH } from '../src/texts/english.ts'
import { DEFAULT_BODY } from '../src/texts/template.ts'
import { readText, runCommand, UsageError } from './command-line.ts'
import { mailPage } from './mail-page.ts'

const USAGE = `Shows a mail as the issue that it would become. Nothing is sent anywhere.

  npm run mail -- mail.html                     a message's HTML, as FreeScout's API gives it
  npm run mail -- mail.txt                      a mail of plain text
  npm run mail -- mail.html --subject "Fwd: …"  the ticket's subject; it tells a forward from a reply
  npm run mail -- mail.html --customer "Erika Mustermann <erika@customer.example>"
                                                the ticket's customer, whose name and address are redacted
  npm run mail -- mail.html --name-customer     as with issue.customer: true, so nothing is redacted
  npm run mail -- mail.html --signature keep    as with issue.signature: fold (the default), keep or drop
  npm run mail -- --help                        this

docs/mails.md says how to take a message out of FreeScout. The page with the issue is written to a new folder
for temporary files.`

/** A mail's longest part that is quoted in the list of what was left out. */
const MAX_QUOTE = 120

type Wanted = Pick<IssueInput, 'includeCustomer' | 'signature'> & {
  file: string
  subject: string
  customer: Person
}

/**
 * Does what the command's arguments say. `print` gets each line of the result.
 * @throws {UsageError} when the arguments or the file are not right.
 */
export async function showMail(args: string[], print: (line: string) => void): Promise<void> {
  const wanted = readArguments(args)
  if (!wanted) return print(USAGE)
  const html = asStored(wanted.file, await readMail(wanted.file))
  const issue = renderIssue({
    ticket: ticketOf(html, wanted),
    ticketUrl: 'https://freescout.example/conversation/1',
    freescoutUrl: 'https://freescout.example',
    mailboxEmail: 'support@freescout.example',
    content: 'full',
    title: '{subject}',
    body: DEFAULT_BODY,
    includeCustomer: wanted.includeCustomer,
    signature: wanted.signature,
    fields: [],
    serverUrl: 'https://github.com',
    texts: ENGLISH,
  })
  const folder = await mkdtemp(join(tmpdir(), 'freescout-mail-'))
  const page = join(folder, `${basename(wanted.file, extname(wanted.file))}.issue.html`)
  await writeFile(page, mailPage(issue))

  print(`Title: ${issue.title}\n`)
  print(issue.body)
  print('\nLeft out:')
  for (const { rule, text } of issue.leftOut) print(`- ${rule}: ${shortened(text)}`)
  if (issue.leftOut.length === 0) print('- nothing')
  for (const warning of issue.warnings) print(`! ${warning}`)
  print(`\nAs GitHub shows it: ${page}`)
}

function readArguments(args: string[]): Wanted | undefined {
  const { values, positionals } = parsed(args)
  if (values.help) return undefined
  const [file, ...more] = positionals
  if (file === undefined) throw new UsageError('Which mail? Give a file: npm run mail -- mail.html')
  if (more.length > 0) throw new UsageError(`One file at a time, please: ${positionals.join(' ')}`)
  return {
    file,
    subject: values.subject,
    customer: readCustomer(values.customer),
    includeCustomer: values['name-customer'],
    signature: readSignature(values.signature),
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        subject: { type: 'string', default: 'A mail' },
        customer: { type: 'string', default: 'Erika Mustermann <erika.mustermann@customer.example>' },
        signature: { type: 'string', default: 'fold' },
        'name-customer': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
  } catch (error) {
    throw new UsageError(`${(error as Error).message} See: npm run mail -- --help`)
  }
}

function readSignature(written: string): Wanted['signature'] {
  if (written === 'fold' || written === 'keep' || written === 'drop') return written
  throw new UsageError(`--signature is fold, keep or drop, not ${written}.`)
}

/** Reads `First Last <address>`. */
function readCustomer(written: string): Person {
  const found = /^\s*([^<>]*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(written)
  if (!found) {
    throw new UsageError(
      `--customer needs a name and an address, as in "Erika Mustermann <erika@customer.example>".`,
    )
  }
  const [firstName = '', ...rest] = (found[1] ?? '').split(/\s+/)
  return { id: 1, type: 'customer', firstName, lastName: rest.join(' '), email: found[2] ?? '' }
}

/** The text of a mail. @throws {UsageError} with the reason when there is none. */
async function readMail(file: string): Promise<string> {
  const text = await readText(file)
  if (text.includes('\0')) throw new UsageError(`${file} is not a text. Save the mail as HTML or plain text.`)
  return text
}

/** A mail's text as FreeScout stores it: it escapes plain text, and puts a `<br />` before each line break. */
function asStored(file: string, text: string): string {
  if (
    /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3}/.test(text) &&
    /^(?:mime-version|received|return-path):/im.test(text)
  ) {
    throw new UsageError(
      `${file} is a whole mail with its headers. Save only the text/html part of it, as mail.html.`,
    )
  }
  if (extname(file) !== '.txt') return text
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return escaped.replace(/\r?\n/g, '<br />\n')
}

function ticketOf(body: string, { subject, customer }: Wanted): Ticket {
  const createdAt = `${new Date().toISOString().slice(0, 19)}Z`
  return {
    id: 1,
    number: 1,
    subject,
    status: 'active',
    state: 'published',
    mailboxId: 1,
    createdAt,
    closedAt: null,
    closedBy: null,
    updatedAt: createdAt,
    preview: '',
    createdBy: customer,
    customer,
    source: { type: 'email', via: 'customer' },
    tags: [],
    fields: [],
    threads: [
      {
        id: 1,
        type: 'customer',
        state: 'published',
        body,
        action: '',
        createdBy: customer,
        createdAt,
        attachments: [],
      },
    ],
  }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > MAX_QUOTE ? `${line.slice(0, MAX_QUOTE)}…` : line
}

if (import.meta.main) await runCommand('mail', showMail)
