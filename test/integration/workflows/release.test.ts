import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { builtFile } from '../../../scripts/source-digest.ts'
import { readWorkflow } from '../../support/workflow.ts'

const { plain, text } = await readWorkflow('release.yml')
const SHA = '0123456789abcdef0123456789abcdef01234567'

/**
 * A `gh` that answers from files beside it: `tags` (one `v1.2.3` per line) and `release` (`draft` or `published`), and
 * writes down what it was told to change. What GitHub itself makes of these calls can only be seen there.
 */
const FAKE_GH = `#!/usr/bin/env bash
here=$(dirname "$0")
say() { echo "$*" >>"$here/changes"; }
case "$*" in
  *matching-refs/tags/v*) sed 's/^v//' "$here/tags" ;;
  'release view'*) [ -e "$here/release" ] || exit 1; grep -q draft "$here/release" && echo true || echo false ;;
  'release create'*) say "$*"; echo draft >"$here/release" ;;
  'release edit'*) say "$*"; echo published >"$here/release"; [ ! -e "$here/breaks" ] ;;
  'release delete'*) say "$*"; rm "$here/release" ;;
  *commits/v*) cat "$here/sha" ;;
  *git/ref/tags/*) grep -qx "$(sed 's#.*tags/\\(v[0-9]*\\).*#\\1#' <<<"$*")" "$here/tags" ;;
  'api --silent --method'*) say "$*" ;;
  *) echo "unexpected: $*" >&2; exit 2 ;;
esac
`

/** A `docker` that writes down its calls, and the metadata of the image that was pushed. `private`: nobody may pull it. */
const FAKE_DOCKER = `#!/usr/bin/env bash
here=$(dirname "$0")
echo "$*" >>"$here/docker-calls"
case "$*" in
  *--metadata-file*) echo '{"containerimage.digest": "sha256:abc"}' >"$RUNNER_TEMP/image.json" ;;
  *'imagetools inspect'*) [ ! -e "$here/private" ] ;;
esac
`

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'release-'))
  for (const name of ['bin', 'temp', 'work']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'bin', 'gh'), FAKE_GH)
  chmodSync(join(folder, 'bin', 'gh'), 0o755)
  writeFileSync(join(folder, 'bin', 'docker'), FAKE_DOCKER)
  chmodSync(join(folder, 'bin', 'docker'), 0o755)
  writeFileSync(join(folder, 'bin', 'tags'), 'v1\nv1.2.2\n')
  writeFileSync(join(folder, 'bin', 'sha'), SHA)
  writeFileSync(
    join(folder, 'work', 'CHANGELOG.md'),
    '# Changelog\n\n## 1.2.3 – today\n\n- A\n\n## 1.2.2\n\n- B\n',
  )
  cpSync(builtFile('receiver'), join(folder, 'work', 'dist', 'receiver'), { recursive: true })
  packageAt('1.2.3')
})

afterEach(() => rmSync(folder, { recursive: true }))

function packageAt(version: string): void {
  writeFileSync(join(folder, 'work', 'package.json'), JSON.stringify({ version }))
}

/** Runs the script of a job as GitHub does for `shell: bash`. */
function play(
  job: 'gate' | 'publish' | 'image' | 'image-major',
  { version = '1.2.3', ref = 'refs/heads/main' } = {},
) {
  const script = plain.jobs[job]?.steps.find(({ run }) => run?.includes('VERSION'))?.run ?? ''
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd: join(folder, 'work'),
      encoding: 'utf8',
      env: {
        PATH: [join(folder, 'bin'), process.env.PATH].join(delimiter),
        VERSION: version,
        BRANCH: 'main',
        GITHUB_REF: ref,
        GITHUB_SHA: SHA,
        GITHUB_REPOSITORY: 'o/r',
        GITHUB_WORKSPACE: join(folder, 'work'),
        RUNNER_TEMP: join(folder, 'temp'),
        GITHUB_REPOSITORY_OWNER: 'Owner',
        GITHUB_ACTOR: 'somebody',
        GITHUB_OUTPUT: join(folder, 'temp', 'output'),
        GH_TOKEN: 'token',
        IMAGE: 'ghcr.io/owner/freescout-autolink-receiver',
      },
    },
  )
  return { status, said: stdout + stderr }
}

