import { BADGE_LINK, BADGE_STYLE, BADGE_TEXT, DEFAULT_SERVER, ISSUE_SERVER, ISSUE_URL } from './badge.ts'

/**
 * The custom element `<github-issue-badge href="…">` as a script, for any console that has the ticket's JSON. It shares
 * its parts with `badge()`, so both look the same.
 *
 * The script is a text and not a function, because bundlers rewrite functions: esbuild (and so wrangler) adds calls to
 * its own helpers. It creates nodes and a constructed style sheet. So it needs neither inline styles in the page's
 * Content-Security-Policy nor HTML in its Trusted Types. The link stays when the URL changes, and so does the focus.
 */
export const BADGE_SCRIPT = `// <github-issue-badge href="https://github.com/owner/repo/issues/42"></github-issue-badge>
// A link to a ticket's GitHub issue. It shows nothing unless href is the URL of an issue on the server.
// The attribute server names the server; the default is ${DEFAULT_SERVER}.
(() => {
  const ISSUE_URL = ${ISSUE_URL}
  const style = new CSSStyleSheet()
  style.replaceSync(${JSON.stringify(compact(BADGE_STYLE))})

  class GitHubIssueBadge extends HTMLElement {
    static observedAttributes = ['href', 'server']
    #link = document.createElement('a')
    #root = this.attachShadow({ mode: 'open', delegatesFocus: true })

    get href() { return this.getAttribute('href') ?? '' }
    set href(url) { this.setAttribute('href', url ?? '') }
    get server() { return this.getAttribute('server') ?? '' }
    set server(url) { this.setAttribute('server', url ?? '') }

    constructor() {
      super()
      this.#root.adoptedStyleSheets = [style]
    }

    connectedCallback() {
      // The page may have set a property before it loaded this script. Such a property would hide the accessors.
      for (const name of ['server', 'href']) {
        if (!Object.hasOwn(this, name)) continue
        const value = this[name]
        delete this[name]
        this[name] = value
      }
    }

    attributeChangedCallback() {
      const url = this.href.trim()
      const trusted = (this.server.trim() || '${DEFAULT_SERVER}').replace(/\\/$/, '').toLowerCase()
      if (!ISSUE_URL.test(url) || url.replace(ISSUE_URL, '${ISSUE_SERVER}').toLowerCase() !== trusted)
        return this.#link.remove()
      for (const [name, value] of ${JSON.stringify(Object.entries(BADGE_LINK))})
        this.#link.setAttribute(name, url.replace(ISSUE_URL, value))
      this.#link.textContent = url.replace(ISSUE_URL, ${JSON.stringify(BADGE_TEXT)})
      if (!this.#link.parentNode) this.#root.append(this.#link)
    }
  }

  if (!customElements.get('github-issue-badge')) customElements.define('github-issue-badge', GitHubIssueBadge)
})()
`

/**
 * The headers of the script. It is the same for everybody, so pages of any origin may load it: as a module (CORS), and
 * from a page that isolates itself (CORP). Browsers keep it for five minutes, so turning off the flag works soon.
 */
export const BADGE_HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  'cache-control': 'public, max-age=300',
  'x-content-type-options': 'nosniff',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** Style rules without white space that browsers do not need. */
function compact(style: string): string {
  return style.trim().replace(/\s+/g, ' ')
}
