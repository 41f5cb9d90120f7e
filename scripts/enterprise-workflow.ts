/** What differs for GitHub Enterprise Server: a part of the delivered workflow, and what stands there instead. */
const DIFFERENCES: [part: string, instead: string][] = [
  [
    '# Links FreeScout tickets and GitHub issues. Copy this file into the repository whose issues are linked.\n',
    '# Links FreeScout tickets and GitHub issues, on GitHub Enterprise Server. Copy this file into the repository whose issues\n' +
      '# are linked, as .github/workflows/freescout-sync.yml. `npm run docs` makes it from the file of that name.\n',
  ],
  [
    '# One run at a time for each ticket or issue; the others wait their turn. A run by hand takes part in that when it\n' +
      "# names the ticket by its id, the issue by its number: an expression can't take a URL apart.\n",
    '# One run at a time for each ticket or issue. Of those that wait, the server keeps the newest, which does the work of all:\n' +
      '# it looks at both sides as they are then. It does not know "queue: max", which keeps them all on github.com. A dry run\n' +
      '# does no work, so it has a group of its own. Other runs by hand wait in the group of a ticket or issue when they name\n' +
      "# its id or number: an expression can't take a URL apart.\n",
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
    '      # v1 moves with every release;',
    '      # The server gets this action by GitHub Connect, or has a copy of its repository.\n' +
      '      # v1 moves with every release;',
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
