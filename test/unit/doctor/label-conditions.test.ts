import { expect, test } from 'vitest'
import { labelsIn } from '../../../src/doctor/label-conditions.ts'

const listed = (json: string) => `contains(fromJSON('${json}'), github.event.label.name)`

test.each<[string, string[], ReturnType<typeof labelsIn>]>([
  ['no condition at all', [], 'any'],
  ['a condition on something else', ["github.event.action != 'closed' && vars.FLAG"], 'any'],
  ['a list of something else', [`!contains(fromJSON('["", "off"]'), vars.FLAG)`], 'any'],
  ['a list', [listed('["a", "b c"]')], ['a', 'b c']],
  [
    'a list after the flag',
    [`!contains(fromJSON('["off"]'), vars.FLAG)\n&& (x || ${listed('["a"]')})`],
    ['a'],
  ],
  ['a list with a quote in a name', [listed(`["customer''s"]`)], ["customer's"]],
  ['an empty list', [listed('[]')], []],
  ['names compared', ["github.event.label.name == 'a' || github.event.label.name=='b'"], ['a', 'b']],
  ['a list and a name', [`${listed('["a"]')} || github.event.label.name == 'b'`], ['a', 'b']],
  ['the list on the step', ['always()', listed('["a"]')], ['a']],
  ['an expression in braces', [`\${{ ${listed('["a"]')} }}`], ['a']],
])('labelsIn reads %s', (_what, conditions, labels) => {
  expect(labelsIn(conditions)).toEqual(labels)
})

test.each([
  ['a negated list', `!${listed('["a"]')}`],
  ['a list in negated parentheses', `! (x && ${listed('["a"]')})`],
  ['a negated name', "github.event.label.name != 'a'"],
  ['a list in a variable', 'contains(fromJSON(vars.LABELS), github.event.label.name)'],
  ['a list that is no JSON', listed('[a]')],
  ['a part of a name', "startsWith(github.event.label.name, 'a')"],
  ['another way to write the label', "github.event['label'].name == 'a'"],
  ['something beside a list', `${listed('["a"]')} && github.event.label.color == 'red'`],
])('labelsIn does not claim to understand %s', (_what, condition) => {
  expect(labelsIn([condition])).toBeUndefined()
})

test('labelsIn does not claim to understand two conditions about labels', () => {
  expect(labelsIn([listed('["a", "b"]'), listed('["a"]')])).toBeUndefined()
})
