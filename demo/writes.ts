import { fromHtml } from 'hast-util-from-html'
import { toText } from 'hast-util-to-text'
import type { DemoEvent } from './events.ts'

type Wrote = Extract<DemoEvent, { kind: 'wrote' }>
/** A write in the words of the timeline. */
export type WriteDescription = {
  who: 'Ticket' | 'Issue' | 'Field' | 'Note' | 'Tags' | 'Comment' | 'Label' | 'Write'
  what: string
  more: string[]
}

type Body = {
  name?: string
  title?: string
  subject?: string
  labels?: string[]
  body?: string
  text?: string
  tags?: string[]
  customFields?: { id: number; value: string }[]
  content?: string
}

/** Describes what a run's write did, from the request as the server saw it. */
export function describeWrite({ request, made }: Wrote): WriteDescription {
  const { method, path, status } = request
  const body = (typeof request.body === 'object' && request.body !== null ? request.body : {}) as Body
  const call = `${method} ${short(path)} → ${status}`
  if (status === 0) return { who: 'Write', what: `*no answer*: ${method} ${short(path)}`, more: [] }
  if (status >= 300) return { who: 'Write', what: `*refused*: ${call}`, more: [] }
  if (path.endsWith('/issues')) {
    return {
      who: 'Issue',
      what: `*#${made}* with the labels ${body.labels?.join(', ')}`,
      more: [call],
    }
  }
  if (path.endsWith('/conversations')) return { who: 'Ticket', what: `“${body.subject}”`, more: [call] }
  if (path.endsWith('/custom_fields')) {
    const [field] = body.customFields ?? []
    return { who: 'Field', what: `${field?.value}`, more: [call] }
  }
  if (path.endsWith('/threads')) return { who: 'Note', what: textOf(body.text ?? ''), more: [call] }
  if (path.endsWith('/tags')) return { who: 'Tags', what: `${body.tags?.join(', ')}`, more: [call] }
  if (path.endsWith('/comments')) {
    return { who: 'Comment', what: withoutLinks(body.body?.split('\n')[0] ?? ''), more: [call] }
  }
  if (path.endsWith('/labels')) {
    return {
      who: 'Label',
      what: body.name ? `created *${body.name}*` : `${body.labels?.join(', ')}`,
      more: [call],
    }
  }
  if (path.endsWith('/reactions')) {
    return { who: 'Comment', what: `shows ${REACTIONS[body.content ?? ''] ?? body.content}`, more: [call] }
  }
  return { who: 'Write', what: call, more: [] }
}

/** GitHub's names of the reactions that the product writes. */
const REACTIONS: Record<string, string> = { eyes: '👀', confused: '😕' }

/** A note's HTML as text on one line, as a person reads it. */
function textOf(html: string): string {
  return toText(fromHtml(html, { fragment: true }))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Markdown's links as their texts. */
function withoutLinks(markdown: string): string {
  return markdown.replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
}

/** `/repos/owner/name/issues` fits better as `/repos/…/issues`. */
function short(path: string): string {
  return path.replace(/^\/repos\/[^/]+\/[^/]+/, '/repos/…')
}
