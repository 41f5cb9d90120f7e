import { verify } from 'node:crypto'
import { Refusal } from './responses.ts'
import type { App } from './state.ts'

const LONGEST = 600
const DRIFT = 5

/**
 * Accepts an App's JWT as GitHub does: RS256 by the App's key, issued by its client id or id, not in the
 * future, at most ten minutes long. Throws 401 with the reason. (docs.github.com: Generating a JSON Web
 * Token for a GitHub App.)
 */
export function verifyJwt(jwt: string, app: App, now: Date): void {
  const [head, claims, signature, ...rest] = jwt.split('.')
  if (!head || !claims || !signature || rest.length > 0) throw undecodable()
  const isSigned =
    decode(head).alg === 'RS256' &&
    verify('RSA-SHA256', Buffer.from(`${head}.${claims}`), app.publicKey, Buffer.from(signature, 'base64url'))
  if (!isSigned) throw undecodable()

  const { iss, iat, exp } = decode(claims)
  const seconds = Math.floor(now.getTime() / 1000)
  if (String(iss) !== app.clientId && String(iss) !== String(app.id)) {
    throw new Refusal(401, { message: 'Integration not found' })
  }
  if (typeof iat !== 'number' || !Number.isInteger(iat) || iat > seconds + DRIFT) {
    throw claimWrong(
      "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued",
    )
  }
  if (typeof exp !== 'number' || !Number.isInteger(exp) || exp <= seconds) {
    throw claimWrong(
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires",
    )
  }
  if (exp > seconds + LONGEST + DRIFT) {
    throw claimWrong("'Expiration time' claim ('exp') is too far in the future")
  }
}

function undecodable(): Refusal {
  return new Refusal(401, { message: 'A JSON web token could not be decoded' })
}

function claimWrong(message: string): Refusal {
  return new Refusal(401, { message })
}

function decode(part: string): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    throw undecodable()
  }
}
