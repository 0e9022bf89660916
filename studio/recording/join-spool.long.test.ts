import fc from 'fast-check'
import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { moveLibrary } from '../backup/move-library.ts'
import { openLibrary } from '../library/open.ts'
import { closeParts } from './close-parts.ts'
import { joinSpool } from './join-spool.ts'
import { readJournalState } from './journal-file.ts'
import { readSource } from './read-source.ts'
import { journalPath } from './recording-folder.ts'
import { RecordingWriter } from './recording-writer.ts'
import { dropSpoolPlace, makeSpoolPlace, spoolPlace } from './spool-place.ts'
import { BLOCK_FRAMES, dataFolderForTest, START_MS, toneAt } from './testing/running.ts'
import { expectTones, recoveredTracks, writerOnDisk } from './testing/writer-on-disk.ts'
import { PART_FRAMES } from './writing/part-frames.ts'
import { diskTrouble } from './writing/testing/memory-disk.ts'

const { signal } = new AbortController()

describe('what could not be written to the folder', () => {
  it.each([60, 100])(
    'for as long as the program lives is kept elsewhere, and joined at the next start (block %i)',
    async (given) => {
      const { dataFolder, folder, writer, disk, safe, feed, seconds } = await writerOnDisk({
        partFrames: 100_000,
      })
      feed(0, 30)
      seconds(1)
      disk.error = 'EIO'
      feed(30, 60)
      seconds(3)
      feed(60, given)
      const answers: unknown[] = []
      writer.change({ kind: 'title', title: 'Renamed meanwhile' }, (error) => answers.push(error))
      expect(answers).toEqual([null])
      expect(safe()).toEqual([30, 30])
      expect((await spoolPlace(folder))?.names).toHaveLength(4)
      // The program is killed; a kill while the parts are joined changes nothing.
      const kept = await spoolPlace(folder)
      const again = await Promise.all(
        (kept?.names ?? []).map(
          async (name) => [name, await readFile(path.join(kept?.place ?? '', name))] as const,
        ),
      )
      await joinSpool(folder)
      const place = (await makeSpoolPlace(folder)) ?? ''
      for (const [name, bytes] of again) await writeFile(path.join(place, name), bytes)
      const state = await readJournalState(folder)
      expect(state?.title).toBe('Renamed meanwhile')
      // A page that attaches later receives this.
      expect(state?.synced.map(({ sequence }) => sequence)).toEqual([given, given])
      expectTones(await recoveredTracks(dataFolder), given)
      expect(await readdir(path.join(dataFolder, 'open'))).toEqual([])
      await expect(stat(place)).rejects.toMatchObject({ code: 'ENOENT' })
    },
  )

  it('does not keep a recording from ending: what is kept elsewhere is joined when its file is made', async () => {
    const { dataFolder, folder, writer, disk, reported, safe, feed, seconds } = await writerOnDisk()
    feed(0, 30)
    seconds(1)
    disk.error = 'EIO'
    feed(30, 70)
    writer.end(START_MS + 3_500, 'asked')
    // Otherwise its page would make another recording of sound that is joined to this one.
    expect(safe()).toEqual([70, 70])
    expect(reported.at(-1)).toMatchObject({ kind: 'stopped', reason: 'asked' })
    const state = (await readJournalState(folder)) ?? expect.unreachable('no journal')
    expect(state.stopped).toBeNull()
    // It does not wait for a page.
    const onError = (error: unknown): void => expect.unreachable(String(error))
    expect(await RecordingWriter.takeOver({ folder, state, onError })).toBeNull()
    expect((await readJournalState(folder))?.stopped).toMatchObject({ reason: 'asked' })
    expectTones(await recoveredTracks(dataFolder), 70)
  })

  it.each([
    ['the same disk', undefined],
    ['another disk', () => Promise.reject(diskTrouble('EXDEV'))],
  ])('is found after the library was moved to %s', async (_where, link) => {
    const { dataFolder, writer, disk, feed, seconds } = await writerOnDisk()
    await (await openLibrary(dataFolder)).close()
    feed(0, 30)
    seconds(1)
    disk.error = 'EIO'
    feed(30, 70)
    seconds(1)
    writer.leave()
    const to = path.join(await dataFolderForTest(), 'moved')
    await moveLibrary(dataFolder, to, { signal, ...(link === undefined ? {} : { link }) })
    expectTones(await recoveredTracks(to), 70)
    expect(await readdir(path.join(to, 'open'))).toEqual([])
  })

  const error = fc.constantFrom('EIO', null, null)
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ blocks: fc.integer({ min: 1, max: 9 }) }) },
    { weight: 2, arbitrary: fc.constant({ seconds: 1 }) },
    { weight: 1, arbitrary: fc.record({ error: fc.oneof(error, fc.constant('ENOSPC')) }) },
    { weight: 1, arbitrary: fc.record({ elsewhere: error }) },
  )

  it('and what the page is told to forget at Stop are the same sound, wherever writes fail', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
        const { folder, writer, disk, safe, reported, feed, seconds } = await writerOnDisk({ fromPage: true })
        let given = 0
        for (const one of steps) {
          if ('blocks' in one) {
            feed(given, given + one.blocks)
            given += one.blocks
          } else if ('seconds' in one) seconds(one.seconds)
          else Object.assign(disk, one)
        }
        writer.end(START_MS + given * 50, 'asked')
        // Attempts continue for this long.
        seconds(11)
        expect(reported.map(({ kind }) => kind)).toContain('stopped')
        Object.assign(disk, { error: null, elsewhere: null })
        await joinSpool(folder)
        const state = await readJournalState(folder)
        const { frames } = await closeParts(folder, state ?? expect.unreachable('no journal'))
        expect(frames).toEqual(safe()?.map((sequence) => sequence * BLOCK_FRAMES))
        for (const [source, length] of frames.entries()) {
          const sound = await readSource(folder, source, PART_FRAMES, { fromFrame: 0, until: length })
          expect(sound.findIndex((sample, frame) => sample !== toneAt(source, frame))).toBe(-1)
        }
      }),
      { numRuns: 40 },
    )
  })
})

it('a note that names a folder of another program is not believed', async () => {
  const { dataFolder, folder } = await writerOnDisk()
  const other = path.join(dataFolder, 'other')
  await mkdir(other)
  await copyFile(journalPath(folder), path.join(other, '1-from-0.pcm'))
  await dropSpoolPlace(folder)
  await writeFile(path.join(dataFolder, 'open', `${path.basename(folder)}.spool`), other)
  await joinSpool(folder)
  expect(await readdir(other)).toEqual(['1-from-0.pcm'])
})
