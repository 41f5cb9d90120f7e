import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { data, Evaluator, Lexer, Parser } from '@actions/expressions'
import {
  convertWorkflowTemplate,
  isBasicExpression,
  isSequence,
  NoOperationTraceWriter,
  parseWorkflow,
} from '@actions/workflow-parser'
import type { TemplateToken } from '@actions/workflow-parser/templates/tokens/template-token'
import { parse } from 'yaml'

export const ROOT = join(import.meta.dirname, '..', '..')
const FOLDER = join(ROOT, '.github', 'workflows')

/** A step that uses an action. */
type Step = { uses?: string; run?: string; with?: Record<string, string> }

/** The keys of a workflow that the tests look at, as plain data. */
export type Plain = {
  on: Record<string, { types?: string[]; inputs?: Record<string, { options?: string[] }> }> & {
    schedule?: { cron: string }[]
  }
  permissions: Record<string, string>
  concurrency: { group?: string; queue?: string; 'cancel-in-progress'?: unknown }
  jobs: Record<
    string,
    { if?: string; permissions: Record<string, string>; 'timeout-minutes': number; steps: Step[] }
  >
}

/** A workflow file, by YAML and by GitHub's own parser. */
export type Workflow = {
  text: string
  plain: Plain
  /** What GitHub would refuse, with line and column. */
  errors: string[]
  /** What GitHub's evaluator makes of the expression under a path of keys, such as `jobs`, `sync`, `steps`, `0`. */
  evaluate: (path: string[], contexts: Contexts) => unknown
}

/** What an expression can see. Whatever is not there is null, as on GitHub. */
export type Contexts = {
  github: { event_name: string; event: Record<string, unknown> }
  inputs?: Record<string, unknown>
  vars?: Record<string, string>
}

/** The names of this repository's workflow files. */
export async function workflowNames(): Promise<string[]> {
  return (await readdir(FOLDER)).filter(name => /\.ya?ml$/.test(name)).toSorted()
}

/** Reads a file of `.github/workflows`. */
export async function readWorkflow(name: string): Promise<Workflow> {
  return parseWorkflowText(name, await readFile(join(FOLDER, name), 'utf8'))
}

/** Reads the text of a workflow. `name` is only shown in errors. */
export async function parseWorkflowText(name: string, text: string): Promise<Workflow> {
  const plain = parse(text) as Plain
  const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter())
  // The second pass checks what the first leaves open, such as the cron line, and adds to the same errors.
  if (value) await convertWorkflowTemplate(context, value)
  const root = withoutBlocks(name, plain)
  return {
    text,
    plain,
    errors: context.errors.getErrors().map(String),
    evaluate: (path, contexts) => {
      const token = path.reduce<TemplateToken | undefined>(
        (parent, key) =>
          parent && (isSequence(parent) ? parent.get(Number(key)) : parent.assertMapping(key).find(key)),
        root,
      )
      if (!token) throw new Error(`${name} has no ${path.join(' » ')}`)
      return evaluate(token, contexts)
    },
  }
}

/**
 * The parser's values, from the workflow as JSON, which is YAML without blocks. Of a block (`>-`) the parser keeps
 * the lines as the file has them, indentation and all, for the editors it was made for (parseScalar in its
 * template-reader.js); GitHub takes what YAML makes of them.
 */
function withoutBlocks(name: string, plain: Plain): TemplateToken | undefined {
  return parseWorkflow({ name, content: JSON.stringify(plain) }, new NoOperationTraceWriter()).value
}

function evaluate(token: TemplateToken, contexts: Contexts): unknown {
  const expression = isBasicExpression(token) ? token.expression : token.assertString('expression').value
  const seen = { inputs: {}, vars: {}, ...contexts }
  const { tokens } = new Lexer(expression).lex()
  const tree = new Parser(tokens, Object.keys(seen), []).parse()
  const result = new Evaluator(tree, JSON.parse(JSON.stringify(seen), data.reviver)).evaluate()
  return 'value' in result ? result.value : null
}
