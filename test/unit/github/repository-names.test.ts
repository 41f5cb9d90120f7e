import { describe, expect, it } from 'vitest'
import { createRepositoryNames, isSameRepository } from '../../../src/github/repository-names.ts'

/** Names that GitHub redirects. Every question is noted down. */
function namesWith(renamed: Record<string, string | undefined>, { failures = 0 } = {}) {
  const asked: string[] = []
  const names = createRepositoryNames({
    currentName: async name => {
      asked.push(name)
      if (asked.length <= failures) throw new Error('no answer')
      return name in renamed ? renamed[name] : name
    },
  })
  return { names, asked }
}

describe('The current names of repositories', () => {
  it('are the names that were asked for, until they are learned', async () => {
    const { names } = namesWith({ 'old/web': 'new/Web' })
    expect(names.now('old/web')).toBe('old/web')
    await names.learn(['Old/Web'])
    expect(names.now('old/WEB')).toBe('new/Web')
  })

  it('are asked for once, also at the same time', async () => {
    const { names, asked } = namesWith({})
    await Promise.all([names.learn(['a/b', 'A/B']), names.learn(['a/b'])])
    expect(asked).toEqual(['a/b'])
  })

  it('are asked for again after a failure', async () => {
    const { names } = namesWith({ 'old/web': 'new/web' }, { failures: 1 })
    await expect(names.learn(['old/web'])).rejects.toThrow('no answer')
    await names.learn(['old/web'])
    expect(names.now('old/web')).toBe('new/web')
  })

  it('stay as they are when the token can’t see the repository', async () => {
    const { names } = namesWith({ 'Secret/one': undefined, 'secret/one': undefined })
    await names.learn(['Secret/one'])
    expect(names.now('Secret/one')).toBe('Secret/one')
  })

  it('tell whether two names are those of one repository', async () => {
    const { names } = namesWith({ 'old/web': 'new/web' })
    expect(isSameRepository('old/web', 'new/web', names)).toBe(false)
    await names.learn(['old/web', 'new/web'])
    expect(isSameRepository('old/web', 'new/web', names)).toBe(true)
    expect(isSameRepository('OLD/web', 'old/web', names)).toBe(true)
    expect(isSameRepository('old/web', 'new/other', names)).toBe(false)
  })
})
