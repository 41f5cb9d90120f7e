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

const refused = (status?: number) => ({
  error: new ServiceError({
    service: 'GitHub',
    call: 'look',
    happened: 'GitHub says no',
    todo: 'Do something.',
    status,
  }),
})

function repository(
  about: Partial<RepositorySetup> = {},
  survey: Partial<RepositorySurvey> = {},
): RepositorySurvey {
  const setup: RepositorySetup = {
    name: 'o/r',
    visibility: 'private',
    defaultBranch: 'main',
    isArchived: false,
    hasIssues: true,
    role: undefined,
    ...about,
  }
  return {
    name: 'o/r',
    isHome: true,
    isLinkable: true,
    about: { value: setup },
    labels: { value: [] },
    ...survey,
  }
}

describe('The token', () => {
  const home = (about: HomeSurvey['about']) => ({ about }) as HomeSurvey

  test('acts as its login, or is known to be good by what it reads', () => {
    expect(checkToken({ login: { value: 'bot' }, home: home(refused(404)) })).toMatchObject({
      status: 'ok',
      found: 'it acts as bot',
    })
    expect(checkToken({ login: refused(403), home: home(repository().about) }).status).toBe('ok')
    expect(checkToken({ login: refused(401), home: home(refused(401)) })).toMatchObject({
      status: 'missing',
      found: 'GitHub says no',
      todo: 'Do something.',
    })
  })
})

describe('A repository', () => {
  const cases: [string, RepositorySurvey, Check['status']][] = [
    ['with issues', repository(), 'ok'],
    ['that is archived', repository({ isArchived: true }), 'missing'],
    ['without issues', repository({ hasIssues: false }), 'missing'],
    [
      'without issues, in which none are linked',
      repository({ hasIssues: false }, { isLinkable: false }),
      'ok',
    ],
    ['whose events start no workflow here', repository({}, { isHome: false }), 'warning'],
    ['that is not seen', repository({}, { about: refused(404) }), 'missing'],
    ['that was renamed', repository({}, { about: refused(301) }), 'missing'],
    ['about which GitHub gave no answer', repository({}, { about: refused() }), 'not-checked'],
    ['for a token that is refused', repository({}, { about: refused(401) }), 'not-checked'],
  ]
  test.each(cases)('%s', (_what, survey, status) => {
    expect(checkRepository(survey).status).toBe(status)
  })
})

describe('The right to write issues', () => {
  const bot = { value: 'github-actions[bot]' }
  const person = { value: 'octo-dev' }
  const making = (given: { made?: string[]; error?: ServiceError }) =>
    new Map([['o/r', { made: [], planned: [], ...given }]])

  test.each(['admin', 'push', 'triage', 'pull', undefined] as const)(
    'is not claimed by a bot’s role %s',
    role => {
      expect(checkRights({ login: bot, repositories: [repository({ role })] }, new Map()).status).toBe(
        'not-checked',
      )
    },
  )

  test('is not claimed by a person’s role, which a token may fall short of', () => {
    expect(
      checkRights({ login: person, repositories: [repository({ role: 'admin' })] }, new Map()).status,
    ).toBe('not-checked')
  })

  test('is missing where a person may only read', () => {
    const repositories = [repository({ role: 'pull' })]
    expect(checkRights({ login: person, repositories }, new Map()).status).toBe('missing')
  })

  test('is missing where not even labels may be read, or one was refused', () => {
    const unread = repository({}, { labels: refused(403) })
    expect(checkRights({ login: bot, repositories: [unread] }, new Map()).status).toBe('missing')
    const answer = (status: number) => making({ error: refused(status).error })
    expect(checkRights({ login: bot, repositories: [repository()] }, answer(403)).status).toBe('missing')
    expect(checkRights({ login: bot, repositories: [repository()] }, answer(500)).status).toBe('not-checked')
  })

  test('is proven by a label in every repository, not in one of two', () => {
    const made = making({ made: ['bug'] })
    const repositories = [repository()]
    expect(checkRights({ login: bot, repositories }, made).status).toBe('ok')
    const two = [...repositories, repository({}, { name: 'o/other' })]
    expect(checkRights({ login: bot, repositories: two }, made).status).toBe('not-checked')
  })
})

describe('The content of issues', () => {
  test.each([
    ['private', 'auto', 'ok', 'its members can read the text'],
    ['private', 'full', 'ok', 'its members can read the text'],
    ['private', 'link-only', 'ok', 'only say that a ticket exists'],
    ['internal', 'auto', 'ok', 'only say that a ticket exists'],
    ['internal', 'full', 'warning', 'the whole enterprise can read the text'],
    ['public', 'auto', 'ok', 'only say that a ticket exists'],
    ['public', 'full', 'warning', 'everybody can read the text'],
    ['public', 'link-only', 'ok', 'only say that a ticket exists'],
  ] as const)('in a %s repository with content: %s is %s', (visibility, content, status, found) => {
    const check = checkContent(repository({ visibility }), { content })
    expect(check).toMatchObject({ status, found: expect.stringContaining(found) })
  })
})

describe('The default branch', () => {
  const open: BranchSetup = { isProtected: false, requiresChecks: false }
  const cases: [string, Partial<HomeSurvey>, Check['status']][] = [
    ['that takes every push', {}, 'warning'],
    ['with a ruleset that asks for a pull request', { rules: { value: ['deletion', 'pull_request'] } }, 'ok'],
    ['with a ruleset against force pushes only', { rules: { value: ['non_fast_forward'] } }, 'warning'],
    [
      'with checks that have to pass',
      { branch: { value: { isProtected: true, requiresChecks: true } } },
      'ok',
    ],
    [
      'with a protection that is not told',
      { branch: { value: { ...open, isProtected: true } } },
      'not-checked',
    ],
    ['that can not be read', { branch: refused(403) }, 'not-checked'],
    ['that can not be read, but has a ruleset', { branch: refused(403), rules: { value: ['update'] } }, 'ok'],
    ['whose rules can not be read', { rules: refused(403) }, 'not-checked'],
    ['of a repository that is not seen', { about: refused(404) }, 'not-checked'],
  ]
  test.each(cases)('%s', (_what, given, status) => {
    const home: HomeSurvey = {
      about: repository().about,
      branch: { value: open },
      rules: { value: [] },
      workflows: { value: [] },
      ...given,
    }
    expect(checkBranch(home).status).toBe(status)
  })
})
