import { expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { withoutPaths } from './without-paths.ts'

it.runIf(process.platform !== 'win32')('leaves names of paths for a page in a browser', () => {
  const values = { drive: '/mnt/nas', file: '/mnt/nas/talks/one.mp3', folder: 'talks' }
  const fault = withoutPaths(new Fault('drive.silent', values, 'stat /mnt/nas/talks/one.mp3 in /mnt/nas'))
  expect(fault).toMatchObject({
    code: 'drive.silent',
    values: { drive: 'nas', file: 'one.mp3', folder: 'talks' },
  })
  expect((fault as Fault).detail).toBe('stat one.mp3 in nas')
})
