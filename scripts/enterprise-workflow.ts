/** What differs for GitHub Enterprise Server: a part of the delivered workflow, and what stands there instead. */
const DIFFERENCES: [part: string, instead: string][] = [
  [
    '# Links FreeScout tickets and GitHub issues. Copy this file into the repository whose issues are linked.\n',
    '# Links FreeScout tickets and GitHub issues, on GitHub Enterprise Server. Copy this file into the repository whose issues\n' +
      '# are linked, as .github/workflows/freescout-sync.yml. `npm run docs` makes it from the file of that name.\n',
  ],
  [
    '# For each ticket or issue, only one run works at a time, and the others wait. This includes a run by hand, if you give\n' +
      "# the ticket's id or the issue's number. With a URL, the run does not wait, because an expression can't parse a URL.\n",
    '# For each ticket or issue, only one run works at a time. Of the runs that wait, the server keeps only the newest. That\n' +
      '# one does the work of all, because it looks at both sides as they are then. On github.com, "queue: max" keeps them all,\n' +
      '# but the server does not know that key. A dry run does no work, so it has its own group. Another run by hand waits, if\n' +
      "# you give the ticket's id or the issue's number. With a URL, it does not wait: an expression can't parse a URL.\n",
  ],
  [
    '    freescout-${{ github.event.client_payload.conversation_id',
    `    freescout-\${{ inputs.dry-run && format('dry-run-{0}', github.run_id)\n` +
      '      || github.event.client_payload.conversation_id',
  ],
  ['  queue: max\n', ''],
  [
    '    runs-on: ubuntu-latest\n',
    '    runs-on: self-hosted # 2.327.1 or newer; GitHub Enterprise Server has no runners of its own\n',
  ],
  [
    '      # v1 moves with every release.',
    '      # The server gets this action by GitHub Connect, or has a copy of its repository.\n' +
      '      # v1 moves with every release.',
  ],
]

/**
 * The workflow for GitHub Enterprise Server, made from the delivered one.
 *
 * @throws {Error} when the delivered one lacks a part that differs
 */
export function enterpriseWorkflow(workflow: string): string {
  return DIFFERENCES.reduce((text, [part, instead]) => {
    if (!text.includes(part)) throw new Error(`freescout-sync.yml has no ${JSON.stringify(part)} any more.`)
    return text.replace(part, () => instead)
  }, workflow)
}
