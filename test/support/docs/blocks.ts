/** A fenced block of a page, with the line of its fence. */
export type Block = {
  file: string
  line: number
  /** What stands behind the fence: `sh`, `yaml`; empty for none. */
  language: string
  text: string
  /** What an HTML comment right above says about it. */
  mark: Mark | undefined
}

/**
 * `not run`: why the block can't run here. `run until`: it does not end by itself; it is stopped when it has printed
 * that. `part of`: what a block of YAML is a part of, when it is not a whole file.
 */
export type Mark = { kind: 'not run' | 'run until' | 'part of'; text: string }

const FENCE = /^(\s*)(`{3,}|~{3,})\s*([\w-]*).*$/
const MARK = /^<!-- (not run|run until|part of): (.+) -->$/
const SHELLS = ['sh', 'bash', 'shell', 'console']

/** Every fenced block of a page in Markdown, indented ones (in lists) too. */
export function blocksOf(file: string, markdown: string): Block[] {
  const lines = markdown.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', fence = '', language = ''] = FENCE.exec(lines[at] ?? '') ?? []
    if (!fence) continue
    const end = lines.findIndex((line, index) => index > at && line.trim() === fence)
    if (end < 0) throw new Error(`${file}:${at + 1} opens a block that is never closed.`)
    const text = lines.slice(at + 1, end).map(line => line.replace(indent, ''))
    blocks.push({ file, line: at + 1, language, text: text.join('\n'), mark: markIn(lines[at - 1] ?? '') })
    at = end
  }
  return blocks
}

/** Whether a block is meant to be typed into a shell, or applied to the tree. */
export function isRunnable({ language }: Block): boolean {
  return SHELLS.includes(language) || language === 'diff'
}

function markIn(line: string): Mark | undefined {
  const [, kind, text] = MARK.exec(line.trim()) ?? []
  return kind && text ? { kind: kind as Mark['kind'], text } : undefined
}
