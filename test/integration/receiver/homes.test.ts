import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOMES, type Running } from '../../support/receiver-homes/index.ts'
import { SITUATIONS } from '../../support/receiver-situations.ts'
import { type EmulatorServer, serve } from '../../support/server.ts'

describe.each(HOMES)('In $name', home => {
  describe.each(SITUATIONS)('$name:', ({ env, github, rows }) => {
    let api: EmulatorServer
    let receiver: Running

    beforeAll(async () => {
      api = await serve(github)
      receiver = await home.start({ ...env, GITHUB_API_URL: api.url })
    })

    afterAll(async () => {
      await receiver?.close()
      await api.close()
    })

    it.each(rows)(
      'The receiver answers as the table says: $name',
      async ({ sent, status, json, headers = {}, calls = [] }) => {
        api.log.length = 0
        const answer = await receiver.send(sent)
        expect(answer).toMatchObject({ status, headers })
        expect(answer.json).toEqual(json)
        expect(api.log.map(({ body }) => body)).toMatchObject(calls)
      },
    )
  })
})
