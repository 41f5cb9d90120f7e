import { describe, expect, it } from 'vitest'
import { importsOf, readTree, type Tree } from '../support/imports.ts'

/** Words, types and pure readers that everybody shares. They know nothing of anybody else. */
const VOCABULARY = [
  'checks',
  'clock',
  'demand-report',
  'commands',
  'dispatch',
  'flag',
  'issue-ref',
  'marks',
  'model',
  'names',
  'outcome',
  'secure-url',
  'service-error',
  'setup-error',
  'texts',
  'threads',
  'wording',
  'workflow-file',
]

/** The two services and what they stand on. */
const SERVICES = ['freescout', 'github', 'http']

/** What both directions of the bridge are made of. */
const BRIDGE = [...SERVICES, 'config', 'mail', 'render', 'link', 'reconcile', 'world']

/**
 * Which part of src/ may import from which, besides itself and the vocabulary. A part is a folder, or a file beside the
 * folders. What is not in this list may not exist: say here where it stands.
 */
const LAYERS: Record<string, string[]> = {
  index: ['main'],
  main: [
    ...BRIDGE,
    'build-world',
    'demand',
    'doctor',
    'inputs',
    'issue',
    'report',
    'route',
    'sweep',
    'ticket',
  ],
  report: ['config', 'summary', 'troubleshooting', 'world'],
  summary: ['demand-table', 'troubleshooting'],
  'demand-table': [],
  troubleshooting: [],
  doctor: [...SERVICES, 'build-world', 'config', 'inputs', 'link', 'world'],
  demand: [...SERVICES, 'config', 'link', 'world'],
  sweep: [...BRIDGE, 'issue', 'ticket'],
  ticket: BRIDGE,
  issue: BRIDGE,
  link: [...SERVICES, 'config', 'reconcile', 'render', 'world'],
  reconcile: ['world'],
  'build-world': [...SERVICES, 'config', 'inputs', 'world'],
  world: [...SERVICES, 'config'],
  route: ['inputs'],
  inputs: ['input-values'],
  'input-values': ['config'],
  config: [],
  render: ['mail'],
  mail: [],
  freescout: ['http'],
  github: ['http'],
  http: [],
  ...Object.fromEntries(VOCABULARY.map(part => [part, VOCABULARY])),
}

/** What the receiver may import from src/, because it runs on its own: shared words, and two small readers. */
const RECEIVER_MAY_IMPORT = [
  'src/checks.ts',
  'src/dispatch.ts',
  'src/flag.ts',
  'src/http/cause.ts',
  'src/http/rate-limit.ts',
  'src/names.ts',
  'src/secure-url.ts',
  'src/workflow-file.ts',
]

const MOST_LINES = 250
/** Entries may be as short as they are. */
const LEAST_LINES = 15
const ENTRIES = ['src/index.ts']

/** The part that a file of src/ belongs to. */
function partOf(path: string): string {
  return (
    path
      .replace(/^src\//, '')
      .split('/')[0]
      ?.replace(/\.ts$/, '') ?? ''
  )
}

/** Whatever breaks the rules of the house, one sentence each. */
function violations(tree: Tree): string[] {
  const files = Object.entries(tree)
  return [
    ...new Set(
      files.flatMap(([path, text]) => importsOf(path, text).flatMap(target => wrongImport(path, target))),
    ),
    ...cycles(tree),
    ...files.flatMap(([path, text]) => wrongShape(path, text)),
  ]
}

function wrongImport(path: string, target: string): string[] {
  const refused = [`${path} must not import ${target}`]
  if (path.startsWith('receiver/')) {
    if (target.startsWith('receiver/') || target === 'package.json') return []
    return RECEIVER_MAY_IMPORT.includes(target) ? [] : refused
  }
  if (!target.startsWith('src/')) return refused
  const [from, to] = [partOf(path), partOf(target)]
  const allowed = LAYERS[from]
  if (!allowed) return [`${path} has no place in the layers; give it one in architecture.test.ts`]
  return from === to || allowed.includes(to) || VOCABULARY.includes(to) ? [] : refused
}

/** Each ring of files that import one another, once. */
function cycles(tree: Tree): string[] {
  const done = new Set<string>()
  const rings: string[] = []
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) rings.push(`A cycle: ${[...trail.slice(at), path].join(' → ')}`)
    const text = tree[path]
    if (at >= 0 || done.has(path) || text === undefined) return
    for (const target of importsOf(path, text)) visit(target, [...trail, path])
    done.add(path)
  }
  for (const path of Object.keys(tree)) visit(path, [])
  return rings
}

function wrongShape(path: string, text: string): string[] {
  const lines = text.trimEnd().split('\n').length
  return [
    ...(/(?:^|\/)(?:utils?|helpers?|misc|common)(?:\.|\/)/.test(path)
      ? [`${path} has a name that says nothing`]
      : []),
    ...(lines > MOST_LINES ? [`${path} has ${lines} lines, more than ${MOST_LINES}: split it`] : []),
  ]
}

