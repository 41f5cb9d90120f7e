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
  const withoutComments = template.replace(/<!--[\s\S]*?-->/g, '')
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
  const wrong = paragraphsOf(template).find(isHtmlOrCode)
  return wrong
    ? `no placeholder in HTML or code: ${placeholdersIn(wrong)
        .map(name => `{${name}}`)
        .join(', ')}`
    : undefined
}

/** The paragraphs that have placeholders. A code block is one paragraph, blank lines included. */
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
  return [...paragraphs, lines.join('\n')].filter(paragraph => placeholdersIn(paragraph).length > 0)
}

function isHtmlOrCode(paragraph: string): boolean {
  return (
    /<[a-z/!?]/i.test(paragraph) || /^\s*(?:`{3,}|~{3,})/m.test(paragraph) || /^(?: {4}|\t)/m.test(paragraph)
  )
}
