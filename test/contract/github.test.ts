import { afterAll, expect, test } from 'vitest'
import { type GitHubEmulator, startGitHub } from '../support/github-emulator/index.ts'
import { describeGitHub } from './github.contract.ts'

const REPOSITORY = 'raxx-app/TradeMasterAPI'
let emulator: GitHubEmulator

describeGitHub('The emulator', async () => {
  emulator = await startGitHub()
  emulator.setFile(REPOSITORY, 'README.md', '# TradeMasterAPI ✓\n')
  return {
    url: emulator.url,
    token: 'ghs_test',
    repository: REPOSITORY,
    patience: 0,
    takeViolations: () => emulator.violations.splice(0),
  }
})

afterAll(() => emulator.close())

const { GITHUB_CONTRACT_REPOSITORY: repository, GITHUB_CONTRACT_TOKEN: token } = process.env
if (repository && token) {
  describeGitHub('GitHub itself', async () => ({
    url: process.env.GITHUB_API_URL ?? 'https://api.github.com',
    token,
    repository,
    patience: 30_000,
  }))
} else {
  test.skip('GitHub itself (set GITHUB_CONTRACT_REPOSITORY and GITHUB_CONTRACT_TOKEN)', () => expect.fail())
}
