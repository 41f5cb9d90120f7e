import { describe, expect, it } from 'vitest'
import { createAgenda, type Process } from '../../bench/simulate/agenda.ts'

describe('The agenda of the simulation', () => {
  it('lets things happen by their time, and those of one time in the order in which they were entered', async () => {
    const agenda = createAgenda(1000)
    const seen: string[] = []
    const note = (name: string) => () => void seen.push(`${name} at ${agenda.now()}`)
    agenda.after(50, note('c'))
    agenda.after(20, note('a'))
    agenda.after(20, note('b'))
    agenda.after(500, note('never'))
    await agenda.run(1500)
    expect(seen).toEqual(['a at 1020', 'b at 1020', 'c at 1050'])
    expect(agenda.now()).toBe(1500)
  })

  it('keeps the order of a thousand entries', async () => {
    const agenda = createAgenda(0)
    const seen: number[] = []
    for (let at = 0; at < 1000; at++) agenda.after((at * 7919) % 1000, () => void seen.push(agenda.now()))
    await agenda.run(2000)
    expect(seen).toEqual(Array.from({ length: 1000 }, (_, at) => at))
  })

  it('lets a process wait, and says when it has ended', async () => {
    const agenda = createAgenda(0)
    const seen: string[] = []
    function* process(): Process {
      seen.push(`begins at ${agenda.now()}`)
      yield 30
      seen.push(`goes on at ${agenda.now()}`)
      yield 12
    }
    agenda.spawn(process(), () => seen.push(`has ended at ${agenda.now()}`))
    await agenda.run(100)
    expect(seen).toEqual(['begins at 0', 'goes on at 30', 'has ended at 42'])
  })

  it('waits for what takes real time before anything else happens', async () => {
    const agenda = createAgenda(0)
    const seen: string[] = []
    agenda.after(1, async () => {
      await new Promise(resolve => setImmediate(resolve))
      seen.push('first')
    })
    agenda.after(2, () => void seen.push('second'))
    await agenda.run(10)
    expect(seen).toEqual(['first', 'second'])
  })
})
