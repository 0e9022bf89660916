import Database from 'better-sqlite3'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { secretsIn } from '../deletion/testing/secrets-in.ts'
import { transcriptDocument } from '../export/transcript-document.ts'
import { newRecording, openedLibrary } from '../library/testing/fixtures.ts'
import { recordingWithTranscript } from '../api/testing/recording-with-transcript.ts'
import { deleteSound } from '../storage/delete-sound.ts'
import { ownRecording } from '../storage/testing/own-recording.ts'
import { forgetAllVoices, forgetVoice } from './forget-voices.ts'

type Library = Awaited<ReturnType<typeof openedLibrary>>

const ANNA = { name: 'Wilhelmine Ångström', numbers: numbersFrom(1) }
const BEN = { name: 'Bartholomäus Quitte', numbers: numbersFrom(2) }

function numbersFrom(start: number): Float32Array {
  return Float32Array.from({ length: 192 }, (_, at) => Math.sin(at * 7.3 + start))
}

const remember = (library: Library, recordingId: string, who: typeof ANNA, newId: string) =>
  library.rememberVoice(
    {
      name: who.name,
      recordingId,
      modelSha256: 'm',
      vector: who.numbers,
      seconds: 30,
      sample: { startMs: 1_000, endMs: 4_000 },
      addedAtMs: 1_700_000_000_000,
    },
    newId,
  )

async function backUp(library: Library, name: string): Promise<void> {
  const database = new Database(path.join(library.folder, 'library.db'), { readonly: true })
  database.prepare('VACUUM INTO ?').run(path.join(library.folder, 'backups', name))
  database.close()
}

const found = async ({ folder }: Library, who: typeof ANNA): Promise<string[]> =>
  secretsIn(folder, [who.name], { numbers: who.numbers })

async function twoVoices() {
  const library = await openedLibrary()
  const recordings = [
    await library.addRecording(newRecording('one')),
    await library.addRecording(newRecording('two')),
  ].map(({ id }) => id)
  const [one = '', two = ''] = recordings
  await remember(library, one, ANNA, 'anna')
  await remember(library, two, ANNA, 'never-used')
  await remember(library, one, BEN, 'ben')
  return { library, one, two }
}

describe('forgetting', () => {
  it('one voice leaves nothing of it in any file, backups too, and the other voice as it is', async () => {
    const { library } = await twoVoices()
    const second = await openedLibrary(library.folder)
    await second.rememberedVoices()
    await backUp(library, 'library-version-1.db')
    await mkdir(path.join(library.folder, 'backups', 'damaged-1'))
    await writeFile(path.join(library.folder, 'backups', 'damaged-1', 'library.db'), 'no database')
    expect((await found(library, ANNA)).some((hit) => hit.endsWith('numbers'))).toBe(true)
    expect(await forgetVoice(library, { voiceId: 'anna' })).toEqual({ isErased: true, unreadableBackups: 1 })
    expect(await found(library, ANNA)).toEqual([])
    const inBackup = (await found(library, BEN)).filter((hit) => hit.startsWith('backups'))
    expect(inBackup.length).toBeGreaterThan(0)
    const left = await second.rememberedVoices()
    expect(left.map(({ id, name, parts }) => [id, name, parts.length])).toEqual([['ben', BEN.name, 1]])
    expect(left[0]?.parts[0]?.vector).toEqual(BEN.numbers)
    await expect(forgetVoice(library, { voiceId: 'anna' })).rejects.toMatchObject({ code: 'voice.unknown' })
  })

  it('what one recording says of a voice leaves what the others say', async () => {
    const { library, one, two } = await twoVoices()
    await forgetVoice(library, { voiceId: 'anna', recordingId: one })
    const voices = await library.rememberedVoices()
    expect(voices.find(({ id }) => id === 'anna')?.parts.map(({ recordingId }) => recordingId)).toEqual([two])
    await forgetVoice(library, { voiceId: 'anna', recordingId: two })
    expect((await library.rememberedVoices()).map(({ id }) => id)).toEqual(['ben'])
    expect(await found(library, ANNA)).toEqual([])
  })

  it('all of them leaves no name and no number', async () => {
    const { library } = await twoVoices()
    await backUp(library, 'library-version-1.db')
    expect(await forgetAllVoices(library)).toEqual({ count: 2, isErased: true, unreadableBackups: 0 })
    expect([await found(library, ANNA), await found(library, BEN)]).toEqual([[], []])
    expect(await forgetAllVoices(library)).toMatchObject({ count: 0 })
  })

  it('is finished later where another program was reading, and says so', async () => {
    const { library } = await twoVoices()
    const reader = new Database(path.join(library.folder, 'library.db'))
    reader.exec('BEGIN; SELECT * FROM recordings')
    expect(await forgetAllVoices(library)).toMatchObject({ isErased: false })
    reader.exec('COMMIT')
    reader.close()
    await library.close()
    await openedLibrary(library.folder)
    expect(await found(library, ANNA)).toEqual([])
  })
})

it('remembering again replaces what that recording said; names differ by more than case and accents', async () => {
  const { library, one } = await twoVoices()
  await remember(library, one, { name: 'WILHELMINE ANGSTROM', numbers: BEN.numbers }, 'x')
  await remember(library, one, { name: 'Wilhelmine', numbers: BEN.numbers }, 'y')
  const voices = await library.rememberedVoices()
  expect(voices.map(({ id }) => id)).toEqual(['ben', 'y', 'anna'])
  const parts = voices.find(({ id }) => id === 'anna')?.parts ?? []
  expect(parts.map(({ recordingId, vector }) => [recordingId === one, vector[0]])).toEqual(
    expect.arrayContaining([
      [true, BEN.numbers[0]],
      [false, ANNA.numbers[0]],
    ]),
  )
  await expect(remember(library, 'none', ANNA, 'z')).rejects.toMatchObject({ code: 'recording.unknown' })
})

it('goes with the sound that it was made from', async () => {
  const { parts, library, recording, finish } = await ownRecording()
  await finish()
  await remember(library, recording.id, ANNA, 'anna')
  await deleteSound(parts, recording.id, '2026-12-10')
  expect(await library.rememberedVoices()).toEqual([])
  expect(await found(library, ANNA)).toEqual([])
})

it('an export never holds it: the document of a transcript has no voice', async () => {
  const library = await openedLibrary()
  const { recordingId, transcriptId } = await recordingWithTranscript(library, 'meeting')
  await library.finishTranscript(transcriptId)
  const before = JSON.stringify(await transcriptDocument(library, transcriptId))
  await remember(library, recordingId, ANNA, 'anna')
  await library.declineVoice(recordingId, { voiceId: 'anna', startMs: 0, endMs: 900 })
  expect(await library.declinedVoices(recordingId)).toEqual([{ voiceId: 'anna', startMs: 0, endMs: 900 }])
  expect(JSON.stringify(await transcriptDocument(library, transcriptId))).toBe(before)
})
