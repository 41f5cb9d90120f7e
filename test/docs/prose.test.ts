import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { passagesOf } from '../../scripts/prose/passages.ts'
import { findingsIn } from '../../scripts/prose/rules.ts'
import { check, files, isNotYetClean, readSettings } from '../../scripts/prose.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const settings = await readSettings()
const all = await files()
const clean = all.filter(file => !isNotYetClean(file, settings))

/** The findings in a text, as `npm run lint:prose` prints them. */
function findings(text: string, file = 'docs/a.md'): string[] {
  const found = findingsIn(file, passagesOf(file, text), settings)
  return found.map(({ line, what, write }) => `${line}: ${what} → ${write}`)
}

function sentence(words: number): string {
  return `Run ${'x '.repeat(words - 2)}now.`.replace(/x x/g, 'one two').replace(/x/g, 'three')
}

describe('The prose', () => {
  it.each(clean)('every page that is not listed as "not yet clean" is plain: %s', async file => {
    const found = await check(file, settings)
    expect(found.map(({ line, what, write }) => `${file}:${line}: ${what} → ${write}`)).toEqual([])
  })

  it('only files that exist are listed as "not yet clean"', () => {
    const unknown = settings.notYetClean.filter(
      place => !all.some(file => isNotYetClean(file, { ...settings, notYetClean: [place] })),
    )
    expect(unknown).toEqual([])
  })

  it('the check names every page on the list, and ends without an error', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/prose.ts'], { cwd: ROOT })
    for (const place of settings.notYetClean) expect(stdout).toMatch(new RegExp(`^!!! .*: ${place} – `, 'm'))
    expect(stdout).toContain('The prose is clean.')
  })
})

describe('Each wording that is not used:', () => {
  it.each(settings.wordings)('a wording is reported with a better one: $bad', ({ bad, good, write }) => {
    expect(findings(bad)).toContainEqual(expect.stringMatching(/^1: ".+" → /))
    expect(findings(bad).join('\n')).toContain(`→ ${write}`)
    expect(findings(good)).toEqual([])
  })

  it('a wording in code is not reported', () => {
    expect(findings('Set `told`.\n\n```sh\necho told\n```\n')).toEqual([])
  })
})

describe('The rules', () => {
  it('a sentence of more than 30 words is reported in the line where it begins', () => {
    expect(findings(`Short.\nAlso short. ${sentence(30)}`, 'a.ts')).toEqual([])
    expect(findings(`# Title\n\nShort.\nAlso short. ${sentence(31)}`)).toEqual([
      '4: a sentence of 31 words: "Run one two one two …" → at most 30 words',
    ])
  })

  it('a piece of code counts as one word, and a long cell of a table is a sentence', () => {
    expect(findings(`${sentence(29).slice(0, -1)} \`a b c d\`. Stop. Go.`)).toEqual([])
    expect(findings(`| A |\n|---|\n| ${sentence(31)} |`)).toEqual([
      expect.stringContaining('3: a sentence of 31'),
    ])
  })

  it('a page whose sentences are long on average is reported, with its own limit for some pages', () => {
    const text = `${sentence(17)} ${sentence(17)}`
    expect(findings(text)).toEqual(['1: 17.0 words a sentence on average → at most 16'])
    expect(findings(text, 'docs/security.md')).toEqual([])
  })

  it('a page of more than 1,500 words is reported, except the messages', () => {
    const text = `${sentence(10)} `.repeat(151)
    expect(findings(text)).toEqual(['1: a page of 1510 words → at most 1500'])
    expect(findings(text, 'docs/troubleshooting.md')).toEqual([])
  })

  it('a word that is there twice is reported', () => {
    expect(findings('One.\nSet the the flag.')).toEqual(['2: "the the" → the word once'])
  })

  it('a capital in a heading is reported, unless it is a name or an abbreviation', () => {
    expect(findings('# Look at GitHub and the API\n\n## 2. Make the Field')).toEqual([
      '3: "Field" in a heading → field, or add it to names',
    ])
  })
})

describe('What is read', () => {
  it('parts of a page that are generated are not read', () => {
    const page = '<!-- keys: npm run docs -->\n\nIt was told.\n\n<!-- end of keys -->\n\nIt was told.'
    expect(findings(page)).toEqual(['7: "told" → notified, announced or learns'])
  })

  it('descriptions and comments of a workflow file are read', () => {
    const yaml = [
      '# It is told.',
      'on: x # zizmor: ignore[x]',
      'description: >-',
      '  The set-up.',
      'run: told # A set-up.',
      '',
    ].join('\n')
    expect(findings(yaml, 'a.yml')).toEqual([
      '1: "told" → notified, announced or learns',
      '3: "set-up" → setup',
      '5: "set-up" → setup',
    ])
  })

  it('messages of a source file are read, and other texts are not', () => {
    const source = `const a = 'told'\n\nthrow new Error(\`The set-up of \${a} is wrong.\`)\nconst b = { todo: 'Put it right.' }`
    expect(findings(source, 'a.ts')).toEqual(['3: "set-up" → setup', '4: "Put it right" → fix'])
  })
})
