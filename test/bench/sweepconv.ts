import { runBundle } from './process.ts'
import { HOME, startServices } from './services.ts'

for (const n of process.argv.slice(2).map(Number)) {
  const s = await startServices()
  const createdAt = new Date(s.freescout.clock.now().getTime() - 20 * 86_400_000)
  for (let i = 1; i <= n; i++)
    s.freescout.addTicket({
      subject: `Linked ${i}`,
      tags: ['bug', 'auto-linked'],
      fields: { github_issue_url: `https://github.com/${HOME}/issues/${10_000 + i}` },
      createdAt,
    })
  const rs = []
  for (let k = 0; k < 3; k++) rs.push(await runBundle(s.sweepJob(), { memory: true }))
  console.log(n, rs.map(r => r.peakMiB.toFixed(0)).join(' '), rs.map(r => r.exitMs.toFixed(0)).join(' '))
  await s.close()
}
