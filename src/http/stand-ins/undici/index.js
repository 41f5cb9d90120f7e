/** Stands in for undici, from which `@actions/github` takes its default `fetch`: it is given ours instead. */
export function fetch() {
  throw new Error('Octokit is to be given a fetch: see src/http/stand-ins.')
}
