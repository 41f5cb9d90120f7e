import { execFile } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync } from 'node:fs'
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '../../../receiver/settings.ts'
import { blocksOf } from '../../support/docs/blocks.ts'
import { SECRET } from '../../support/receiver.ts'

/** It has the parser of `EnvironmentFile=`. It reads a folder of files, and writes them as a shell would read them. */
const SYSTEMD = '/usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator'

const README = await readFile(join(import.meta.dirname, '..', '..', '..', 'receiver', 'README.md'), 'utf8')
const run = promisify(execFile)
const PATH = process.env.PATH ?? ''
const hasProgram = (name: string) => PATH.split(delimiter).some(folder => existsSync(join(folder, name)))

type Variables = Record<string, string | undefined>

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'env-file-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Sources the file as the README says. */
async function readByShell(shell: string, file = 'receiver.env'): Promise<Variables> {
  const commands = `set -a; . ./${file}; set +a; env -0`
  const { stdout } = await run(shell, ['-c', commands], { cwd: folder, env: { PATH } })
  return variablesIn(stdout.split('\0'))
}

async function readBySystemd(): Promise<Variables> {
  await mkdir(join(folder, 'environment.d'))
  await copyFile(join(folder, 'receiver.env'), join(folder, 'environment.d', 'receiver.conf'))
  const { stdout } = await run(SYSTEMD, [], { env: { PATH, HOME: folder, XDG_CONFIG_HOME: folder } })
  await writeFile(join(folder, 'systemd.env'), stdout)
  return readByShell('sh', 'systemd.env')
}

/** Docker's command reads the file itself, and sends the variables to the daemon. Here the daemon is a fake. */
async function readByDocker(): Promise<Variables> {
  let created: { Env: string[] } | undefined
  const daemon = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString()
    response.setHeader('api-version', '1.43').setHeader('content-type', 'application/json')
    const isCreate = request.url?.includes('/containers/create')
    if (isCreate) created = JSON.parse(body) as { Env: string[] }
    response.writeHead(isCreate ? 201 : 200).end('{"Id":"1","Warnings":[]}')
  })
  await new Promise<void>(resolve => daemon.listen(0, '127.0.0.1', resolve))
  try {
    const host = `tcp://127.0.0.1:${(daemon.address() as AddressInfo).port}`
    const args = ['--host', host, 'create', '--env-file', 'receiver.env', 'image']
    await run('docker', args, { cwd: folder, env: { PATH, DOCKER_CONFIG: folder } })
  } finally {
    daemon.close().closeAllConnections()
  }
  return variablesIn(created?.Env ?? [])
}

function variablesIn(assignments: string[]): Variables {
  return Object.fromEntries(
    assignments.map(text => [text.slice(0, text.indexOf('=')), text.slice(text.indexOf('=') + 1)]),
  )
}

/** Everybody who reads the file, and whether they are on this machine. */
const READERS: [name: string, read: () => Promise<Variables>, isThere: boolean][] = [
  ['sh', () => readByShell('sh'), true],
  ['dash', () => readByShell('dash'), hasProgram('dash')],
  ['bash', () => readByShell('bash'), hasProgram('bash')],
  ['systemd', readBySystemd, existsSync(SYSTEMD)],
  ['docker', readByDocker, hasProgram('docker')],
]

const LINES = [
  'FLAG_FREESCOUT_GITHUB_AUTOLINK=true',
  `FREESCOUT_WEBHOOK_SECRET=${SECRET},the-next-one`,
  'GITHUB_REPOSITORY=raxx-app/TradeMasterAPI',
  'GITHUB_APP_ID=Iv23abc',
  'GITHUB_APP_INSTALLATION_ID=4711',
  'FREESCOUT_MAILBOX_IDS=3,15',
  '',
]

/** Writes the variables, and then the App's key by the README's own command. */
async function writeByReadme(type: 'pkcs1' | 'pkcs8', ends = '\n') {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const pem = String(privateKey.export({ type, format: 'pem' }))
  await writeFile(join(folder, 'receiver.env'), LINES.join('\n'))
  await writeFile(join(folder, 'app.private-key.pem'), pem.replaceAll('\n', ends))
  const command = blocksOf('README', README).find(({ text }) => text.includes('app.private-key.pem'))
  await run('sh', ['-c', command?.text ?? 'false'], { cwd: folder })
  return privateKey
}

describe.each(READERS)('An env file that %s reads', (_name, read, isThere) => {
  it.skipIf(!isThere).each([
    ['pkcs1', '\n'],
    ['pkcs1', '\r\n'],
    ['pkcs8', '\n'],
  ] as const)(
    'An env file written as the README says gives the settings and the App’s key: %s, %j',
    async (type, ends) => {
      const key = await writeByReadme(type, ends)
      const settings = readSettings(await read())
      expect(settings).toMatchObject({
        enabled: true,
        secrets: [SECRET, 'the-next-one'],
        repository: 'raxx-app/TradeMasterAPI',
        mailboxIds: [3, 15],
        credentials: { kind: 'app', app: { id: 'Iv23abc', installationId: '4711' } },
      })
      if (settings.credentials.kind !== 'app') throw new Error('The App was not read.')
      expect(settings.credentials.app.key.equals(key)).toBe(true)
    },
  )
})

describe('An env file with a mistake', () => {
  it.skipIf(!existsSync(SYSTEMD))(
    'A key without quotes, which systemd changes, is refused with a hint',
    async () => {
      await writeByReadme('pkcs1')
      const text = await readFile(join(folder, 'receiver.env'), 'utf8')
      await writeFile(join(folder, 'receiver.env'), text.replaceAll('"', ''))
      const variables = await readBySystemd()
      expect(() => readSettings(variables)).toThrow(/GITHUB_APP_PRIVATE_KEY can't be used: .* double quotes/)
    },
  )

  it.skipIf(!hasProgram('docker'))('Quotes around a token, which Docker keeps, are refused', async () => {
    const lines = LINES.filter(line => !line.startsWith('GITHUB_APP'))
    await writeFile(join(folder, 'receiver.env'), lines.join('\n'))
    await appendFile(join(folder, 'receiver.env'), 'GITHUB_TOKEN="github_pat_11ABC"\n')
    const variables = await readByDocker()
    expect(() => readSettings(variables)).toThrow(SettingsError)
    expect(() => readSettings(variables)).toThrow(/GITHUB_TOKEN has a character that no token has/)
  })
})
