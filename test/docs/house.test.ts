import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, readTree, type Tree } from '../support/imports.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'how-it-works.md')

/** A flowchart of Mermaid: which box holds which part of the sources, and the arrows between boxes. */
type Diagram = { boxOf: Map<string, string>; arrows: Arrow[] }
type Arrow = { from: string; to: string }

/** The most arrows that a reader can follow. */
const MOST_ARROWS = 26

/** Reads the page's only flowchart. In the text of a box, each word that ends with `/` or `.ts` is a part. */
function readDiagram(markdown: string): Diagram {
  const [chart, ...others] = [...markdown.matchAll(/^```mermaid\nflowchart .*\n([\s\S]*?)^```$/gm)]
  if (!chart || others.length > 0) throw new Error('The page needs exactly one flowchart.')
  const boxOf = new Map<string, string>()
  const arrows: Arrow[] = []
  for (const line of (chart[1] ?? '').split('\n').map(text => text.trim())) {
    const [, box, text] = /^(\w+)\["([^"]*)"\]$/.exec(line) ?? []
    const [, from, to] = /^(\w+) --> (\w+(?: & \w+)*)$/.exec(line) ?? []
    if (box && text) for (const [part] of text.matchAll(/[\w-]+(?:\/|\.ts)(?![\w-])/g)) boxOf.set(part, box)
    else if (from && to) arrows.push(...to.split(' & ').map(target => ({ from, to: target })))
    else if (line !== '') throw new Error(`This line of the flowchart is neither a box nor an arrow: ${line}`)
  }
  return { boxOf, arrows }
}

/** The part of the sources that a file belongs to: `receiver/`, or what is directly in src/: `link/`, `main.ts`. */
function partOf(path: string): string {
  return path.startsWith('receiver/') ? 'receiver/' : path.replace(/^src\//, '').replace(/\/.*$/, '/')
}

/** The imports from one box into another, each once. */
function importsBetween(tree: Tree, { boxOf }: Diagram): Arrow[] {
  const arrows = new Map<string, Arrow>()
  for (const [path, text] of Object.entries(tree)) {
    for (const target of importsOf(path, text).filter(file => file in tree)) {
      const [from, to] = [boxOf.get(partOf(path)), boxOf.get(partOf(target))]
      if (from && to && from !== to) arrows.set(`${from} → ${to}`, { from, to })
    }
  }
  return [...arrows.values()]
}

/** All boxes that can be reached from a box along the arrows. */
function reachableFrom(box: string, arrows: Arrow[], found = new Set<string>()): Set<string> {
  for (const { from, to } of arrows) {
    if (from !== box || found.has(to)) continue
    found.add(to)
    reachableFrom(to, arrows, found)
  }
  return found
}

/** Leaves out each arrow to a box that is reached over other arrows as well. */
function withoutShortcuts(arrows: Arrow[]): Arrow[] {
  return arrows.filter(({ from, to }) => {
    const others = arrows.filter(arrow => arrow.from === from && arrow.to !== to)
    return !others.some(other => reachableFrom(other.to, arrows).has(to))
  })
}

function inWords(arrows: Arrow[]): string[] {
  return arrows.map(({ from, to }) => `${from} → ${to}`).toSorted()
}

const tree = await readTree('src', 'receiver')
const diagram = readDiagram(await readFile(PAGE, 'utf8'))
const imports = importsBetween(tree, diagram)

describe('docs/how-it-works.md', () => {
  it('the diagram has a box for every part of the sources, and for nothing else', () => {
    const parts = new Set(Object.keys(tree).map(partOf))
    expect([...diagram.boxOf.keys()].toSorted()).toEqual([...parts].toSorted())
  })

  it('the diagram shows exactly the imports of the sources, without those that its arrows lead to anyway', () => {
    expect(inWords(diagram.arrows)).toEqual(inWords(withoutShortcuts(imports)))
  })

  it('the diagram goes one way: no box is reached from itself', () => {
    const boxes = [...new Set(diagram.boxOf.values())]
    expect(boxes.filter(box => reachableFrom(box, imports).has(box))).toEqual([])
  })

  it(`the diagram has at most ${MOST_ARROWS} arrows, so that a reader can follow them`, () => {
    expect(diagram.arrows.length).toBeLessThanOrEqual(MOST_ARROWS)
  })
})

describe('The test of the diagram', () => {
  const page = [
    '```mermaid',
    'flowchart TD',
    '  top["main.ts<br>one run"]',
    '  both["ticket/ · issue/<br>two directions"]',
    '  words["names.ts"]',
    '  top --> both & words',
    '```',
  ].join('\n')

  it('the comparison reads boxes, and arrows to several boxes', () => {
    expect(readDiagram(page)).toEqual({
      boxOf: new Map([
        ['main.ts', 'top'],
        ['ticket/', 'both'],
        ['issue/', 'both'],
        ['names.ts', 'words'],
      ]),
      arrows: [
        { from: 'top', to: 'both' },
        { from: 'top', to: 'words' },
      ],
    })
  })

  it('the comparison refuses a line that it does not understand', () => {
    expect(() => readDiagram(page.replace('top -->', 'top -.->'))).toThrow('neither a box nor an arrow')
  })

  it('the comparison leaves out an import that other arrows lead to', () => {
    const files = {
      'src/main.ts': "import { a } from './ticket/plan.ts'\nimport { b } from './names.ts'",
      'src/ticket/plan.ts': "import { b } from '../names.ts'\nimport { c } from '../issue/plan.ts'",
      'src/issue/plan.ts': '',
      'src/names.ts': '',
    }
    const found = importsBetween(files, readDiagram(page))
    expect(inWords(found)).toEqual(['both → words', 'top → both', 'top → words'])
    expect(inWords(withoutShortcuts(found))).toEqual(['both → words', 'top → both'])
  })
})
