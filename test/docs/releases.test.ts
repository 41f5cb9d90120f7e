import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const read = (path: string) => readFile(join(ROOT, path), 'utf8')
const release = await read('.github/workflows/release.yml')
const { version } = JSON.parse(await read('package.json')) as { version: string }
const major = version.split('.')[0]

/** The files that release.yml attaches to a release. Its test plays the script and compares them. */
const ASSETS = new Set(
  [...release.matchAll(/ (?:files\/|>)([\w-]*[A-Z][\w-]*|[\w-]+\.(?:mjs|txt))(?=[\s)])/g)].map(
    ([, name = '']) => name,
  ),
)

/** A mention of something that only a release makes. `path`: what a raw address or a release's download names. */
type Mention = { file: string; kind: string; name: string; path?: string | undefined }

const KINDS: [kind: string, pattern: RegExp][] = [
  ['action', /freescout-autolink\/freescout-autolink@([\w.-]+)/g],
  ['raw', /raw\.githubusercontent\.com\/freescout-autolink\/freescout-autolink\/([\w.-]+)\/([\w./-]*)/g],
  ['download', /releases\/download\/([^/\s"']+)\/([\w.-]+)/g],
  ['latest', /releases\/(latest)\/download\/([\w.-]+)/g],
  ['tag', /releases\/tag\/([\w.-]+)/g],
  ['blob', /github\.com\/freescout-autolink\/freescout-autolink\/(?:blob|tree)\/([\w.-]+)/g],
  ['branch', /git clone [^\n]*--branch ([\w.-]+)/g],
  ['image', /ghcr\.io\/([\w./-]+):([\w.-]+)/g],
  ['asset', /(freescout-autolink-receiver[\w-]*\.(?:mjs|txt|js|zip|tar\.gz))/g],
]

function mentionsIn(file: string, text: string): Mention[] {
  return KINDS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([, name = '', path]) => ({ file, kind, name, path })),
  )
}

/** What is wrong with a mention; `undefined` when a release makes what it names. */
async function problem({ kind, name, path = '' }: Mention): Promise<string | undefined> {
  const isTag = name === `v${version}` || name === `v${major}`
  switch (kind) {
    case 'raw': {
      const isThere = await access(join(ROOT, path)).then(
        () => true,
        () => false,
      )
      return isTag && isThere ? undefined : `${name}/${path} is not there`
    }
    case 'latest':
      return ASSETS.has(path) ? undefined : `a release has no file ${path}`
    case 'download':
      return name === `v${version}` && ASSETS.has(path) ? undefined : `${name} has no file ${path}`
    case 'image': {
      const isImage = name === 'freescout-autolink/freescout-autolink-receiver'
      return isImage && [version, major].includes(path) ? undefined : `there is no image ${name}:${path}`
    }
    case 'asset':
      return ASSETS.has(name) ? undefined : `a release has no file ${name}`
    case 'blob':
      return isTag || name === 'main' ? undefined : `there is no tag ${name}`
    default:
      return isTag ? undefined : `there is no tag ${name}`
  }
}

async function files(): Promise<string[]> {
  const within = async (folder: string, pattern: RegExp) =>
    (await readdir(join(ROOT, folder), { recursive: true }))
      .filter(name => pattern.test(name))
      .map(name => `${folder}/${name}`)
  const found = await Promise.all([
    within('docs', /\.(?:md|yml|json)$/),
    within('src', /\.ts$/),
    within('receiver', /(?:\.(?:ts|md|toml|yaml|service)|file)$/),
    within('.github', /\.(?:yml|md)$/),
    within('scripts', /\.ts$/),
  ])
  return ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'action.yml', ...found.flat()]
}

const mentions = (
  await Promise.all((await files()).map(async file => mentionsIn(file, await read(file))))
).flat()

describe('What the pages name, a release makes:', () => {
  it.each(mentions)('a release makes what $file names: $kind $name $path', async mention => {
    expect(await problem(mention)).toBeUndefined()
  })

  it('the pages name the action, raw files, the receiver’s file and its image', () => {
    const kinds = new Set(mentions.map(({ kind }) => kind))
    for (const kind of ['action', 'raw', 'download', 'image', 'branch', 'asset'])
      expect(kinds).toContain(kind)
  })

  it('a release has the receiver, its licences and the checksums', () => {
    expect([...ASSETS].toSorted()).toEqual([
      'SHA256SUMS',
      'freescout-autolink-receiver-licenses.txt',
      'freescout-autolink-receiver.mjs',
    ])
  })

  it('release.yml pushes the image that the pages name, and makes the tags X.Y.Z and X', () => {
    expect(release).toContain(`name=ghcr.io/\${GITHUB_REPOSITORY_OWNER,,}/freescout-autolink-receiver`)
    expect(release).toContain('--tag "$name:$VERSION"')
    expect(release).toContain(`create --tag "$IMAGE:\${VERSION%%.*}"`)
    expect(release).toContain('gh release create "v$VERSION"')
    expect(release).toContain(`major=v\${VERSION%%.*}`)
  })

  it.each([
    ['uses: freescout-autolink/freescout-autolink@v0', 'there is no tag v0'],
    [
      'https://raw.githubusercontent.com/freescout-autolink/freescout-autolink/v1/docs/no.json',
      'v1/docs/no.json is not',
    ],
    ['https://github.com/x/y/releases/download/v0.9.0/SHA256SUMS', 'v0.9.0 has no file'],
    ['docker pull ghcr.io/freescout-autolink/receiver:1', 'there is no image'],
    ['docker pull ghcr.io/freescout-autolink/freescout-autolink-receiver:0.1', 'there is no image'],
    ['node freescout-autolink-receiver.js', 'a release has no file'],
  ])('what no release makes is found: %s', async (text, expected) => {
    const problems = await Promise.all(mentionsIn('a.md', text).map(problem))
    expect(problems.filter(Boolean).join()).toContain(expected)
  })
})

describe('The version', () => {
  it('the version is the same in package.json, the lockfile, the changelog and the form for bugs', async () => {
    const lock = JSON.parse(await read('package-lock.json'))
    expect([lock.version, lock.packages[''].version]).toEqual([version, version])
    expect(await read('CHANGELOG.md')).toMatch(new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\]`, 'm'))
    expect(await read('.github/ISSUE_TEMPLATE/bug.yml')).toContain(`v${version}`)
  })
})
