import type { FreeScoutState } from './state.ts'

const SEVERITIES = { 1: 'sev1', 2: 'sev2', 3: 'sev3' }

/**
 * Fills an empty FreeScout with what the recorded instance had: three mailboxes, two of them with three custom fields each
 * (ids per mailbox), and one agent.
 */
export function seed(freescout: FreeScoutState): void {
  const createdAt = freescout.clock.stamp()
  const boxes = [
    { name: 'Ops', email: 'ops@raxx.app', firstField: 1 },
    { name: 'Support', email: 'support@raxx.app', firstField: 4 },
    { name: 'Internal', email: 'internal@raxx.app' },
  ]
  for (const [index, { name, email, firstField }] of boxes.entries()) {
    const id = index + 1
    freescout.mailboxes.set(id, {
      id,
      name,
      email,
      createdAt,
      updatedAt: createdAt,
      fields: firstField
        ? [
            { id: firstField, name: 'component_tag', type: 'singleline', options: null },
            { id: firstField + 1, name: 'incident_severity', type: 'dropdown', options: SEVERITIES },
            { id: firstField + 2, name: 'github_issue_url', type: 'singleline', options: null },
          ]
        : [],
    })
  }
  freescout.users.set(1, {
    id: 1,
    firstName: 'Ada',
    lastName: 'Admin',
    email: 'ada@example.org',
    role: 'admin',
    createdAt,
  })
}
