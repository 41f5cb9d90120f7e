import { issueMarker, readIssueMarker } from '../marks.ts'
import { placeholdersIn } from '../texts/template.ts'

/** Placeholders that stand for whole paragraphs. */
const BLOCKS = ['facts', 'message', 'attachments']

/** A ticket to try the marker with. */
const SOME_TICKET = { id: 1, url: 'https://freescout.example.org/conversation/1' }

/**
 * What is wrong with the template `issue.body`, as a phrase after "expected"; `undefined` when nothing is. The values of a
 * ticket are safe in Markdown. In HTML or in code they may not be, so no placeholder may stand there.
 */
export function mistakeInBody(template: string): string | undefined {
  const marker = issueMarker(SOME_TICKET)
  const withoutComments = template.replace(COMMENT, '')
  const isMarkerRead = readIssueMarker(`${template}\n\n${marker}`)?.url === SOME_TICKET.url
  if (!isMarkerRead || withoutComments.includes('<!--'))
    return 'a template whose code blocks and comments end, or the mark at the end of the issue would be lost'
  if (/freescout-autolink/i.test(template))
    return 'a template without "freescout-autolink", which is kept for marks'
  const crowded = template
    .split('\n')
    .map(line => line.trim())
    .flatMap(line => placeholdersIn(line).filter(name => BLOCKS.includes(name) && line !== `{${name}}`))
  if (crowded[0]) return `{${crowded[0]}} on its own line`
  const paragraphs = paragraphsOf(template)
  if (paragraphs.some(keepsHtmlOpen))
    return 'a template in which <pre>, <script>, <style> and <textarea> end before a blank line, without "<?" and "<!" but for comments'
  const wrong = [...(template.match(COMMENT) ?? []), ...paragraphs]
    .filter(paragraph => placeholdersIn(paragraph).length > 0)
    .flatMap(paragraph =>
      WRONG_PLACES.filter(({ holds }) => holds(paragraph)).map(({ place }) => ({ place, paragraph })),
    )
  return (
    wrong[0] &&
    `no placeholder in ${wrong[0].place}: ${placeholdersIn(wrong[0].paragraph)
      .map(name => `{${name}}`)
      .join(', ')}`
  )
}

const COMMENT = /<!--[\s\S]*?-->/g

/** Where no value is safe. `holds` looks at a paragraph that has a placeholder. */
const WRONG_PLACES: { place: string; holds: (paragraph: string) => boolean }[] = [
  { place: 'HTML or code', holds: isHtmlOrCode },
  { place: 'HTML or code', holds: isBesideOpenCode },
  { place: 'the address of a link', holds: isInAddress },
  { place: 'a formula', holds: paragraph => (paragraph.match(/\$/g) ?? []).length > 1 },
]

/** The paragraphs of a template. A code block is one paragraph, blank lines included. */
function paragraphsOf(template: string): string[] {
  const paragraphs: string[] = []
  let fence: string | undefined
  let lines: string[] = []
  for (const line of template.split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    if (line.trim() === '' && fence === undefined) {
      paragraphs.push(lines.join('\n'))
      lines = []
      continue
    }
    lines.push(line)
    if (fence === undefined) fence = mark
    else if (mark?.startsWith(fence)) fence = undefined
  }
  return [...paragraphs, lines.join('\n')]
}

function isHtmlOrCode(paragraph: string): boolean {
  return (
    /<[a-z/!?]/i.test(paragraph) || /^\s*(?:`{3,}|~{3,})/m.test(paragraph) || /^(?: {4}|\t)/m.test(paragraph)
  )
}

/** Code between backticks, as Markdown reads it: the first run of the same length ends it. */
const CODE_SPAN = /(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g

/** Whether a value could end code, or begin code together with a backtick that nothing closes. */
function isBesideOpenCode(paragraph: string): boolean {
  const rest = paragraph.replace(CODE_SPAN, code => (placeholdersIn(code).length > 0 ? code : ''))
  return rest.includes('`')
}

/** A URL up to a placeholder, the address of a link, and the definition of one. A footnote may hold a value. */
const ADDRESS = /(?:\]\(\s*|:\/\/|www\.|mailto:)\S*\{[a-z]|^[\s>*+\-\d.)]*\[(?!\^[^\]\s])[^\]]*\]:/im

function isInAddress(paragraph: string): boolean {
  return ADDRESS.test(paragraph)
}

/** Elements whose HTML goes on behind a blank line, where a value may stand. */
const RAW = /<(?:pre|script|style|textarea)(?=[\s>])[\s\S]*?<\/(?:pre|script|style|textarea)>/gi

function keepsHtmlOpen(paragraph: string): boolean {
  if (/^\s*(?:`{3,}|~{3,})/m.test(paragraph)) return false
  return /<(?:pre|script|style|textarea)(?=[\s>]|$)|<\?|<!(?!--)/im.test(
    paragraph.replace(CODE_SPAN, '').replace(RAW, ''),
  )
}
