import { type App, fullName, type Label, type Repository, type World } from './world.ts'

/** A made-up node id; opaque to clients, as GitHub's are. */
export function nodeId(kind: string, id: number): string {
  return `${kind}_${Buffer.from(String(id)).toString('base64url')}`
}

/** Where the API answers for a repository. */
export function repositoryUrl(world: World, repository: Repository): string {
  return `${world.apiUrl}/repos/${fullName(repository)}`
}

/** A user or a bot, by login alone; bots' logins end in `[bot]`. */
export function presentUser(world: World, login: string): Record<string, unknown> {
  const id = [...login.toLowerCase()].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e8, 7)
  const isBot = login.endsWith('[bot]')
  const url = `${world.apiUrl}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId(isBot ? 'BOT' : 'U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: isBot ? `${world.serverUrl}/apps/${login.replace('[bot]', '')}` : `${world.serverUrl}/${login}`,
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

export function presentLabel(world: World, repository: Repository, label: Label): Record<string, unknown> {
  return {
    id: label.id,
    node_id: nodeId('LA', label.id),
    url: `${repositoryUrl(world, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: false,
    description: label.description,
  }
}

/** An App as `GET /app` tells it. */
export function presentApp(world: World, app: App): Record<string, unknown> {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    client_id: app.clientId,
    owner: presentUser(world, 'raxx-app'),
    name: app.slug,
    description: null,
    external_url: 'https://example.org',
    html_url: `${world.serverUrl}/apps/${app.slug}`,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    permissions: app.permissions,
    events: [],
  }
}

/** The App's one installation. */
export function presentInstallation(world: World, app: App): Record<string, unknown> {
  const account = presentUser(world, world.repositories[0]?.owner ?? 'raxx-app')
  return {
    id: app.installationId,
    account,
    repository_selection: 'all',
    access_tokens_url: `${world.apiUrl}/app/installations/${app.installationId}/access_tokens`,
    repositories_url: `${world.apiUrl}/installation/repositories`,
    html_url: `${world.serverUrl}/settings/installations/${app.installationId}`,
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
