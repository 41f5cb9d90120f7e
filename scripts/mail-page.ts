import { toHtml } from 'hast-util-to-html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import type { renderIssue } from '../src/render/issue.ts'
import { escaped, htmlPage } from './html-page.ts'

const STYLE = `
h2.part { margin-top: 2.5rem; font-size: 1.1rem; color: #59636e; }
.issue { border: 1px solid #d1d9e0; border-radius: 6px; padding: 1rem; overflow-wrap: break-word; }
blockquote { margin: 0 0 1rem; padding: 0 1em; color: #59636e; border-left: .25em solid #d1d9e0; }
code { font: 85% ui-monospace, monospace; background: #818b981f; border-radius: 6px; padding: .2em .4em; }
pre { background: #f6f8fa; border-radius: 6px; padding: 1rem; overflow: auto; }
pre code { background: none; padding: 0; }
table { border-collapse: collapse; }
th, td { border: 1px solid #d1d9e0; padding: 6px 13px; }
.source { white-space: pre-wrap; }
`

/** A page, as HTML, with an issue as GitHub shows it, its Markdown, and what was left out of it. */
export function mailPage({ title, body, leftOut, warnings }: ReturnType<typeof renderIssue>): string {
  const rows = leftOut.map(({ rule, text }) => `<tr><td>${escaped(rule)}</td><td>${escaped(text)}</td></tr>`)
  const table = `<table><tr><th>Rule</th><th>Text</th></tr>${rows.join('\n')}</table>`
  const content = `${warnings.map(warning => `<p><strong>${escaped(warning)}</strong></p>`).join('\n')}
<div class="issue">
${asGitHubShowsIt(body)}
</div>
<h2 class="part">Its Markdown</h2>
<pre class="source">${escaped(body)}</pre>
<h2 class="part">Left out</h2>
${rows.length > 0 ? table : '<p>Nothing.</p>'}`
  return htmlPage({ title, style: STYLE, content })
}

/** Markdown as HTML. HTML in the Markdown is left out; an issue has none but the marker, which GitHub hides. */
function asGitHubShowsIt(markdown: string): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  return toHtml(toHast(tree))
}
