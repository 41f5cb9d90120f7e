/** Stands for a secret value in a URL. It needs no encoding there. */
const REMOVED = 'redacted'

/** Parameters that only count readers and campaigns, by their whole name in lower case. */
const TRACKING = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh li_fat_id epik srsltid ' +
    'mc_cid mc_eid mkt_tok mibextid _ga _gl _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id vero_conv ' +
    'oly_anon_id oly_enc_id _openstat wickedid rb_clickid s_cid ml_subscriber ml_subscriber_hash _ke _kx ' +
    'elqtrackid elqtrack elqaid elqat trk_contact trk_msg trk_module trk_sid dm_i irclickid cvid sc_eh sc_uid'
  ).split(' '),
)
const TRACKING_FAMILY = /^(?:utm|itm|mtm|pk|piwik|matomo|hsa)_/

/** A value whose name has one of these words is secret. `accessToken` and `X-Amz-Signature` have two and three words. */
const SECRET_WORDS = new Set(
  (
    'token apikey secret password passwd passwort passwd pwd pass sig signature hmac jwt otp session sessionid auth ' +
    'authorization credential credentials bearer nonce reset invite invitation magic'
  ).split(' '),
)
/** Names that are secret only as a whole. `sort_key` and `error_code` say something to an engineer. */
const SECRET_NAME =
  /^(?:key|sid|phpsessid|jsessionid|oobcode|ticket_?hash|hash|verify|verification|confirmation|(?:api|access|secret|auth|private|user|license|activation|reset|security)[_-]?(?:key|code|id|hash))$/i

/** In a path, the part after one of these is secret when it is long and looks random: `/password/reset/4f9a…`. */
const BEFORE_SECRET =
  /^(?:(?:password|pw|account)?[_-]?(?:reset|recover|recovery)(?:[_-]?password)?|password|magic|magic[_-]link|login[_-]link|verify|verification|verify[_-]email|confirm|confirmation|activate|activation|invite|invites|invitation|invitations|unsubscribe|token|tokens|sso|otp|auth)$/i

/**
 * Removes from a URL what a stranger must not read and an engineer does not need: user and password, tracking
 * parameters, and values that look like secrets, in the query, the fragment and the path. Whatever else is in the URL
 * stays as it was written.
 */
export function privateUrl(url: string): string {
  const { 1: before = '', 2: query, 3: fragment } = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url) ?? []
  const kept = query === undefined ? undefined : parameters(query)
  const isEmptied = kept === '' && query !== ''
  return (
    withoutSecretPath(before) +
    (kept === undefined || isEmptied ? '' : `?${kept}`) +
    (fragment === undefined ? '' : withHash(fragment))
  )
}

function withHash(fragment: string): string {
  const at = fragment.indexOf('?')
  if (at >= 0) {
    const kept = parameters(fragment.slice(at + 1))
    return `#${withoutSecretPath(fragment.slice(0, at))}${kept && `?${kept}`}`
  }
  if (!/^[^/!]*=/.test(fragment)) return `#${withoutSecretPath(fragment)}`
  const kept = parameters(fragment)
  return kept && `#${kept}`
}

function parameters(query: string): string {
  return query
    .split(/&(?:amp;)?/)
    .flatMap(pair => {
      const at = pair.indexOf('=')
      const name = at < 0 ? pair : pair.slice(0, at)
      const value = at < 0 ? '' : pair.slice(at + 1)
      if (isTracking(name)) return []
      return [isSecret(name, value) ? `${name}=${REMOVED}` : pair]
    })
    .join('&')
}

function isTracking(name: string): boolean {
  return TRACKING.has(name.toLowerCase()) || TRACKING_FAMILY.test(name.toLowerCase())
}

function isSecret(name: string, value: string): boolean {
  if (value === '' || /^(?:true|false|yes|no|on|off|[01])$/i.test(value)) return false
  // OAuth's `code` is a secret, an error's is not.
  if (/^(?:code|state)$/i.test(name) && /^(?=.*\d)(?=.*[a-z])[\w.~%/+-]{16,}$/i.test(value)) return true
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z]+/)
  return SECRET_NAME.test(name) || words.some(word => SECRET_WORDS.has(word)) || looksSecret(value)
}

/** A JSON Web Token, or 40 and more characters without a word in them. A commit's digits are no secret. */
function looksSecret(value: string): boolean {
  if (/^eyJ[\w-]{8,}\.[\w-]{8,}/.test(value)) return true
  const isMixed = /[a-z]/.test(value) && /[A-Z]/.test(value) && (value.match(/\d/g)?.length ?? 0) >= 4
  return /^[\w~+-]{40,}(?:%3D|=)*$/i.test(value) && isMixed
}

function withoutSecretPath(path: string): string {
  const segments = path.replace(/^(https?:\/\/)[^/@:\s]*:[^/@\s]*@/i, '$1').split('/')
  const isWeb = /^https?:$/i.test(segments[0] ?? '')
  return segments
    .map((segment, index) => {
      const parent = segments[index - 1] ?? ''
      if (isWeb && index < 3) return segment
      if (/;jsessionid=/i.test(segment)) return segment.replace(/(;jsessionid=)[^;]*/gi, `$1${REMOVED}`)
      const isLong = /^[\w.~+%=-]{12,}$/.test(segment) && /\d/.test(segment) && /[a-z]/i.test(segment)
      return (isLong && BEFORE_SECRET.test(parent)) || /^eyJ[\w-]{8,}\.[\w-]{8,}/.test(segment)
        ? REMOVED
        : segment
    })
    .join('/')
}
