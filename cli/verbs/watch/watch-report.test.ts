import { expect, test } from 'vitest'
import { Terminal } from '../../terminal/terminal.ts'
import { WatchReport } from './watch-report.ts'

test('a file that is written is reported, with the names that its captions lack', () => {
  let printed = ''
  const terminal = new Terminal('en', 'none', {
    stdout: { write: () => true },
    stderr: { write: (text) => (printed += text) },
  })
  const report = new WatchReport(terminal)
  const written = { kind: 'written', folder: '/in', file: 'talk.mp3', outputs: ['/in/talk.srt'] } as const
  report.notice({ ...written, nameLosses: [] })
  report.notice({ ...written, nameLosses: [{ code: 'unnamed-speakers', count: 2 }] })
  expect(printed).toBe(
    'talk.mp3: talk.srt saved\n' +
      'talk.mp3: talk.srt saved\n  2 speakers have no name: their captions show none.\n',
  )
})
