import { describe, expect, test } from 'vitest'
import type { Check } from '../../../src/checks.ts'
import {
  checkBranch,
  checkContent,
  checkRepository,
  checkRights,
  checkToken,
} from '../../../src/doctor/github-checks.ts'
import type { HomeSurvey, RepositorySurvey } from '../../../src/doctor/survey.ts'
import type { BranchSetup, RepositorySetup } from '../../../src/github/setup.ts'
import { ServiceError } from '../../../src/service-error.ts'

/** A read that succeeded. */
const value = <T>(value: T) => ({ kind: 'value' as const, value })

/** A read that GitHub refused with this status; without one, GitHub gave no answer. */
const refused = (status?: number) => ({
  kind: 'error' as const,
  error: new ServiceError({
    service: 'GitHub',
    call: 'look',
    happened: 'GitHub says no',
    todo: 'Do something.',
    status,
  }),
})

function repository(
  details: Partial<RepositorySetup> = {},
  survey: Partial<RepositorySurvey> = {},
): RepositorySurvey {
  const setup: RepositorySetup = {
    name: 'o/r',
    visibility: 'private',
    defaultBranch: 'main',
    isArchived: false,
    hasIssues: true,
    role: undefined,
    ...details,
  }
  return {
    name: 'o/r',
    isHome: true,
    isLinkable: true,
    details: value(setup),
    labels: value([]),
    ...survey,
  }
}

describe('checkToken', () => {
  const home = (details: HomeSurvey['details']) => ({ details }) as HomeSurvey

  test('names the login, or accepts a token that can read the repository', () => {
    expect(checkToken({ login: value('bot'), home: home(refused(404)) })).toMatchObject({
      status: 'ok',
      found: 'it acts as bot',
    })
    expect(checkToken({ login: refused(403), home: home(repository().details) }).status).toBe('ok')
    expect(checkToken({ login: refused(401), home: home(refused(401)) })).toMatchObject({
      status: 'missing',
      found: 'GitHub says no',
      todo: 'Do something.',
    })
  })
})

describe('checkRepository', () => {
  const cases: [string, RepositorySurvey, Check['status']][] = [
    ['with issues', repository(), 'ok'],
    ['that is archived', repository({ isArchived: true }), 'missing'],
    ['without issues', repository({ hasIssues: false }), 'missing'],
    [
      'without issues whose issues are not linked',
      repository({ hasIssues: false }, { isLinkable: false }),
      'ok',
    ],
    ['whose events start no workflow here', repository({}, { isHome: false }), 'warning'],
    ['that the token can not see', repository({}, { details: refused(404) }), 'missing'],
    ['that was renamed', repository({}, { details: refused(301) }), 'missing'],
    ['about which GitHub gave no answer', repository({}, { details: refused() }), 'not-checked'],
    ['for a token that is refused', repository({}, { details: refused(401) }), 'not-checked'],
  ]
  test.each(cases)('checks a repository %s', (_what, survey, status) => {
    expect(checkRepository(survey).status).toBe(status)
  })
})

describe('checkRights', () => {
  const bot = value('github-actions[bot]')
  const person = value('octo-dev')
  const creation = (given: { created?: string[]; error?: ServiceError }) =>
    new Map([['o/r', { created: [], planned: [], ...given }]])

  test.each(['admin', 'push', 'triage', 'pull', undefined] as const)(
    'claims no right because of a bot’s role %s',
    role => {
      expect(checkRights({ login: bot, repositories: [repository({ role })] }, new Map()).status).toBe(
        'not-checked',
      )
    },
  )

  test('claims no right because of a person’s role, because the token may have fewer rights', () => {
    expect(
      checkRights({ login: person, repositories: [repository({ role: 'admin' })] }, new Map()).status,
    ).toBe('not-checked')
  })

  test('misses the right of a person who may only read', () => {
    const repositories = [repository({ role: 'pull' })]
    expect(checkRights({ login: person, repositories }, new Map()).status).toBe('missing')
  })

  test('misses the right when GitHub refused to list or create labels', () => {
    const unread = repository({}, { labels: refused(403) })
    expect(checkRights({ login: bot, repositories: [unread] }, new Map()).status).toBe('missing')
    const answer = (status: number) => creation({ error: refused(status).error })
    expect(checkRights({ login: bot, repositories: [repository()] }, answer(403)).status).toBe('missing')
    expect(checkRights({ login: bot, repositories: [repository()] }, answer(500)).status).toBe('not-checked')
  })

  test('finds the right when this run created a label in every repository, not in one of two', () => {
    const created = creation({ created: ['bug'] })
    const repositories = [repository()]
    expect(checkRights({ login: bot, repositories }, created).status).toBe('ok')
    const two = [...repositories, repository({}, { name: 'o/other' })]
    expect(checkRights({ login: bot, repositories: two }, created).status).toBe('not-checked')
  })
})

describe('checkContent', () => {
  test.each([
    ['private', 'auto', 'ok', 'its members can read the text'],
    ['private', 'full', 'ok', 'its members can read the text'],
    ['private', 'link-only', 'ok', 'only say that a ticket exists'],
    ['internal', 'auto', 'ok', 'only say that a ticket exists'],
    ['internal', 'full', 'warning', 'the whole enterprise can read the text'],
    ['public', 'auto', 'ok', 'only say that a ticket exists'],
    ['public', 'full', 'warning', 'everybody can read the text'],
    ['public', 'link-only', 'ok', 'only say that a ticket exists'],
  ] as const)(
    'gives a %s repository with content: %s the status %s',
    (visibility, content, status, found) => {
      const check = checkContent(repository({ visibility }), { content })
      expect(check).toMatchObject({ status, found: expect.stringContaining(found) })
    },
  )
})

describe('checkBranch', () => {
  const open: BranchSetup = { isProtected: false, requiresChecks: false }
  const cases: [string, Partial<HomeSurvey>, Check['status']][] = [
    ['that accepts every push', {}, 'warning'],
    ['with a ruleset that requires a pull request', { rules: value(['deletion', 'pull_request']) }, 'ok'],
    ['with a ruleset against force pushes only', { rules: value(['non_fast_forward']) }, 'warning'],
    ['with checks that have to pass', { branch: value({ isProtected: true, requiresChecks: true }) }, 'ok'],
    [
      'with a protection that the token can not read',
      { branch: value({ ...open, isProtected: true }) },
      'not-checked',
    ],
    ['that can not be read', { branch: refused(403) }, 'not-checked'],
    ['that can not be read, but has a ruleset', { branch: refused(403), rules: value(['update']) }, 'ok'],
    ['whose rules can not be read', { rules: refused(403) }, 'not-checked'],
    ['of a repository that the token can not see', { details: refused(404) }, 'not-checked'],
  ]
  test.each(cases)('checks a default branch %s', (_what, given, status) => {
    const home: HomeSurvey = {
      details: repository().details,
      branch: value(open),
      rules: value([]),
      workflows: value([]),
      ...given,
    }
    expect(checkBranch(home).status).toBe(status)
  })
})
