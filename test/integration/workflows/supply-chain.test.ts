import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { minVersion, satisfies } from 'semver'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROOT, readWorkflow, workflowNames } from '../../support/workflow.ts'

type Update = {
  'package-ecosystem': string
  cooldown?: Record<string, number>
  groups?: Record<string, object>
}

const names = await workflowNames()

describe('Dependabot', async () => {
  const { updates } = parse(await readFile(join(ROOT, '.github', 'dependabot.yml'), 'utf8')) as {
    updates: Update[]
  }

  it('Dependabot updates packages and actions in groups, a week after their release', () => {
    for (const ecosystem of ['npm', 'github-actions']) {
      const update = updates.find(update => update['package-ecosystem'] === ecosystem)
      expect(update?.cooldown?.['default-days'], ecosystem).toBeGreaterThanOrEqual(7)
      expect(Object.keys(update?.groups ?? {}), ecosystem).not.toEqual([])
    }
  })

  it('Dependabot accepts every cooldown: actions have no SemVer, and a wrong entry is refused as a whole', () => {
    for (const update of updates.filter(update => update['package-ecosystem'] !== 'npm')) {
      expect(Object.keys(update.cooldown ?? {})).toEqual(['default-days'])
    }
  })
})

describe('CodeQL', async () => {
  const { plain } = await readWorkflow('codeql.yml')

  it('CodeQL reads the sources and the workflows, on every change and every week', () => {
    expect(Object.keys(plain.on)).toEqual(['push', 'pull_request', 'schedule'])
    const { strategy } = plain.jobs.analyse as unknown as { strategy: { matrix: { language: string[] } } }
    expect(strategy.matrix.language).toEqual(['javascript-typescript', 'actions'])
  })

  it('CodeQL may write its findings, and nothing else', () => {
    expect(plain.jobs.analyse?.permissions).toEqual({ contents: 'read', 'security-events': 'write' })
  })
})

describe.each(names)('The workflow %s', async name => {
  const { plain, text } = await readWorkflow(name)

  it('no workflow runs with rights for a stranger’s pull request, comment or issue text', () => {
    // freescout-sync.yml checks nothing out, and the action checks who wrote the comment.
    const events = Object.keys(plain.on).filter(
      event => !(name === 'freescout-sync.yml' && event === 'issue_comment'),
    )
    for (const event of ['pull_request_target', 'workflow_run', 'issue_comment', 'discussion']) {
      expect(events).not.toContain(event)
    }
  })

  it('no workflow puts text of others into a script', () => {
    for (const { steps } of Object.values(plain.jobs)) {
      for (const { run } of steps) expect(run ?? '').not.toContain('${{')
    }
  })

  it('no workflow leaves a token in a checkout', () => {
    const checkouts = text.match(/actions\/checkout@/g)?.length ?? 0
    expect(text.match(/persist-credentials: false/g)?.length ?? 0).toBe(checkouts)
  })
})

describe('Packages', async () => {
  const read = async (name: string) => JSON.parse(await readFile(join(ROOT, name), 'utf8'))
  const own = (await read('package.json')) as {
    scripts: Record<string, string>
    allowScripts: Record<string, boolean>
    engines: { node: string }
    version: string
  }
  const lock = (await read('package-lock.json')) as {
    packages: Record<
      string,
      {
        integrity?: string
        resolved?: string
        link?: boolean
        hasInstallScript?: boolean
        engines?: { node?: string }
      }
    >
  }
  const installed = Object.entries(lock.packages).filter(([path]) => path !== '')

  it('every package is locked to its content and comes from the registry', () => {
    expect(installed.filter(([, { link }]) => link)).toEqual([])
    expect(installed.filter(([, { integrity }]) => !/^sha512-/.test(integrity ?? ''))).toEqual([])
    const elsewhere = installed.filter(
      ([, { resolved = '' }]) => resolved && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere).toEqual([])
  })

  it('every package supports the oldest Node of package.json, so npm ci prints no warning there', () => {
    const oldest = minVersion(own.engines.node)?.version ?? ''
    expect(oldest).toMatch(/^20\./)
    const unsupported = installed.filter(
      ([, { engines }]) =>
        engines?.node && ![oldest, '20.99.0', '24.21.0'].every(one => satisfies(one, engines.node ?? '')),
    )
    expect(unsupported.map(([path, { engines }]) => `${path} needs Node ${engines?.node}`)).toEqual([])
  })

  it('have one copy of undici, the HTTP client, for whoever uses it', () => {
    const copies = installed.filter(([path]) => path.endsWith('node_modules/undici'))
    expect(copies.map(([path]) => path)).toEqual(['node_modules/undici'])
  })

  it('no package runs a script when it is installed, except those that were reviewed', () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
    const judged = Object.keys(own.allowScripts)
    expect(
      scripted.map(path => path.replace(/^.*node_modules\//, '')).filter(name => !judged.includes(name)),
    ).toEqual([])
    expect(Object.entries(own.allowScripts).filter(([, allowed]) => allowed)).toEqual([['node', true]])
  })

  it('package.json runs no script when it is installed', () => {
    const hooks = [
      'preinstall',
      'install',
      'postinstall',
      'preprepare',
      'prepare',
      'postprepare',
      'dependencies',
    ]
    expect(hooks.filter(hook => hook in own.scripts)).toEqual([])
  })
})
