import type { BlockContent, Blockquote, Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import type { LeftOut, MailOptions } from '../mail/steps.ts'
import type { Thread } from '../model.ts'
import type { TextName, Texts } from '../texts/catalogue.ts'
import { attempt, type GaveUp, gaveUp, rendered } from './attempt.ts'
import { cutTree } from './cut.ts'
import { paragraph, remark, textNode } from './elements.ts'
import type { LinkPolicy } from './links.ts'
import { htmlToBlocks } from './markdown.ts'
import { isVisible } from './plain.ts'
import { plainSentence } from './sentences.ts'

/** GitHub's limit for an issue's body, in characters. */
export const BODY_LIMIT = 65_536
/** A picture, as `safeTree` names it. */
const PICTURE = /\[image(?:: [^\]\n]{1,200})?\]/g
/** How often to shorten a message before giving up. */
const MAX_ROUNDS = 24

/** How a message is quoted. `write` writes the whole body with the given blocks in the message's place. */
type Quoting = {
  policy: LinkPolicy
  mail: MailOptions
  texts: Texts
  write: (message: BlockContent[]) => string
}

/** The blocks that stand for the message, what they leave out, and why they don't quote it. */
type QuotedMessage = { blocks: BlockContent[]; leftOut?: LeftOut[]; failure?: GaveUp }

/** Quotes the customer's message, as much of it as fits into the body that `write` writes. */
export function quoteMessage(
  thread: Thread | undefined,
  { policy, mail, texts, write }: Quoting,
): QuotedMessage {
  if (!thread) return { blocks: [remark(texts['message-none'])] }
  const message = htmlToBlocks(thread.body, policy, mail)
  if (message.kind === 'gave-up') return notShown(message, texts)
  const { leftOut } = message.value
  const { text: hasText, pictures } = shownIn(message.value.blocks)
  const missing = hasText
    ? []
    : [remark(texts[nameOfMissing({ pictures, files: thread.attachments.length > 0 })])]
  if (!hasText && !pictures) return { blocks: missing, leftOut }
  const quote: Blockquote = { type: 'blockquote', children: message.value.blocks as BlockContent[] }
  const first = paragraph({ type: 'strong', children: [textNode(introduction(thread.createdAt, texts))] })
  const ending = remark(texts['message-cut'])
  // Nobody knows how much longer the Markdown is than its text. Two or three rounds find a quote that fits.
  for (let round = 0, room = BODY_LIMIT; round < MAX_ROUNDS; round++) {
    const { node, whole } = cutTree(quote, room)
    if (node.children.length === 0) break
    const blocks = [...missing, first, node, ...(whole && !message.value.cut ? [] : [ending])]
    const written = attempt(() => rendered(write(blocks)))
    if (written.kind === 'gave-up' && written.reason !== 'too-deep') return notShown(written, texts)
    // A quote that is nested too deeply can't be written, so it has no length. Half of it may be less deep.
    const length = written.kind === 'rendered' ? written.value.length : 2 * BODY_LIMIT
    if (length <= BODY_LIMIT) return { blocks, leftOut }
    const least = round < MAX_ROUNDS / 2 ? 0.9 : 0.5
    room = Math.floor(room * Math.min(least, (0.98 * BODY_LIMIT) / length))
  }
  return { blocks: [remark(texts['message-too-long'])], failure: gaveUp('too-long') }
}

function notShown(failure: GaveUp, texts: Texts): QuotedMessage {
  return { blocks: [remark(texts['message-unreadable'])], failure }
}

/** What a message shows: something to read, or the names of pictures. */
function shownIn(blocks: Nodes[]): { text: boolean; pictures: boolean } {
  let all = ''
  for (const block of blocks) {
    visit(block, node => {
      if ('value' in node) all += `${node.value} `
    })
  }
  const words = all.replace(PICTURE, '')
  return { text: isVisible(words), pictures: words !== all }
}

/** The text that says that a message has no words, and where to look instead. */
function nameOfMissing({ pictures, files }: { pictures: boolean; files: boolean }): TextName {
  if (files) return pictures ? 'message-of-pictures-and-files' : 'message-of-files'
  return pictures ? 'message-of-pictures' : 'message-empty'
}

/** Who wrote and when. The time is left out when it is not in FreeScout's format. */
function introduction(iso: string, texts: Texts): string {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d)?Z$/.exec(iso) ?? []
  return date ? plainSentence(texts, 'customer-wrote', { date, time }) : texts['customer-wrote-undated']
}