function changes(): string[] {
  try {
    return readFileSync(join(folder, 'bin', 'changes'), 'utf8')
      .trim()
      .split('\n')
  } catch {
    return []
  }
}

describe('The release workflow', () => {
  it('a release is started by hand only: no pull request, push or tag starts it', () => {
    expect(Object.keys(plain.on)).toEqual(['workflow_dispatch'])
  })

  it('the release workflow has no secret but the token of its run', () => {
    expect(text).not.toMatch(/secrets\s*[.[]/)
  })

  it('the release workflow passes inputs to scripts as variables only', () => {
    for (const { steps } of Object.values(plain.jobs)) {
      for (const { run } of steps) expect(run ?? '').not.toContain('${{')
    }
  })

  it('the release workflow runs packages only in jobs that can’t write, and signs and publishes in jobs that run none', () => {
    const permissions = Object.entries(plain.jobs).map(([name, job]) => [name, job.permissions])
    expect(Object.fromEntries(permissions)).toEqual({
      gate: { contents: 'read' },
      attest: { contents: 'read', 'id-token': 'write', attestations: 'write' },
      image: { contents: 'read', packages: 'write', 'id-token': 'write', attestations: 'write' },
      publish: { contents: 'write' },
      'image-major': { packages: 'write' },
    })
    for (const name of ['attest', 'image', 'publish', 'image-major']) {
      for (const { run } of plain.jobs[name]?.steps ?? [])
        expect(run ?? '').not.toMatch(/\b(?:npm|npx|node|\.ci)\b/)
    }
  })

  it('the release workflow publishes after the gate and the attestation', () => {
    expect(plain.jobs).toMatchObject({
      attest: { needs: 'gate' },
      image: { needs: 'gate' },
      publish: { needs: ['attest', 'image'] },
      'image-major': { needs: ['image', 'publish'] },
    })
  })
})

describe('A version is released', () => {
  it.each(['1.2.3', '1.10.0'])('the version %s is released', version => {
    packageAt(version)
    writeFileSync(join(folder, 'work', 'CHANGELOG.md'), `## [${version}] (today)\n\n- A\n`)
    expect(play('gate', { version })).toEqual({ status: 0, said: '' })
  })

  it('the first version is released', () => {
    writeFileSync(join(folder, 'bin', 'tags'), '')
    expect(play('gate').status).toBe(0)
  })

  it('a release candidate is released', () => {
    packageAt('2.0.0-rc.1')
    writeFileSync(join(folder, 'work', 'CHANGELOG.md'), '## 2.0.0-rc.1\n\n- A\n')
    expect(play('gate', { version: '2.0.0-rc.1' }).status).toBe(0)
  })
})

describe('No version is released', () => {
  it.each([
    'v1.2.3',
    '1.2',
    '01.2.3',
    '1.2.3-01',
    '1.2.3-',
    '1.2.3+5',
    '1.2.3 ',
    '1.2.3\n1.2.4',
    '1.2.3; touch x',
    '$(touch x)',
    '../../heads/main',
    '',
  ])('the version %j is refused', version => {
    packageAt(version)
    expect(play('gate', { version })).toMatchObject({
      status: 1,
      said: expect.stringContaining('like 1.2.3'),
    })
  })

  it.each(['refs/heads/feature', 'refs/tags/v1.2.3', 'refs/pull/1/merge'])(
    'a version of %s is refused',
    ref => {
      expect(play('gate', { ref })).toMatchObject({
        status: 1,
        said: expect.stringContaining('of main only'),
      })
    },
  )

  it('a version that package.json does not name is refused', () => {
    packageAt('1.2.2')
    expect(play('gate')).toMatchObject({ status: 1, said: expect.stringContaining('package.json') })
  })

  it('a version without a section in the changelog is refused', () => {
    writeFileSync(join(folder, 'work', 'CHANGELOG.md'), '## 1.2.3\n\n## 1.2.2\n\n- B\n')
    expect(play('gate')).toMatchObject({ status: 1, said: expect.stringContaining('CHANGELOG.md') })
  })

  it('a version that is released already is refused', () => {
    writeFileSync(join(folder, 'bin', 'tags'), 'v1\nv1.2.3\n')
    expect(play('gate')).toMatchObject({ status: 1, said: expect.stringContaining('released already') })
  })

  it('a version that is older than the one of v1 is refused', () => {
    writeFileSync(join(folder, 'bin', 'tags'), 'v1\nv1.2.2\nv1.10.0\nv2.0.0\n')
    expect(play('gate')).toMatchObject({ status: 1, said: expect.stringContaining('v1.10.0 is newer') })
  })
})

describe('Publishing', () => {
  it('publishing makes a draft with its files, publishes it, and moves v1 last', () => {
    expect(play('publish')).toMatchObject({ status: 0 })
    expect(changes()).toEqual([
      `release create v1.2.3 --draft --target ${SHA} --title v1.2.3 --notes-file notes.md ` +
        'files/SHA256SUMS files/freescout-autolink-receiver-licenses.txt files/freescout-autolink-receiver.mjs',
      'release edit v1.2.3 --draft=false',
      `api --silent --method PATCH repos/o/r/git/refs/tags/v1 -f sha=${SHA} -F force=true`,
    ])
    expect(readFileSync(join(folder, 'temp', 'notes.md'), 'utf8').trim()).toBe('- A')
  })

  it('publishing 2.0.0 creates the tag v2', () => {
    expect(play('publish', { version: '2.0.0' }).status).toBe(0)
    expect(changes().at(-1)).toBe(
      `api --silent --method POST repos/o/r/git/refs -f ref=refs/tags/v2 -f sha=${SHA}`,
    )
  })

  it('publishing a release candidate moves no tag', () => {
    expect(play('publish', { version: '2.0.0-rc.1' }).status).toBe(0)
    expect(changes()).toEqual([
      expect.stringContaining('--prerelease'),
      expect.stringContaining('edit v2.0.0-rc.1'),
    ])
  })

  it('publishing resumes where an earlier run stopped: at a draft, and after the release', () => {
    writeFileSync(join(folder, 'bin', 'release'), 'draft')
    expect(play('publish').status).toBe(0)
    expect(changes().map(change => change.split(' ')[1])).toEqual(['delete', 'create', 'edit', '--silent'])

    rmSync(join(folder, 'bin', 'changes'))
    expect(play('publish').status).toBe(0)
    expect(changes()).toEqual([expect.stringContaining('tags/v1 ')])
  })

  it('publishing moves no tag when the release is of another commit, or was not made', () => {
    writeFileSync(join(folder, 'bin', 'sha'), SHA.replaceAll('0', 'f'))
    expect(play('publish')).toMatchObject({
      status: 1,
      said: expect.stringContaining('not what was checked'),
    })
    rmSync(join(folder, 'bin', 'release'))
    rmSync(join(folder, 'temp', 'files'), { recursive: true })
    writeFileSync(join(folder, 'bin', 'breaks'), '')
    expect(play('publish').status).toBe(1)
    expect(changes().filter(change => change.startsWith('api'))).toEqual([])
  })
})

describe('The image of the receiver', () => {
  const image = 'ghcr.io/owner/freescout-autolink-receiver'
  const calls = () =>
    readFileSync(join(folder, 'bin', 'docker-calls'), 'utf8')
      .trim()
      .split('\n')

  it('the image is pushed under its version for two kinds of processor, and its digest is signed', () => {
    expect(play('image').status).toBe(0)
    expect(calls()).toEqual([
      'login ghcr.io --username somebody --password-stdin',
      'buildx create --use',
      `buildx build --file receiver/Dockerfile --platform linux/amd64,linux/arm64 --tag ${image}:1.2.3 ` +
        `--push --metadata-file ${join(folder, 'temp', 'image.json')} .`,
    ])
    expect(readFileSync(join(folder, 'temp', 'output'), 'utf8')).toBe(`name=${image}\ndigest=sha256:abc\n`)
    expect(plain.jobs.image?.steps.at(-1)?.with).toMatchObject({
      'subject-digest': `\${{ steps.push.outputs.digest }}`,
    })
  })

  it('the tag 1 of the image moves after the release, but not for a release candidate', () => {
    expect(play('image-major').status).toBe(0)
    expect(calls()).toContain(`buildx imagetools create --tag ${image}:1 ${image}:1.2.3`)
    expect(plain.jobs['image-major']?.if).toContain("!contains(inputs.version, '-')")
  })

  it('an image that nobody can pull makes the release fail, with what to do', () => {
    writeFileSync(join(folder, 'bin', 'private'), '')
    expect(play('image-major')).toMatchObject({
      status: 1,
      said: expect.stringContaining('public in its settings'),
    })
  })
})
