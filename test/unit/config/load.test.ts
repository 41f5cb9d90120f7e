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

test('the input comes first, then the workspace, then the repository', async () => {
  expect((await loadConfig({ ...sources, inline: 'user: 1' })).user).toBe(1)
  expect((await loadConfig(sources)).user).toBe(2)
  expect((await loadConfig({ ...sources, workspace: undefined })).user).toBe(3)
  expect((await loadConfig({ ...sources, workspace: root })).user).toBe(3)
  expect((await loadConfig({ ...sources, workspace: join(root, 'nowhere') })).user).toBe(3)
})

test('the repository is asked for the clean path, and only when it has to be', async () => {
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

test('mistakes name where the text came from', async () => {
  await expect(loadConfig({ ...sources, inline: 'usr: 1' })).rejects.toThrow(
    'input config:1:1 usr: unknown key',
  )
  await expect(loadConfig({ ...sources, workspace: '', readRemote: async () => 'usr: 1' })).rejects.toThrow(
    '.github/freescout.yml:1:1 usr: unknown key',
  )
})

test('without any configuration, the error says what was looked for and what the least is', async () => {
  const missing = loadConfig({ ...sources, workspace: root, readRemote: async () => undefined })
  await expect(missing).rejects.toThrowErrorMatchingInlineSnapshot(`
    [ConfigError: There is no configuration: .github/freescout.yml is neither in the workspace nor in the repository at the commit that runs, and the input config is empty.
    Add .github/freescout.yml to the default branch, or name another file in config-path. The least it needs:
      mailboxes: [support@example.org]
      user: bot@example.org]
  `)
})

test.each(['../x.yml', '/etc/x.yml', 'a/../../x.yml', '..\\x.yml', 'C:\\x.yml', 'C:x.yml', '.', '', 'dir/'])(
  'the path %j is refused',
  async path => {
    await expect(loadConfig({ ...sources, path })).rejects.toThrow('is not a file inside the repository')
  },
)

test('a link out of the workspace and a directory are refused', async () => {
  await expect(loadConfig({ ...sources, path: 'link.yml' })).rejects.toThrow('a link to somewhere outside')
  await expect(loadConfig({ ...sources, path: '.github' })).rejects.toThrow("can't be read")
})

test('what reading the repository throws passes through', async () => {
  const readRemote = async () => Promise.reject(new Error('GitHub is down'))
  await expect(loadConfig({ ...sources, workspace: '', readRemote })).rejects.toThrow('GitHub is down')
})