/** Files that a reader would rather find in the file that uses them. */
function tooShort(tree: Tree): string[] {
  return Object.keys(tree).filter(path => {
    const lines = (tree[path] ?? '').trimEnd().split('\n').length
    return lines < LEAST_LINES && !ENTRIES.includes(path)
  })
}

describe('The house', () => {
  it('is built as its rules say', async () => {
    const tree = await readTree('src', 'receiver')
    expect(Object.keys(tree).length).toBeGreaterThan(40)
    expect(Object.entries(tree).flatMap(([path, text]) => importsOf(path, text)).length).toBeGreaterThan(100)
    expect(violations(tree)).toEqual([])
    expect(tooShort(tree)).toEqual([])
  })
})

describe('The rules', () => {
  const allowed: [string, Tree][] = [
    ['main imports a reconcile', { 'src/main.ts': "import { a } from './ticket/reconcile.ts'" }],
    ['a reconcile imports a client', { 'src/ticket/plan.ts': "import { a } from '../github/client.ts'" }],
    ['anybody imports the model', { 'src/http/retry.ts': "import type { A } from '../model.ts'" }],
    ['a package is nobody’s business', { 'src/http/retry.ts': "import { fetch } from 'undici'" }],
    ['the receiver shares the flag', { 'receiver/app.ts': "import { parseFlag } from '../src/flag.ts'" }],
    ['a comment imports nothing', { 'src/http/retry.ts': "// as './ticket/plan.ts' does\nconst a = 'x'" }],
  ]
  it.each(allowed)('allow: %s', (_, tree) => {
    expect(violations(tree)).toEqual([])
  })

  const forbidden: [string, Tree, string][] = [
    [
      'freescout imports ticket',
      { 'src/freescout/client.ts': "import { a } from '../ticket/plan.ts'" },
      'src/freescout/client.ts must not import src/ticket/plan.ts',
    ],
    [
      'github imports issue, for a type only',
      { 'src/github/schemas.ts': "import type { A } from '../issue/plan.ts'" },
      'src/github/schemas.ts must not import src/issue/plan.ts',
    ],
    [
      'one service imports the other',
      { 'src/github/client.ts': "import { a } from '../freescout/client.ts'" },
      'src/github/client.ts must not import src/freescout/client.ts',
    ],
    [
      'ticket imports issue',
      { 'src/ticket/plan.ts': "import { a } from '../issue/plan.ts'" },
      'src/ticket/plan.ts must not import src/issue/plan.ts',
    ],
    [
      'somebody imports main',
      { 'src/report.ts': "import {\n  a,\n  type B,\n} from './main.ts'" },
      'src/report.ts must not import src/main.ts',
    ],
    [
      'the model imports a client',
      { 'src/model.ts': "export { a } from './github/client.ts'" },
      'src/model.ts must not import src/github/client.ts',
    ],
    [
      'the action imports the receiver',
      { 'src/main.ts': "import { a } from '../receiver/app.ts'" },
      'src/main.ts must not import receiver/app.ts',
    ],
    [
      'the action imports tests, late',
      { 'src/main.ts': "const a = await import('../test/support/server.ts')" },
      'src/main.ts must not import test/support/server.ts',
    ],
    [
      'the receiver imports a client',
      { 'receiver/app.ts': "import { github } from '../src/github/client.ts'" },
      'receiver/app.ts must not import src/github/client.ts',
    ],
    [
      'a file is imported for what it does',
      { 'src/http/retry.ts': "import '../main.ts'" },
      'src/http/retry.ts must not import src/main.ts',
    ],
    [
      'a new part has no place yet',
      { 'src/extra/a.ts': "import { a } from '../model.ts'" },
      'src/extra/a.ts has no place in the layers; give it one in architecture.test.ts',
    ],
    [
      'two files import each other',
      {
        'src/ticket/a.ts': "import { b } from './b.ts'",
        'src/ticket/b.ts': "import { c } from './c.ts'",
        'src/ticket/c.ts': "import type { A } from './a.ts'",
      },
      'A cycle: src/ticket/a.ts → src/ticket/b.ts → src/ticket/c.ts → src/ticket/a.ts',
    ],
    ['a file has no name', { 'src/http/utils.ts': '' }, 'src/http/utils.ts has a name that says nothing'],
    [
      'a folder has no name',
      { 'receiver/helpers/a.ts': '' },
      'receiver/helpers/a.ts has a name that says nothing',
    ],
    [
      'a file is long',
      { 'src/http/long.ts': `${'\n'.repeat(250)}x\n` },
      'src/http/long.ts has 251 lines, more than 250: split it',
    ],
  ]
  it.each(forbidden)('catch it when %s', (_, tree, violation) => {
    expect(violations(tree)).toEqual([violation])
  })

  it('let a file have exactly as many lines as are allowed', () => {
    expect(violations({ 'src/http/long.ts': `${'x\n'.repeat(250)}` })).toEqual([])
  })
})
