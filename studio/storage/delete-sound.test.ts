import { access, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { paragraphText } from '#core/transcript/transcript'
import { noticingSoundBack } from '../originals/sound-back.ts'
import { finishDeletions } from '../deletion/finish-deletions.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import { newRecording } from '../library/testing/fixtures.ts'
import { deletePrepared, deleteSound } from './delete-sound.ts'
import { deleteDue, deleteDueSounds, DueSounds } from './due-sounds.ts'
import { goneSound } from '../originals/gone-sound.ts'
import { localDay, nextDayMs } from './local-day.ts'
import { ownRecording } from './testing/own-recording.ts'

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

describe('deleting the sound of a recording', () => {
  it('leaves the text and the moments, and nothing to hear; the document says when it went', async () => {
    const { parts, library, recording, file, prepared, film, transcriptId, finish } = await ownRecording()
    await finish()
    await library.setMoment(recording.id, { id: 'm1', kind: 'decision', atMs: 500, value: 'Yes' })
    await deleteSound(parts, recording.id, '2026-12-10')
    expect(await Promise.all([file, prepared, film].map(isThere))).toEqual([false, false, false])
    expect(await readdir(path.join(parts.dataFolder, 'media'))).toEqual([])
    expect(await library.card(recording.id)).toMatchObject({
      durationMs: 4_000,
      soundDeletion: { dueOn: null, deletedOn: '2026-12-10' },
    })
    const { recording: facts, transcript } = await transcriptDocument(library, transcriptId)
    expect(transcript.paragraphs.map(paragraphText)).toEqual(['open words'])
    expect(facts).toMatchObject({ soundDeletedOn: '2026-12-10', moments: [{ id: 'm1' }] })
    await expect(deleteSound(parts, recording.id, '2026-12-11')).rejects.toMatchObject({
      code: 'sound.deleted',
    })
    await expect(library.planSoundDeletion(recording.id, '2027-01-01')).rejects.toMatchObject({
      code: 'sound.deleted',
    })
  })

  it('is refused while a task needs it, and where no text would stay', async () => {
    const { parts, library, recording, file, finish, transcriptId } = await ownRecording()
    await expect(deleteSound(parts, recording.id, '2026-12-10')).rejects.toMatchObject({
      code: 'sound.no-text',
    })
    await library.finishTranscript(transcriptId)
    await expect(deleteSound(parts, recording.id, '2026-12-10')).rejects.toMatchObject({
      code: 'sound.in-use',
    })
    await expect(deletePrepared(parts, recording.id)).rejects.toMatchObject({ code: 'sound.in-use' })
    expect(await isThere(file)).toBe(true)
    await finish()
    await deletePrepared(parts, recording.id)
    expect(await isThere(file)).toBe(true)
    expect(await readdir(parts.cacheFolder)).toEqual([])
  })

  it('never touches a file outside the library', async () => {
    const { parts, library } = await ownRecording()
    const theirs = path.join(parts.dataFolder, 'theirs.mka')
    await writeFile(theirs, 'sound')
    const { id } = await library.addRecording(newRecording('theirs', { path: theirs }))
    await expect(deleteSound(parts, id, '2026-12-10')).rejects.toMatchObject({ code: 'sound.not-own' })
    // Not even if a day was chosen while the library had a copy.
    await library.planSoundDeletion(id, '2026-12-10')
    expect(await deleteDueSounds(parts, '2026-12-10')).toMatchObject([{ error: { code: 'sound.not-own' } }])
    expect(await isThere(theirs)).toBe(true)
  })

  it('ends where the person gives the file back', async () => {
    const { parts, library, recording, finish } = await ownRecording()
    await finish()
    await deleteSound(parts, recording.id, '2026-12-10')
    const { sha256 } = recording
    const giveBack = () =>
      noticingSoundBack(
        library,
        () => library.addRecording(newRecording('board', { sha256, path: '/elsewhere/board.mka' })),
        ({ id }) => id,
      )
    expect(await giveBack()).toMatchObject({ soundIsBack: true })
    expect((await library.card(recording.id)).soundDeletion).toBeNull()
    expect(await giveBack()).toMatchObject({ soundIsBack: false })
  })
})

describe('a day for the deletion', () => {
  it('is waited for, can be taken back, and what a killed program left is deleted later', async () => {
    const { parts, library, recording, file, finish } = await ownRecording()
    await finish()
    await library.planSoundDeletion(recording.id, '2026-12-10')
    expect(await deleteDueSounds(parts, '2026-12-09')).toEqual([])
    await library.planSoundDeletion(recording.id, null)
    expect(await deleteDueSounds(parts, '2026-12-31')).toEqual([])
    expect(await isThere(file)).toBe(true)
    await library.planSoundDeletion(recording.id, '2026-12-10')
    // As left by a program killed right after it had decided.
    await library.setSoundDeleted(recording.id, '2026-12-10')
    expect(await isThere(file)).toBe(true)
    expect(await finishDeletions(parts)).toMatchObject([{ recordingId: recording.id, error: null }])
    expect(await isThere(file)).toBe(false)
    expect(await finishDeletions(parts)).toEqual([])
  })

  it('waits for the text, and is kept by a program that runs', async () => {
    const { parts, library, recording, file, finish } = await ownRecording()
    await library.planSoundDeletion(recording.id, localDay(Date.now()))
    const reported: unknown[] = []
    const errors: unknown[] = []
    const options = {
      ...parts,
      onError: (error: unknown) => errors.push(error),
      onDeleted: ({ title }: { readonly title: string }) => reported.push(title),
    }
    await new DueSounds(options).close()
    expect([reported, errors, await isThere(file)]).toEqual([[], [], true])
    await finish()
    await new DueSounds(options).close()
    expect([reported, errors, await isThere(file)]).toEqual([['board'], [], false])
  })

  it('is the one of the place, also where days are shorter', () => {
    const evening = new Date(2026, 11, 9, 23, 59, 59).getTime()
    expect(localDay(evening)).toBe('2026-12-09')
    expect(localDay(nextDayMs(evening))).toBe('2026-12-10')
    expect(localDay(nextDayMs(new Date(2026, 11, 31, 8).getTime()))).toBe('2027-01-01')
  })
})

it('a file that is not there because its sound was deleted says so', async () => {
  const { parts, library, recording, finish } = await ownRecording()
  const missing = new Fault('media.not-found', { file: 'x' })
  expect(await goneSound(library, recording, missing)).toMatchObject({ code: 'media.moved' })
  await finish()
  await deleteSound(parts, recording.id, '2026-12-10')
  expect(await goneSound(library, recording, missing)).toMatchObject({ code: 'sound.deleted' })
  const other = new Error('of another kind')
  expect(await goneSound(library, recording, other)).toBe(other)
})

describe('a day for the deletion of a recording', () => {
  it('is waited for and can be taken back; then everything of it is deleted, once no task is at work', async () => {
    const { parts, library, recording, file, finish } = await ownRecording()
    const { id: recordingId, title } = recording
    await library.planDeletion(recordingId, '2026-12-10')
    expect(await library.card(recordingId)).toMatchObject({
      deletionDueOn: '2026-12-10',
      soundDeletion: null,
    })
    expect(await deleteDue(parts, '2026-12-09')).toEqual([])
    await library.planDeletion(recordingId, null)
    expect(await deleteDue(parts, '2026-12-31')).toEqual([])
    await library.planDeletion(recordingId, '2026-12-10')
    const due = { what: 'recording', recordingId, title, dueOn: '2026-12-10' }
    expect(await deleteDue(parts, '2026-12-10')).toMatchObject([{ ...due, error: { code: 'sound.in-use' } }])
    expect(await isThere(file)).toBe(true)
    await finish()
    expect(await deleteDue(parts, '2026-12-11')).toEqual([{ ...due, error: null }])
    expect(await isThere(file)).toBe(false)
    expect(await library.recordings()).toEqual([])
    expect(await deleteDue(parts, '2026-12-12')).toEqual([])
    await expect(library.planDeletion(recordingId, '2026-12-20')).rejects.toMatchObject({
      code: 'recording.unknown',
    })
  })
})
