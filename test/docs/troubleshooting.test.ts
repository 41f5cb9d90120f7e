import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Literal, literalsOf } from '../../scripts/prose/literals.ts'
import { HEADINGS, helpForError, helpForWarning } from '../../src/troubleshooting.ts'
import { anchorsOf } from '../support/docs/anchors.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** Files whose sentences are no messages of a run, and where they are explained instead. */
const ELSEWHERE = [
  /^src\/config\/(?!load\.ts)/, // descriptions, and mistakes of one form: configuration.md
  /^src\/doctor\/(?!doctor\.ts)/, // findings: each says itself what to do
  /^receiver\/check.*\.ts$/, // the same, for --check
  /^src\/(?:mail|render|texts)\//, // texts that are put on an issue or a ticket, or that stand in a mail
  /^src\/(?:summary|wording)\.ts$/, // what was done, and not a message
  /^src\/demand-(?:report|table)\.ts$/, // the report, and what its parts are
  /^receiver\/badge/,
]

/** Sentences that only the log tells, to those who follow a run, or that stand on a ticket or an issue. */
const NOT_MESSAGES = [
  /^… Looking at both sides again\.$/,
  /^Another run made /,
  /^Only … requests are left/,
  /^Found … to look at/,
  /^Listing tickets and issues/,
  /^The sweep may create more than max-new/,
  /^Held back: /,
  /^The flag … is off\./,
  /^Nothing was done, because the flag … is off\./,
  /^Ticket … is seconds old/,
  /^Duplicate of …/,
  /^There is no job summary/,
  /^A note holds keys of /, // a mistake of a programmer
  /^The token is not for ….$/, // the cause of another message
  /^…: could not …. …$/, // the frame of every service's error
  /^There are no more answers: /,
  /^…, made by another run at the same time/,
  /^The table in the job summary lists them/, // the second part of "This sweep would create …"
  /^Add … to the default branch, or name another file/, // the second line of "There is no configuration"
]

/** A sentence: some words, and a full stop at the end or before the next one. */
const SENTENCE = /^(?=(?:\S+\s+){2})["A-Z…].*\.(?:$|\s+["A-Z…])|^[a-z].*\. [A-Z]/s

const page = await readFile(join(ROOT, 'docs', 'troubleshooting.md'), 'utf8')
const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, heading = '']) => heading)
const spans = [...page.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span)

async function sources(): Promise<(Literal & { file: string })[]> {
  const folders = await Promise.all(
    ['src', 'receiver'].map(async folder => {
      const names = await readdir(join(ROOT, folder), { recursive: true })
      return names.filter(name => name.endsWith('.ts')).map(name => `${folder}/${name}`)
    }),
  )
  const files = await Promise.all(
    folders.flat().map(async file => ({ file, text: await readFile(join(ROOT, file), 'utf8') })),
  )
  return files.flatMap(({ file, text }) => literalsOf(text).map(literal => ({ ...literal, file })))
}

const literals = await sources()

/** A message as far as its first sentence goes, in the spelling of a heading. */
function firstSentence(text: string): string {
  return (/^.*?[^.]\.(?=\s["A-Z…]|$)/s.exec(text)?.[0] ?? text).trim()
}

/** Holes side by side are one, and white space is one space. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/…+/g, '…').trim()
}

describe('Every heading of the troubleshooting page is in the sources:', () => {
  const told = literals.map(({ text }) => plain(text))
  it.each(headings.filter(heading => !heading.includes('`')))(
    'a heading of the troubleshooting page is in the sources: %s',
    heading => {
      const parts = plain(heading)
        .split('…')
        .map(part => part.trim())
        .filter(part => part.length > 1)
      const source = told.find(text => parts.every(part => text.includes(part)))
      expect(source, 'No message of src/ or receiver/ has all its parts.').toBeDefined()
    },
  )
})

describe('Every reason among the headings is one of the receiver:', () => {
  const reasons = headings.flatMap(heading => /`([\w-]+)`/.exec(heading)?.[1] ?? [])
  it.each(reasons)('a reason among the headings is one of the receiver: %s', reason => {
    expect(literals.some(({ file, text }) => file.startsWith('receiver/') && text === reason)).toBe(true)
  })
})

describe('Every message of the sources is on the troubleshooting page:', () => {
  // An error says what happened and what to do. The page has a heading for the first and explains the second.
  const messages = literals.filter(
    ({ file, text, property }) =>
      (property === 'happened' || (SENTENCE.test(text) && property !== 'todo')) &&
      !ELSEWHERE.some(pattern => pattern.test(file)) &&
      !NOT_MESSAGES.some(pattern => pattern.test(text)),
  )
  const known = [...headings, ...spans].map(plain)

  it('the sources hold more than 60 messages', () => expect(messages.length).toBeGreaterThan(60))

  it.each(messages)(
    'a message of the sources is on the troubleshooting page: $file:$line $text',
    ({ text }) => {
      const [whole, first] = [plain(text), plain(firstSentence(text))]
      const isKnown = known.some(
        one => one === whole || one === first || (one.length > 40 && whole.startsWith(one)),
      )
      expect(isKnown, `Add the heading: ### ${firstSentence(text)}`).toBe(true)
    },
  )
})

/** The sections about messages of the action, which a job summary links to. The others are about the receiver. */
const SECTIONS_OF_ACTION = [
  'Inputs of the action',
  'Configuration',
  'FreeScout',
  'GitHub',
  'The link',
  "Texts that can't be shown",
  'Sweep and doctor',
  'The proxy of the action',
  'Relays',
]

describe('The links from job summaries to this page', () => {
  const anchors = anchorsOf(page)
  const anchorIn = (address: string | undefined) => address?.split('#')[1]

  it('the list of headings in src/troubleshooting.ts holds every heading about the action, and no other', () => {
    const sections = page
      .split(/^## /m)
      .filter(section => SECTIONS_OF_ACTION.includes(section.split('\n')[0] ?? ''))
    expect(sections).toHaveLength(SECTIONS_OF_ACTION.length)
    const ofAction = sections.flatMap(section =>
      [...section.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading),
    )
    expect(HEADINGS.toSorted(), 'Correct HEADINGS in src/troubleshooting.ts.').toEqual(ofAction.toSorted())
  })

  it.each(HEADINGS)('a message leads to an anchor of the page that exists: %s', heading => {
    const message = heading.replaceAll('…', 'x')
    const anchor = anchorIn(helpForWarning(message))
    expect(anchors).toContain(anchor)
    expect(anchorsOf(`### ${heading}`)).toEqual([anchor])
    expect(anchorIn(helpForError(new Error(`${message}: could not do it. Wait.`)))).toBe(anchor)
  })

  it('an error that has no heading leads to a section that exists', () => {
    expect(anchors).toContain(anchorIn(helpForError(new TypeError('x is not a function'))))
  })

  const failures = literals.filter(({ file, property }) => file.startsWith('src/') && property === 'happened')
  it('the sources hold more than 20 ways in which a service fails', () => {
    expect(failures.length).toBeGreaterThan(20)
  })

  it.each(failures)('a failure of a service leads to its own heading: $file:$line $text', ({ text }) => {
    const filled = `${text.replaceAll('…', '7')}: could not do it. Wait.`
    const anchor = anchorIn(helpForError(new Error(filled)))
    const heading = HEADINGS.find(one => anchor === anchorsOf(`### ${one}`)[0])
    expect(heading && plain(text).startsWith(plain(heading).split('…')[0] ?? '')).toBe(true)
  })
})
