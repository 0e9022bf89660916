import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { paragraphText } from '#core/transcript/transcript'
import { filesBelow } from '../files/files-below.ts'
import { openLibrary } from '../library/open.ts'
import { finishedTranscript } from '../library/testing/finished-transcript.ts'
import { newRecording, openedLibrary } from '../library/testing/fixtures.ts'
import { MOVED_NOTE, presentFolder } from '../library/moved-library.ts'
import { temporaryFolder } from '../testing/opened-service.ts'
import { moveLibrary } from './move-library.ts'

const { signal } = new AbortController()

/** A closed library with a recording of its own, one outside it, and prepared audio. */
async function closedLibrary() {
  const library = await openedLibrary()
  const { folder } = library
  const own = path.join(folder, 'media', 'abc', 'board.mka')
  for (const [file, text] of [
    [own, 'sound'],
    [path.join(folder, 'cache', 'r', 'track-0.webm'), 'prepared'],
    [path.join(folder, 'texts', 'ab'), 'given'],
  ] as const) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
  const { id } = await library.addRecording(newRecording('board', { path: own }))
  await library.addRecording(newRecording('away', { path: '/elsewhere/away.mp3' }))
  const transcriptId = await finishedTranscript(library, id, { key: 'k', text: 'open words' })
  await library.close()
  return { folder, id, transcriptId, to: path.join(await temporaryFolder(), 'new', 'place') }
}

const otherDisk = () => Promise.reject(Object.assign(new Error('EXDEV'), { code: 'EXDEV' }))

it.each([
  ['the same disk', undefined, true],
  ['another disk', otherDisk, false],
])('a library is moved to %s, whole, and found from its former folder', async (_where, link, keepsCache) => {
  const { folder, id, transcriptId, to } = await closedLibrary()
  expect(await moveLibrary(folder, to, { signal, ...(link === undefined ? {} : { link }) })).toBe(2)
  expect(await readdir(folder)).toEqual([MOVED_NOTE])
  expect(presentFolder(folder)).toBe(to)
  const library = await openLibrary(to)
  const [board, away] = [await library.recording(id), await library.recording('away')]
  expect(board.path).toBe(path.join(to, 'media', 'abc', 'board.mka'))
  expect(await readFile(board.path, 'utf8')).toBe('sound')
  expect(away.path).toBe('/elsewhere/away.mp3')
  expect((await library.transcript(transcriptId)).paragraphs.map(paragraphText)).toEqual(['open words'])
  await library.close()
  const files = (await filesBelow(to)).map((file) => path.relative(to, file))
  expect(files).toContain(path.join('texts', 'ab'))
  expect(files.includes(path.join('cache', 'r', 'track-0.webm'))).toBe(keepsCache)
  // Once more, from the new folder.
  const third = path.join(await temporaryFolder(), 'third')
  await moveLibrary(to, third, { signal })
  expect(presentFolder(folder)).toBe(third)
  await rm(third, { recursive: true })
  expect(() => presentFolder(folder)).toThrow('move.not-there')
})

it('one that somebody uses, or that cannot be placed, stays as it is', async () => {
  const { folder, id, to } = await closedLibrary()
  const other = await openLibrary(folder)
  await expect(moveLibrary(folder, to, { signal, waitMs: 100 })).rejects.toMatchObject({
    code: 'move.in-use',
  })
  await other.close()
  await mkdir(to, { recursive: true })
  await writeFile(path.join(to, 'mine'), '')
  await expect(moveLibrary(folder, to, { signal })).rejects.toMatchObject({ code: 'move.not-empty' })
  const inside = path.join(folder, 'x')
  await expect(moveLibrary(folder, inside, { signal })).rejects.toMatchObject({ code: 'move.inside' })
  await expect(moveLibrary(to, inside, { signal })).rejects.toMatchObject({ code: 'move.no-library' })
  const stopped = path.join(path.dirname(to), 'stopped')
  await expect(moveLibrary(folder, stopped, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    code: 'job.cancelled',
  })
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })
  const link = () => Promise.reject(full)
  await expect(moveLibrary(folder, stopped, { signal, link })).rejects.toMatchObject({ code: 'disk.full' })
  expect((await readdir(path.dirname(to))).toSorted()).toEqual([path.basename(to)])
  const library = await openLibrary(folder)
  expect(await readFile((await library.recording(id)).path, 'utf8')).toBe('sound')
  await library.close()
})
