/** A service that leads links over its own pages: which URLs are its own, and the target of such a URL. */
type Wrapper = { name: string; host: RegExp; path?: RegExp; target: (url: URL) => string | undefined }

/** A link may be wrapped by the sender's service and by the receiver's. More layers are an attack. */
const MAX_LAYERS = 5

/** The lengths that a letter stands for in urldefense v3: `A` is 2, `B` is 3 and so on. */
const RUN_LENGTHS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/**
 * Link wrappers whose URL holds its target. Others (Mimecast, mailing services) keep it on their server.
 * Proofpoint describes its encodings: https://help.proofpoint.com/Threat_Insight_Dashboard/API_Documentation/URL_Decoder_API
 */
const WRAPPERS: Wrapper[] = [
  {
    name: 'Outlook Safe Links',
    host: /(?:^|\.)safelinks\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn)$/,
    target: parameter('url'),
  },
  { name: 'Teams', host: /^statics\.teams\.cdn\.(?:office\.net|live\.net)$/, target: parameter('url') },
  {
    name: 'urldefense v3',
    host: /^urldefense(?:\.proofpoint)?\.(?:com|us)$/,
    path: /^\/v3\/__/,
    target: url => urldefenseV3(url.href),
  },
  {
    name: 'urldefense v2',
    host: /^urldefense(?:\.proofpoint)?\.(?:com|us)$/,
    path: /^\/v2\/url/,
    target: url => {
      const packed = url.searchParams.get('u')?.replaceAll('-', '%').replaceAll('_', '/')
      return packed === undefined ? undefined : percentDecoded(packed)
    },
  },
  {
    name: 'urldefense v1',
    host: /^urldefense(?:\.proofpoint)?\.(?:com|us)$/,
    path: /^\/v1\/url/,
    target: parameter('u'),
  },
  {
    name: 'Google',
    host: /^(?:www\.)?google(?:\.[a-z]{2,3}){1,2}$/,
    path: /^\/url$/,
    target: parameter('q', 'url'),
  },
  { name: 'Facebook', host: /^(?:l|lm)\.(?:facebook|messenger|instagram)\.com$/, target: parameter('u') },
  { name: 'YouTube', host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, target: parameter('q') },
  {
    name: 'LinkedIn',
    host: /^(?:www\.)?linkedin\.com$/,
    path: /^\/(?:redir|safety\/go)/,
    target: parameter('url'),
  },
  { name: 'Slack', host: /^slack-redir\.net$/, target: parameter('url') },
  { name: 'Reddit', host: /^out\.reddit\.com$/, target: parameter('url') },
  { name: 'VK', host: /^(?:www\.)?vk\.com$/, path: /^\/away/, target: parameter('to') },
  { name: 'DuckDuckGo', host: /^duckduckgo\.com$/, path: /^\/l\//, target: parameter('uddg') },
  {
    name: 'Bing',
    host: /^(?:www\.)?bing\.com$/,
    path: /^\/ck\/a/,
    target: url => base64Decoded(url.searchParams.get('u')?.replace(/^a1/, '')),
  },
  { name: 'Barracuda', host: /^linkprotect\.cudasvc\.com$/, target: parameter('a') },
  { name: 'Trend Micro', host: /(?:^|\.)trendmicro\.com$/, path: /^\/wis\//, target: parameter('url') },
  { name: 'Symantec', host: /^clicktime\.symantec\.com$/, target: parameter('u') },
  { name: 'FireEye, Trellix', host: /^protect\d?\.(?:fireeye|trellix)\.com$/, target: parameter('u') },
  { name: 'TitanHQ', host: /^linklock\.titanhq\.com$/, target: parameter('url') },
  { name: 'EdgePilot', host: /^link\.edgepilot\.com$/, target: parameter('u') },
  {
    name: 'Sophos',
    host: /\.protection\.sophos\.com$/,
    target: url => base64Decoded(url.searchParams.get('u') ?? undefined),
  },
  {
    name: 'Cisco',
    host: /^secure-web\.cisco\.com$/,
    target: url => {
      const packed = /\/(https?%3a[^/?#]+)/i.exec(url.pathname)?.[1]
      return packed && percentDecoded(packed)
    },
  },
  {
    name: 'Check Point',
    host: /^(?:[a-z]+\.)?(?:url\.avanan\.click|protect\.checkpoint\.com)$/,
    target: url => /\/v2\/(?:r\d\d\/)?___(.+?)___/.exec(url.href)?.[1],
  },
]

/**
 * Removes known link wrappers from a URL, layer by layer, and returns the target. Returns any other URL unchanged, and
 * the wrapper too when its target is no http, https or mailto URL.
 */
export function unwrapUrl(url: string): string {
  let current = url
  for (let layer = 0; layer < MAX_LAYERS; layer++) {
    const target = targetOf(current)
    if (target === undefined) break
    current = target
  }
  return current
}

function targetOf(text: string): string | undefined {
  // A URL that was copied from HTML source may have `&amp;` between its parameters.
  const source = text.trim().replace(/&amp;/gi, '&')
  if (!/^https?:/i.test(source) || !URL.canParse(source)) return undefined
  const url = new URL(source)
  const wrapper = WRAPPERS.find(
    ({ host, path }) => host.test(url.hostname) && (!path || path.test(url.pathname)),
  )
  const target = wrapper?.target(url)?.trim()
  return target && /^(?:https?:\/\/|mailto:)./i.test(target) && URL.canParse(target) ? target : undefined
}

/** Reads the first of these query parameters that the URL has. */
function parameter(...names: string[]): (url: URL) => string | undefined {
  return url => names.map(name => url.searchParams.get(name)).find(value => value) ?? undefined
}

/** `…/v3/__https://a.example/*x__;4pyT!!…`: each `*` stands for the next byte of the base64 text after the `;`. */
function urldefenseV3(href: string): string | undefined {
  const found = /\/v3\/__(.+?)__(?:;([A-Za-z0-9_=-]*))?(?:!|$)/.exec(href)
  const target = found?.[1]
  if (target === undefined) return undefined
  const left = [...Buffer.from(found?.[2] ?? '', 'base64url').toString()]
  const whole = target.replace(/\*(\*[A-Za-z0-9_-])?/g, (_, run?: string) =>
    left.splice(0, run ? RUN_LENGTHS.indexOf(run.charAt(1)) + 2 : 1).join(''),
  )
  return whole.replace(/^(https?:\/)(?=[^/])/i, '$1/')
}

function base64Decoded(text: string | undefined): string | undefined {
  return text === undefined ? undefined : Buffer.from(text, 'base64').toString()
}

function percentDecoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
