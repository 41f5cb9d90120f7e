import type { TestProject } from 'vitest/node'
import { requireCurrentBundle } from '../../scripts/source-digest.ts'

/**
 * Vitest calls it before the first test of a project that starts dist/, and when it watches, before each further run.
 *
 * @throws {Error} when dist/ was not built from the sources as they are.
 */
export default function setup(project: TestProject): void {
  requireCurrentBundle()
  project.onTestsRerun(async () => requireCurrentBundle())
}
