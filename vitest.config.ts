import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

/** A project for each folder of tests; test/README.md says what each of them needs. */
function project(
  name: string,
  test: TestProjectInlineConfiguration['test'] = {},
): TestProjectInlineConfiguration {
  return {
    test: {
      name,
      include: [`test/${name}/**/*.test.ts`],
      testTimeout: 30_000,
      server: { deps: { inline: [/@actions\//] } },
      ...test,
    },
  }
}

export default defineConfig({
  test: {
    projects: [
      // Unit tests leave no state in modules, so all files share one copy. Loading a copy for each file doubled the time.
      project('unit', { pool: 'threads', isolate: false }),
      project('integration'),
      project('contract'),
      // Nearly all of these start dist/. When it is old, one message is better than one for each test.
      project('e2e', { globalSetup: 'test/support/current-bundle.ts' }),
      project('browser'),
      project('docs'),
    ],
  },
})
