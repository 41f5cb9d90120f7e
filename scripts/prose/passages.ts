/*
 * Finds the prose in a file: pages in Markdown, descriptions and comments in YAML, and the messages in TypeScript.
 */
import type { Nodes, Paragraph } from 'mdast'
import { toNlcst } from 'mdast-util-to-nlcst'
import type { Root as Prose, Sentence as SentenceNode } from 'nlcst'
import { toString as textOf } from 'nlcst-to-string'
import { ParseEnglish } from 'parse-english'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import retextRepeatedWords from 'retext-repeated-words'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { LineCounter, parseDocument, visit as visitYaml } from 'yaml'
import { literalsOf } from './literals.ts'

/** A sentence with the line where it begins. `text` has `…` for code; `words` counts each piece of code as one. */
export type Sentence = { line: number; text: string; words: number; repeated: string[] }

/** A heading, a paragraph, or the cell of a table. */
export type Passage = { kind: 'heading' | 'paragraph' | 'cell'; line: number; sentences: Sentence[] }

const KINDS: Record<string, Passage['kind']> = {
  heading: 'heading',
  paragraph: 'paragraph',
  tableCell: 'cell',
}
const GENERATED = /^<!-- (\w+): npm run \w+ -->$[\s\S]*?^<!-- end of \1 -->$/gm
/** A message: some words, and a full stop at the end or before the next sentence. */
const MESSAGE = /^(?=(?:\S+\s+){2})["A-Z…].*\.(?:$|\s+["A-Z…])|^[a-z].*\. [A-Z]/s

/** The passages of a file, in their order. The end of its name says what it is. */
export function passagesOf(file: string, text: string): Passage[] {
  if (file.endsWith('.md')) return inMarkdown(text)
  if (file.endsWith('.ts')) return inMessages(text)
  return [...inDescriptions(text), ...inComments(text)].toSorted((a, b) => a.line - b.line)
}

/** The passages of a page. Blocks of code and parts that `npm run docs` and others write are left out. */
function inMarkdown(markdown: string, startLine = 1): Passage[] {
  const text = markdown.replace(GENERATED, part => part.replace(/[^\n]/g, ''))
  const file = new VFile(text)
  const passages: Passage[] = []
  visit(unified().use(remarkParse).use(remarkGfm).parse(file) as Nodes, node => {
    const kind = KINDS[node.type]
    if (!kind) return undefined
    // A cell is read as a paragraph, because toNlcst leaves tables out.
    const tree = toNlcst({ ...node, type: 'paragraph' } as Paragraph, file, ParseEnglish) as Prose
    const offset = startLine - 1
    const sentences = sentencesOf(tree, file).map(one => ({ ...one, line: one.line + offset }))
    passages.push({ kind, line: (node.position?.start.line ?? 1) + offset, sentences })
    return SKIP
  })
  return passages
}

function sentencesOf(tree: Prose, file: VFile): Sentence[] {
  const sentences: Sentence[] = []
  visit(tree, 'SentenceNode', (node: SentenceNode) => {
    const words = node.children.filter(({ type }) => type === 'WordNode' || type === 'SourceNode').length
    const text = node.children.map(child => (child.type === 'SourceNode' ? '…' : textOf(child))).join('')
    const line = node.children.find(({ position }) => position)?.position?.start.line ?? 1
    if (words) sentences.push({ line, text: text.replace(/\s+/g, ' ').trim(), words, repeated: [] })
    return SKIP
  })
  const before = file.messages.length
  retextRepeatedWords()(tree, file)
  for (const { actual, line } of file.messages.slice(before))
    sentences.findLast(sentence => sentence.line <= (line ?? 1))?.repeated.push(actual ?? '')
  return sentences
}

/** The values of the keys `description`, each with the line where it begins. */
function inDescriptions(text: string): Passage[] {
  const lines = new LineCounter()
  const passages: Passage[] = []
  visitYaml(parseDocument(text, { lineCounter: lines }), {
    Pair(_, { key, value }) {
      const at = value as { value?: unknown; range?: number[] } | null
      if ((key as { value?: unknown }).value !== 'description' || typeof at?.value !== 'string') return
      passages.push(...onOneLine(at.value, lines.linePos(at.range?.[0] ?? 0).line))
    },
  })
  return passages
}

/** The comments of a file in YAML. Lines of comment below each other are one text. */
function inComments(text: string): Passage[] {
  const lines = text
    .split('\n')
    .map(line => /(?:^|\s)# (?!zizmor|yaml-language|- |\w+: |v\d)(.*?)(?: # zizmor.*)?$/.exec(line)?.[1])
  return lines.flatMap((comment, index) => {
    if (comment === undefined || lines[index - 1] !== undefined) return []
    const end = lines.findIndex((line, at) => at > index && line === undefined)
    return inMarkdown(lines.slice(index, end < 0 ? lines.length : end).join('\n'), index + 1)
  })
}

/** The messages of a source file: texts that are sentences, or parts of an error. */
function inMessages(source: string): Passage[] {
  return literalsOf(source)
    .filter(
      ({ text, property = '' }) =>
        ['happened', 'todo', 'description'].includes(property) || MESSAGE.test(text),
    )
    .flatMap(({ text, line }) => onOneLine(text.replaceAll('…', '`x`'), line))
}

function onOneLine(text: string, line: number): Passage[] {
  return inMarkdown(text.replace(/\s+/g, ' ')).map(passage => ({
    ...passage,
    line,
    sentences: passage.sentences.map(sentence => ({ ...sentence, line })),
  }))
}
