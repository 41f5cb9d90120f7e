import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSameIssue, readIssueUrl } from '../../src/issue-ref.ts'

const rules = { serverUrl: 'https://github.com', allowed: ['Owner/re.po', 'owner/other'] }

describe('An issue’s URL is read', () => {
  it.each([
    ['plain', 'https://github.com/Owner/re.po/issues/7'],
    ['with a slash at the end', 'https://github.com/Owner/re.po/issues/7/'],
    ['with a query', 'https://github.com/Owner/re.po/issues/7?tab=x'],
    ['with a fragment', 'https://github.com/Owner/re.po/issues/7#issuecomment-1'],
    ['with white space around it', ' https://github.com/Owner/re.po/issues/7\n'],
    ['in another case', 'HTTPS://GitHub.com/owner/RE.PO/issues/7'],
    ['with the port that https has anyway', 'https://github.com:443/Owner/re.po/issues/7'],
    ['with dots that lead nowhere', 'https://github.com/x/../Owner/re.po/issues/./7'],
  ])('%s, and written the one right way', (_, value) => {
    expect(readIssueUrl(value, rules)).toEqual({
      repository: 'Owner/re.po',
      number: 7,
      url: 'https://github.com/Owner/re.po/issues/7',
    })
  })

  it('on another GitHub server, whatever follows its origin in the setting', () => {
    const server = { serverUrl: 'https://ghe.example.org/', allowed: ['o/r'] }
    expect(readIssueUrl('https://ghe.example.org/o/r/issues/7', server)?.url).toBe(
      'https://ghe.example.org/o/r/issues/7',
    )
    expect(readIssueUrl('https://github.com/o/r/issues/7', server)).toBeUndefined()
  })
})

describe('Nothing else is followed:', () => {
  it.each([
    '',
    'none',
    '7',
    '#7',
    'Owner/re.po#7',
    'github.com/Owner/re.po/issues/7',
    '//github.com/Owner/re.po/issues/7',
    'http://github.com/Owner/re.po/issues/7',
    'ftp://github.com/Owner/re.po/issues/7',
    'javascript:alert(1)//github.com/Owner/re.po/issues/7',
    'data:text/html,https://github.com/Owner/re.po/issues/7',
    'https://github.com.evil.example/Owner/re.po/issues/7',
    'https://evil.example/github.com/Owner/re.po/issues/7',
    'https://evil.example#https://github.com/Owner/re.po/issues/7',
    'https://github.com@evil.example/Owner/re.po/issues/7',
    'https://user:pass@github.com/Owner/re.po/issues/7',
    'https://user@github.com/Owner/re.po/issues/7',
    'https://api.github.com/Owner/re.po/issues/7',
    'https://github.com:8443/Owner/re.po/issues/7',
    'https://gіthub.com/Owner/re.po/issues/7',
    'https://github.com/evil/re.po/issues/7',
    'https://github.com/Owner/rexpo/issues/7',
    'https://github.com/Owner/re.po.evil/issues/7',
    'https://github.com/Owner/re.po/pull/7',
    'https://github.com/Owner/re.po/issues',
    'https://github.com/Owner/re.po/issues/',
    'https://github.com/Owner/re.po/issues/0',
    'https://github.com/Owner/re.po/issues/07',
    'https://github.com/Owner/re.po/issues/-7',
    'https://github.com/Owner/re.po/issues/7.5',
    'https://github.com/Owner/re.po/issues/7e3',
    'https://github.com/Owner/re.po/issues/0x7',
    'https://github.com/Owner/re.po/issues/٧',
    'https://github.com/Owner/re.po/issues/99999999999',
    'https://github.com/Owner/re.po/issues/7/events',
    'https://github.com/Owner/re.po/issues/7//',
    'https://github.com/Owner/re.po/issues/7/../../../../evil/re.po/issues/7',
    'https://github.com/x/Owner/re.po/issues/7',
    'https://github.com/Owner%2Fre.po/issues/7',
    'https://github.com/Owner/re%2Epo/issues/7',
    'https://github.com/login?return_to=/Owner/re.po/issues/7',
    'https://github.com/Owner/re.po/issues/7 https://github.com/evil/re.po/issues/7',
    '<a href="https://github.com/Owner/re.po/issues/7">x</a>',
  ])('%j', value => {
    expect(readIssueUrl(value, rules)).toBeUndefined()
  })

  it('where no repository is allowed', () => {
    expect(readIssueUrl('https://github.com/o/r/issues/7', { ...rules, allowed: [] })).toBeUndefined()
  })

  it('whatever it is, only an allowed issue of the server comes out, and it reads as itself', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('/', '..', '@', 'Owner/re.po', 'issues', '7'),
    )
    fc.assert(
      fc.property(fc.array(part), parts => {
        const found = readIssueUrl(`https://github.com/${parts.join('/')}`, rules)
        if (!found) return
        expect(rules.allowed).toContain(found.repository)
        expect(found.url).toBe(`https://github.com/${found.repository}/issues/${found.number}`)
        expect(readIssueUrl(found.url, rules)).toEqual(found)
      }),
    )
  })
})

describe('Two references name the same issue', () => {
  const issue = { repository: 'o/r', number: 7 }
  it.each([
    ['when both agree', issue, issue, true],
    ['whatever the case', issue, { repository: 'O/R', number: 7 }, true],
    ['not with another number', issue, { repository: 'o/r', number: 77 }, false],
    ['not in another repository', issue, { repository: 'o/r2', number: 7 }, false],
    ['not when one is missing', issue, undefined, false],
    ['not when both are', undefined, undefined, false],
  ])('%s', (_, one, other, expected) => {
    expect(isSameIssue(one, other)).toBe(expected)
    expect(isSameIssue(other, one)).toBe(expected)
  })
})
