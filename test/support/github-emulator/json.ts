import { type App, fullName, type GitHubState, type Label, type Repository } from './state.ts'

/** A made-up node id; opaque to clients, as GitHub's are. */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`
}

/** Where the API answers for a repository. */
export function repositoryUrl(github: GitHubState, repository: Repository): string {
  return `${github.apiUrl}/repos/${fullName(repository)}`
}

/** A user or a bot, by login alone; bots' logins end in `[bot]`. */
export function userJson(github: GitHubState, login: string): Record<string, unknown> {
  const id = [...login.toLowerCase()].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e8, 7)
  const isBot = login.endsWith('[bot]')
  const url = `${github.apiUrl}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId(isBot ? 'BOT' : 'U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: isBot
      ? `${github.serverUrl}/apps/${login.replace('[bot]', '')}`
      : `${github.serverUrl}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: isBot ? 'Bot' : 'User',
    site_admin: false,
  }
}

export function labelJson(
  github: GitHubState,
  repository: Repository,
  label: Label,
): Record<string, unknown> {
  return {
    id: label.id,
    node_id: nodeId('LA', label.id),
    url: `${repositoryUrl(github, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  }
}

/** An App as `GET /app` shows it. */
export function appJson(github: GitHubState, app: App): Record<string, unknown> {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    client_id: app.clientId,
    owner: userJson(github, 'raxx-app'),
    name: app.slug,
    description: null,
    external_url: 'https://example.org',
    html_url: `${github.serverUrl}/apps/${app.slug}`,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    permissions: app.permissions,
    events: [],
  }
}

/** The App's one installation. */
export function installationJson(github: GitHubState, app: App): Record<string, unknown> {
  const account = userJson(github, github.repositories[0]?.owner ?? 'raxx-app')
  return {
    id: app.installationId,
    account,
    repository_selection: 'all',
    access_tokens_url: `${github.apiUrl}/app/installations/${app.installationId}/access_tokens`,
    repositories_url: `${github.apiUrl}/installation/repositories`,
    html_url: `${github.serverUrl}/settings/installations/${app.installationId}`,
    app_id: app.id,
    client_id: app.clientId,
    app_slug: app.slug,
    target_id: account.id,
    target_type: 'Organization',
    permissions: app.permissions,
    events: [],
    single_file_name: null,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    suspended_by: null,
    suspended_at: null,
  }
}
