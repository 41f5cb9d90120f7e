import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadConfig } from '../../../src/config/load.ts'

const root = mkdtempSync(join(tmpdir(), 'config-'))
const workspace = join(root, 'workspace')
mkdirSync(join(workspace, '.github'), { recursive: true })
writeFileSync(join(workspace, '.github/freescout.yml'), 'user: 2')
writeFileSync(join(root, 'outside.yml'), 'user: 4')
symlinkSync(join(root, 'outside.yml'), join(workspace, 'link.yml'))
afterAll(() => rmSync(root, { recursive: true }))

const path = '.github/freescout.yml'
const sources = { inline: '', path, workspace, readRemote: async () => 'user: 3' as string | undefined }

test('loadConfig prefers the input to the workspace, and the workspace to the repository', async () => {
  expect((await loadConfig({ ...sources, inline: 'user: 1' })).user).toBe(1)
  expect((await loadConfig(sources)).user).toBe(2)
  expect((await loadConfig({ ...sources, workspace: undefined })).user).toBe(3)
  expect((await loadConfig({ ...sources, workspace: root })).user).toBe(3)
  expect((await loadConfig({ ...sources, workspace: join(root, 'nowhere') })).user).toBe(3)
})

test('loadConfig asks the repository for the normalised path, and only without input and file', async () => {
  const asked: string[] = []
  const readRemote = async (file: string) => {
    asked.push(file)
    return 'user: 3'
  }
  await loadConfig({ ...sources, readRemote })
  await loadConfig({ ...sources, readRemote, path: './config//freescout.yml ' })
  await loadConfig({ ...sources, readRemote, path: '.github\\other.yml' })
  expect(asked).toEqual(['config/freescout.yml', '.github/other.yml'])
})

test('loadConfig names the source of the text in a mistake', async () => {
  await expect(loadConfig({ ...sources, inline: 'usr: 1' })).rejects.toThrow(
    'input config:1:1 usr: unknown key',
  )
  await expect(loadConfig({ ...sources, workspace: '', readRemote: async () => 'usr: 1' })).rejects.toThrow(
    '.github/freescout.yml:1:1 usr: unknown key',
  )
})

test('loadConfig says where it looked when there is no configuration, and shows the smallest one', async () => {
  const missing = loadConfig({ ...sources, workspace: root, readRemote: async () => undefined })
  await expect(missing).rejects.toThrowErrorMatchingInlineSnapshot(`
    [ConfigError: There is no configuration: .github/freescout.yml is neither in the workspace nor in the repository at the commit that runs, and the input config is empty.
    Add .github/freescout.yml to the default branch, or name another file in config-path. It needs at least:
      mailboxes: [support@example.org]
      user: bot@example.org]
  `)
})

test.each(['../x.yml', '/etc/x.yml', 'a/../../x.yml', '..\\x.yml', 'C:\\x.yml', 'C:x.yml', '.', '', 'dir/'])(
  'loadConfig refuses the path %j',
  async path => {
    await expect(loadConfig({ ...sources, path })).rejects.toThrow('is not a file inside the repository')
  },
)

test('loadConfig refuses a directory, and a link out of the workspace', async () => {
  await expect(loadConfig({ ...sources, path: 'link.yml' })).rejects.toThrow(
    'a link that leads out of the repository',
  )
  await expect(loadConfig({ ...sources, path: '.github' })).rejects.toThrow("can't be read")
})

test('loadConfig names the file that is not UTF-8, in the workspace and in the repository', async () => {
  const bytes = Buffer.from('user: 1\nlabels: { vip: { action: note, text: F\xfcr uns } }\n', 'latin1')
  writeFileSync(join(workspace, 'latin1.yml'), bytes)
  await expect(loadConfig({ ...sources, path: 'latin1.yml' })).rejects.toThrow('latin1.yml:2:39 not UTF-8')
  const readRemote = async () => new TextDecoder().decode(bytes)
  await expect(loadConfig({ ...sources, workspace: '', readRemote })).rejects.toThrow(
    '.github/freescout.yml:2:39 not UTF-8: this character cannot be read.',
  )
})

test('loadConfig passes on what reading the repository throws', async () => {
  const readRemote = async () => Promise.reject(new Error('GitHub is down'))
  await expect(loadConfig({ ...sources, workspace: '', readRemote })).rejects.toThrow('GitHub is down')
})
