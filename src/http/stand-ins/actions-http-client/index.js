/**
 * Stands in for `@actions/http-client`, which `@actions/core` loads for OIDC tokens, that nothing here asks for, and
 * `@actions/github` for a proxy's agent, in whose place it is given our own transport (../../transport.ts). The real one
 * brings undici along: together 1.3 MB of the bundle and a third of a run's time. The version in package.json is the one
 * that it stands in for, so that npm takes it for that. Whoever needs the real one installs it again.
 */
export class HttpClient {
  getAgent() {}

  getAgentDispatcher() {}

  getJson() {
    throw new Error('OIDC tokens are not to be had here: see src/http/stand-ins.')
  }
}

export class BearerCredentialHandler {}
