import { expect, it } from 'vitest'
import {
  isLinkable,
  issueRepository,
  linkableRepositories,
  targetRepositories,
} from '../../../src/link/repositories.ts'
import { configOf } from '../../support/observed-ticket.ts'

const HOME = 'raxx-app/home'
const config = configOf(`issue:
  repository: raxx-app/inbox
  allowed: [raxx-app/legacy, raxx-app/billing]
  routes:
    - { when: { tag: a }, repository: raxx-app/billing }
    - { when: { tag: b }, repository: raxx-app/inbox }
    - { when: { tag: c }, repository: raxx-app/billing }
`)

it('Issues go to the workflow’s repository unless another is configured', () => {
  expect(issueRepository(configOf(), HOME)).toBe(HOME)
  expect(issueRepository(config, HOME)).toBe('raxx-app/inbox')
})

it('Markers are looked for wherever issues are made: each repository once, the default one first', () => {
  expect(targetRepositories(config, HOME)).toEqual(['raxx-app/inbox', 'raxx-app/billing'])
  expect(targetRepositories(configOf(), HOME)).toEqual([HOME])
})

it('Links by hand are good there, and in the repositories that are allowed besides; nowhere else', () => {
  expect(linkableRepositories(config, HOME)).toEqual([
    'raxx-app/inbox',
    'raxx-app/billing',
    'raxx-app/legacy',
  ])
  expect(linkableRepositories(configOf(), HOME)).toEqual([HOME])
})

it.each([
  ['raxx-app/INBOX', true],
  ['raxx-app/legacy', true],
  [HOME, false],
  ['raxx-app/other', false],
])('Whether tickets may link to issues of %s: %s', (repository, expected) => {
  expect(isLinkable(repository, { config, home: HOME })).toBe(expected)
})
