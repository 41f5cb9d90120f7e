import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, stat } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { builtFile } from '../../scripts/source-digest.ts'
import type { Workplace } from '../support/runner.ts'
import { alternate, type Figures, figures } from './figures.ts'
import { type AskedOfRun, type Measured, runBundle, runEntry } from './process.ts'
import { startServices } from './services.ts'

/** One action that does one small job of its own. Times in milliseconds, memory in MiB, the bundle in bytes. */
export type ActionFigures = {
  name: string
  job: string
  first: Figures
  whole: Figures
  peak: Figures
  requests: number
  bundle: number
}

/** One of GitHub's own actions: its file in the checkout, the event's name, and its inputs. */
type Peer = {
  name: string
  job: string
  entry: string
  eventName: string
  inputs: (url: string) => Record<string, string>
}

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

const PEERS: Peer[] = [
  {
    name: 'create-github-app-token',
    job: 'makes a token',
    entry: 'dist/main.cjs',
    eventName: 'push',
    inputs: url => ({
      'client-id': 'Iv1.test',
      'private-key': privateKey,
      'github-api-url': url,
      'skip-token-revoke': 'false',
    }),
  },
  {
    name: 'labeler',
    job: 'puts a label on a pull request',
    entry: 'dist/index.js',
    eventName: 'pull_request',
    inputs: () => ({
      'repo-token': 'ghs_test',
      'configuration-path': '.github/labeler.yml',
      'sync-labels': 'false',
      dot: 'true',
    }),
  },
  {
    name: 'github-script',
    job: 'reads the repository',
    entry: 'dist/index.js',
    eventName: 'push',
    inputs: () => ({
      'github-token': 'ghs_test',
      script: 'return (await github.rest.repos.get(context.repo)).data.id',
      debug: 'false',
      'result-encoding': 'json',
      retries: '0',
      'retry-exempt-status-codes': '400,401,403,404,422',
    }),
  },
]

/** The event of each of them. */
const EVENT = {
  action: 'opened',
  number: 7,
  pull_request: { number: 7 },
  repository: { full_name: 'o/r', name: 'r', owner: { login: 'o' } },
}

const LABELS = 'documentation:\n  - changed-files:\n      - any-glob-to-any-file: "docs/**"\n'

/** What GitHub answers, by method and path. Everything else is a 404. */
const ANSWERS: Record<string, unknown> = {
  'GET /repos/o/r': { id: 1 },
  'GET /repos/o/r/installation': { id: 1, app_slug: 'app' },
  'POST /app/installations/1/access_tokens': {
    token: 'ghs_made',
    expires_at: '2099-01-01T00:00:00Z',
    permissions: {},
  },
  'GET /repos/o/r/contents/.github%2Flabeler.yml': {
    type: 'file',
    encoding: 'base64',
    content: Buffer.from(LABELS).toString('base64'),
  },
  'GET /repos/o/r/pulls/7': { number: 7, labels: [], head: { sha: 'a'.repeat(40) } },
  'GET /repos/o/r/pulls/7/files': [{ filename: 'docs/performance.md' }],
  'PUT /repos/o/r/issues/7/labels': [{ name: 'documentation' }],
}

/**
 * Runs this action and three of GitHub's own by turns, each with a small job of its own, between servers that answer
 * at once. Only main steps are started: that of create-github-app-token leaves revoking its token to a second process.
 *
 * @param folder holds a checkout of each, with its `dist/`: `create-github-app-token`, `labeler`, `github-script`
 * @throws {Error} when one of them fails
 */
export async function measureActions(folder: string, rounds: number): Promise<ActionFigures[]> {
  const [services, github] = await Promise.all([startServices(), answeringGitHub()])
  const { ticketJob, addTicket } = services
  try {
    const linkedId = addTicket()
    await runBundle(ticketJob(linkedId))
    const ours = { name: 'this action', entry: builtFile('index.js') }
    const contenders = [
      {
        ...ours,
        job: 'finds a ticket linked already',
        run: (asked: AskedOfRun) => runBundle(ticketJob(linkedId), asked),
      },
      {
        ...ours,
        job: 'makes an issue from a ticket',
        run: (asked: AskedOfRun) => runBundle(ticketJob(addTicket()), asked),
      },
      ...(await Promise.all(PEERS.map(peer => contenderOf(peer, { folder, url: github.url })))),
    ]
    const inTurn = (count: number, asked: AskedOfRun) =>
      alternate(count, Object.fromEntries(contenders.map(({ job, run }) => [job, () => run(asked)])))
    const timed = await inTurn(rounds, {})
    const weighed = await inTurn(Math.ceil(rounds / 3), { memory: 'peak' })
    return await Promise.all(
      contenders.map(async ({ name, entry, job }) => ({
        name,
        job,
        ...timesOf(timed[job] ?? []),
        peak: figures((weighed[job] ?? []).map(({ MiB }) => MiB)),
        bundle: await bundleSize(entry),
      })),
    )
  } finally {
    github.close()
    await services.close()
  }
}

function timesOf(runs: Measured[]): Pick<ActionFigures, 'first' | 'whole' | 'requests'> {
  return {
    first: figures(runs.map(({ firstMs }) => firstMs)),
    whole: figures(runs.map(({ exitMs }) => exitMs)),
    requests: figures(runs.map(({ requests }) => requests.length)).median,
  }
}

async function contenderOf(peer: Peer, { folder, url }: { folder: string; url: string }) {
  const checkout = join(folder, peer.name)
  const { version } = JSON.parse(await readFile(join(checkout, 'package.json'), 'utf8')) as {
    version: string
  }
  const entry = join(checkout, peer.entry)
  const env = async (place: Workplace) => peerVariables(peer, url, place)
  return {
    name: `actions/${peer.name} ${version}`,
    job: peer.job,
    entry,
    run: (asked: AskedOfRun) => runEntry({ entry, event: EVENT, env, ...asked }),
  }
}

/** What the runner sets for a step of another action. */
function peerVariables(
  { eventName, inputs }: Peer,
  url: string,
  { folder, files }: Workplace,
): Record<string, string> {
  return {
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_REPOSITORY_OWNER: 'o',
    GITHUB_SHA: 'a'.repeat(40),
    GITHUB_WORKSPACE: folder,
    GITHUB_EVENT_NAME: eventName,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.output,
    ...Object.fromEntries(
      Object.entries(inputs(url)).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  }
}

/** A GitHub on loopback that knows what the peers ask for. */
async function answeringGitHub(): Promise<{ url: string; close: () => void }> {
  const server = createServer((incoming, outgoing) => {
    const answer = ANSWERS[`${incoming.method} ${incoming.url?.split('?')[0]}`]
    const status = !answer ? 404 : incoming.method === 'POST' ? 201 : 200
    incoming.resume().on('end', () => {
      outgoing.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
      outgoing.end(JSON.stringify(answer ?? {}))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close().closeAllConnections() }
}

/** What the runner downloads beside the entry, in bytes: all JavaScript of the folder. */
async function bundleSize(entry: string): Promise<number> {
  const dist = join(entry, '..')
  const names = (await readdir(dist)).filter(name => /\.c?js$/.test(name))
  const sizes = await Promise.all(names.map(async name => (await stat(join(dist, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}
