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
      // Nothing here has state of its own, so the files share their modules: half of the time was loading them again.
      project('unit', { pool: 'threads', isolate: false }),
      project('integration'),
      project('contract'),
      // Nearly all of these start dist/: one message is better than one for each test.
      project('e2e', { globalSetup: 'test/support/current-bundle.ts' }),
      project('browser'),
      project('docs'),
    ],
  },
})
