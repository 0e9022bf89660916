import { afterEach, beforeEach, expect, it } from 'vitest'
import { runInProcess } from './testing/run-in-process.ts'
import { makeTestHome, type TestHome } from './testing/test-home.ts'

let place: TestHome
beforeEach(async () => {
  place = await makeTestHome()
})
afterEach(() => place.remove())

const times = ['--from', '1', '--to', '0:02,5']

it.each([
  [[...times, '--out', 'a.avi'], '--out a.avi'],
  [times, '--out'],
  [['--to', '2', '--out', 'a.mp4'], '--from'],
  [['--from', '1:75', '--to', '2', '--out', 'a.mp4'], '--from 1:75'],
  [[...times, '--out', 'a.mp4', '--shape', '4:3'], '--shape 4:3'],
  [[...times, '--out', 'a.mp4', '--crop', '101'], '--crop 101'],
  [[...times, '--out', 'a.mp3', '--shape', '1:1'], '--shape 1:1'],
  [[...times, '--out', 'a.mp3', '--highlight'], '--highlight'],
])('says what is wrong with %j, before it looks for the recording', async (words, option) => {
  const { exitCode, stderr } = await runInProcess(['clip', 'talk', ...words], place)
  expect(exitCode).toBe(2)
  expect(stderr).toContain(option)
})

it('looks for the recording when everything else is right', async () => {
  const { exitCode, stderr } = await runInProcess(['clip', 'talk', ...times, '--out', 'a.mp4'], place)
  expect(exitCode).toBe(1)
  expect(stderr).toContain('There is no recording “talk” in the library.')
})
