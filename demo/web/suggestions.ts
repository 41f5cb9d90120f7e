/** What customers write about, one after the other. They sign with their name, which must not get to GitHub. */
export const TICKETS = [
  {
    subject: 'Orders time out at checkout',
    html: signed('<p>Since this morning I can’t pay: <b>“Request timed out”</b>.</p>'),
  },
  {
    subject: 'The export is empty',
    html: signed('<p>The CSV has its header and <i>nothing else</i>.</p>'),
  },
  { subject: 'Login asks for the code twice', html: signed('<p>The second code is never sent.</p>') },
  { subject: 'Prices in the wrong currency', html: signed('<p>I see dollars and pay euros.</p>') },
]

/** What developers find. */
export const ISSUES = [
  { title: 'Retries hide failed payments', body: 'Found in the logs. Customers see a blank page.' },
  { title: 'The nightly import drops rows', body: 'Every 1,000th row is skipped.' },
  { title: 'Search ignores accents', body: '“Jose” does not find “José”.' },
]

function signed(html: string): string {
  return `${html}<p>Rodney Robertson<br>rodney@example.org</p>`
}
