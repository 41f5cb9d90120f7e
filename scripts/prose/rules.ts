/*
 * What plain prose is: short sentences and pages, known words, no word twice, and headings in sentence case.
 */
import type { Passage, Sentence } from './passages.ts'

/** A wording that is not used: a pattern, and what to write. See words.yml. */
export type Wording = { avoid: string; write: string; case?: boolean; bad: string; good: string }

/** How strict the rules are. See pages.yml. */
export type Limits = {
  sentence: number
  average: number
  averages: Record<string, number>
  length: number
  lengths: Record<string, number>
  names: string[]
}

/** What is wrong in a line, and what to do about it. */
export type Finding = { file: string; line: number; what: string; write: string }

type Found = Omit<Finding, 'file'>

/** All findings in a file, in the order of its lines. */
export function findingsIn(
  file: string,
  passages: Passage[],
  { limits, wordings }: { limits: Limits; wordings: Wording[] },
): Finding[] {
  const inSentences = passages.flatMap(({ kind, sentences }) =>
    sentences.flatMap(sentence => [
      ...wordingsIn(sentence, wordings),
      ...repetitionsIn(sentence),
      ...(kind === 'heading' ? [] : tooLong(sentence, limits.sentence)),
    ]),
  )
  const found = [
    ...inSentences,
    ...(file === 'docs/troubleshooting.md' ? [] : capitalsIn(passages, limits.names)),
    ...(file.endsWith('.md') ? wholePage(file, passages, limits) : []),
  ]
  return found.map(one => ({ file, ...one })).toSorted((a, b) => a.line - b.line)
}

/** Wordings in a sentence that have a better one. */
function wordingsIn({ text, line }: Sentence, wordings: Wording[]): Found[] {
  return wordings.flatMap(({ avoid, write, case: isExact }) =>
    [...text.matchAll(new RegExp(avoid, isExact ? 'g' : 'gi'))].map(([words]) => ({
      line,
      what: `"${words.replace(/^[, ]+/, '')}"`,
      write,
    })),
  )
}

function repetitionsIn({ repeated, line }: Sentence): Found[] {
  return repeated.map(words => ({ line, what: `"${words}"`, write: 'the word once' }))
}

function tooLong({ words, line, text }: Sentence, most: number): Found[] {
  if (words <= most) return []
  const start = text.split(' ').slice(0, 5).join(' ')
  return [{ line, what: `a sentence of ${words} words: "${start} …"`, write: `at most ${most} words` }]
}

/** Capitals in headings, after the first word of each sentence, that no name has. */
function capitalsIn(passages: Passage[], names: string[]): Found[] {
  const headings = passages.filter(({ kind }) => kind === 'heading').flatMap(({ sentences }) => sentences)
  return headings.flatMap(({ text, line }) =>
    text
      .replace(/^\d+\. /, '')
      .split(/[\s/–-]+/)
      .slice(1)
      .map(word => word.replace(/^[“"'([*]+|[”"')\],.:;?!*]+$|['’]s$/g, ''))
      .filter(word => /^\p{Lu}\p{Ll}+$/u.test(word) && !names.includes(word))
      .map(word => ({
        line,
        what: `"${word}" in a heading`,
        write: `${word.toLowerCase()}, or add it to names`,
      })),
  )
}

/** The length of a page and the average length of its sentences. */
function wholePage(file: string, passages: Passage[], limits: Limits): Found[] {
  const count = (some: Passage[]) => some.flatMap(({ sentences }) => sentences).map(({ words }) => words)
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  const sentences = count(passages.filter(({ kind }) => kind === 'paragraph'))
  const average = sum(sentences) / (sentences.length || 1)
  const most = limits.averages[file] ?? limits.average
  const words = sum(count(passages))
  const longest = limits.lengths[file] ?? limits.length
  return [
    ...(average > most
      ? [{ line: 1, what: `${average.toFixed(1)} words a sentence on average`, write: `at most ${most}` }]
      : []),
    ...(words > longest ? [{ line: 1, what: `a page of ${words} words`, write: `at most ${longest}` }] : []),
  ]
}
