import type { Config } from '../config/schema.ts'
import type { Issue } from '../model.ts'

/** The tags that the issue's labels ask of the ticket that is made for it, besides the one that says where it is from. */
export function tagsForLabels({ labels }: Issue, config: Config): string[] {
  const has = (name: string) => labels.some(label => label.toLowerCase() === name.toLowerCase())
  const asked = Object.entries(config.labels)
    .filter(([label, { action }]) => action === 'create' && has(label))
    .flatMap(([, { tags }]) => tags)
  return [...new Set(asked)]
}
