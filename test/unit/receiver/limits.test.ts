import { describe, expect, it } from 'vitest'
import { createDispatchLimits } from '../../../receiver/limits.ts'

function limits(perMinute: number) {
  const clock = { now: 1_000_000 }
  const { take } = createDispatchLimits({ perMinute, now: () => clock.now })
  return { clock, take, takeAll: (signatures: string[]) => signatures.map(take) }
}

const distinct = (count: number, prefix = 's') => Array.from({ length: count }, (_, i) => `${prefix}${i}`)

describe('Dispatches per minute', () => {
  it('Dispatches are counted up to the limit; then the answer is the wait until the oldest leaves the window', () => {
    const { clock, take, takeAll } = limits(20)
    expect(takeAll(distinct(20))).toEqual(Array(20).fill(0))
    clock.now += 12_300
    expect(take('one more')).toBe(48)
  })

  it('The window slides: each dispatch makes room after its own minute', () => {
    const { clock, take } = limits(2)
    take('a')
    clock.now += 30_000
    take('b')
    clock.now += 29_999
    expect(take('c')).toBe(1)
    clock.now += 1
    expect(take('c')).toBe(0)
    expect(take('d')).toBe(30)
  })

  it('A refused dispatch takes no room', () => {
    const { clock, take } = limits(1)
    take('a')
    for (const signature of distinct(50)) take(signature)
    clock.now += 60_000
    expect(take('b')).toBe(0)
  })

  it('There is room again when the clock was set back', () => {
    const { clock, take } = limits(1)
    take('a')
    clock.now -= 3_600_000
    expect(take('b')).toBe(0)
  })
})

describe('Dispatches of one signature', () => {
  it('One signature gets a tenth, and leaves the rest to the others', () => {
    const { take, takeAll } = limits(20)
    expect(takeAll(Array(100).fill('replay'))).toEqual([0, 0, ...Array(98).fill(60)])
    expect(takeAll(distinct(18))).toEqual(Array(18).fill(0))
    expect(take('one more')).toBe(60)
  })

  it('One signature gets 12 of 120', () => {
    const { takeAll } = limits(120)
    expect(takeAll(Array(14).fill('replay')).filter(wait => wait === 0)).toHaveLength(12)
  })

  it('One signature gets at least one', () => {
    const { takeAll } = limits(5)
    expect(takeAll(['a', 'a', 'b'])).toEqual([0, 60, 0])
  })

  it('One signature gets its share again after a minute', () => {
    const { clock, take } = limits(20)
    take('a')
    clock.now += 20_000
    take('a')
    expect(take('a')).toBe(40)
    clock.now += 40_000
    expect(take('a')).toBe(0)
    expect(take('a')).toBe(20)
  })
})
