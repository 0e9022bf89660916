import { expect, test } from 'vitest'
import { outsideArchive } from './outside-archive.ts'

test('what lies in the archive is taken from beside it; other files stay where they are', () => {
  expect(outsideArchive('/opt/Parolo/resources/app.asar/out/renderer')).toBe(
    '/opt/Parolo/resources/app.asar.unpacked/out/renderer',
  )
  expect(outsideArchive(String.raw`C:\Parolo\resources\app.asar\out\main\drive.cjs`)).toBe(
    String.raw`C:\Parolo\resources\app.asar.unpacked\out\main\drive.cjs`,
  )
  for (const file of ['/opt/Parolo/resources/app.asar.unpacked/out/renderer', '/sources/out/renderer'])
    expect(outsideArchive(file)).toBe(file)
})
