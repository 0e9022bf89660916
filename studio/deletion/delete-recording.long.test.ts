import Database from 'better-sqlite3'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { newRecording, openedLibrary, paragraph, run, speaker } from '../library/testing/fixtures.ts'
import { WATCH_DEFAULTS } from '../watch/change-folders.ts'
import { filesBelow } from '../files/files-below.ts'
import { deleteRecording } from './delete-recording.ts'
import { finishDeletions } from './finish-deletions.ts'
import { secretsIn } from './testing/secrets-in.ts'

const TITLE = 'Unterredung Zürich'
const FILE = 'grüne-akte.mka'
const SPEAKER = 'Wilhelmine Ångström'
const WORDS = ['quetzalcoatl', 'xylofonie', 'hyperboloïde']
const TYPED = 'zwiebelfisch'
const VOICE = 'Hildegunde Öxle'
/** A voice embedding: its bytes must not be found either. */
const NUMBERS = Float32Array.from({ length: 192 }, (_, at) => Math.sin(at * 7.3 + 1))
const SECRETS = [TITLE, FILE, 'heimlich-ordner', SPEAKER, VOICE, ...WORDS, TYPED]

const found = (folder: string): Promise<string[]> => secretsIn(folder, SECRETS, { numbers: NUMBERS })

type Library = Awaited<ReturnType<typeof openedLibrary>>

async function transcribed(library: Library, name: string, words: readonly string[]) {
  const own = path.join(library.folder, 'media', name, name === 'secret' ? FILE : 'other.mka')
  await mkdir(path.dirname(own), { recursive: true })
  await writeFile(own, words.join(' '))
  const recording = await library.addRecording(
    newRecording(name, { path: own, ...(name === 'secret' ? { title: TITLE, fileName: FILE } : {}) }),
  )
  const prepared = path.join(library.folder, 'cache', recording.id, 'track-0.webm')
  await mkdir(path.dirname(prepared), { recursive: true })
  await writeFile(prepared, words.join(' '))
  const job = await library.requestJob({
    recordingId: recording.id,
    kind: 'transcribe',
    settings: {},
    settingsKey: 'k',
  })
  const { id } = await library.startTranscript({
    recordingId: recording.id,
    jobId: job.id,
    language: 'en',
    run,
    settingsKey: 'k',
  })
  return { recording, job, transcriptId: id }
}

/** Two recordings whose rows are interleaved in the database, one to be deleted. */
async function filled() {
  const library = await openedLibrary()
  const secret = await transcribed(library, 'secret', WORDS)
  const other = await transcribed(library, 'stays', ['public'])
  await library.saveTrack({
    recordingId: secret.recording.id,
    index: 0,
    durationMs: 4_000,
    sampleCount: 64_000,
    pcmSha256: 'pcm',
    codec: 'flac',
  })
  const claim = await library.claimJob(secret.job.id, library.self)
  if (!('lease' in claim)) throw new Error('not claimed')
  await library.saveChunk(claim.lease, 'words', 'k1', 'pcm', JSON.stringify(WORDS))
  for (const { transcriptId, words } of [
    { transcriptId: secret.transcriptId, words: WORDS },
    { transcriptId: other.transcriptId, words: ['public', 'words'] },
  ]) {
    await library.saveSpeakersAndTurns(
      transcriptId,
      [speaker('s1', words === WORDS ? SPEAKER : 'Ann')],
      [],
      [],
    )
    for (let number = 0; number < 60; number += 1) {
      const text = Array.from({ length: 40 }, (_, at) => words[(at + number) % words.length]).join(' ')
      await library.putParagraphs(transcriptId, [paragraph(`p${number}`, text, number * 20_000)])
    }
  }
  await library.finishTranscript(secret.transcriptId)
  for (const [id, text] of [
    ['e1', `${TYPED} ${WORDS.join(' ')}`],
    ['e2', WORDS.join(' ')],
  ] as const) {
    const edit: Edit = { id, kind: 'replace-text', paragraphId: 'p3', text }
    await library.applyEdits(secret.transcriptId, [edit], { baseNumber: 0, stepId: id })
  }
  await library.rememberVoice(
    {
      name: VOICE,
      recordingId: secret.recording.id,
      modelSha256: 'm',
      vector: NUMBERS,
      seconds: 30,
      sample: { startMs: 0, endMs: 4_000 },
      addedAtMs: 1,
    },
    'v1',
  )
  await library.setTags(secret.recording.id, [WORDS[0] ?? ''])
  await library.setMoment(secret.recording.id, { id: 'm1', kind: 'decision', atMs: 500, value: TYPED })
  await library.recordOutput({
    path: `/home/heimlich-ordner/${FILE}.srt`,
    sha256: 'x',
    format: 'srt',
    recordingId: secret.recording.id,
    settingsKey: 'k',
    transcriptVersion: 1,
  })
  const watched = { id: 'f1', path: '/watched', salt: 's', addedAtMs: 1, ...WATCH_DEFAULTS }
  await library.putWatchedFolder(watched, [])
  await library.setWatchedFile(watched.id, {
    key: 'k1',
    bytes: 10,
    mtimeMs: 1,
    state: 'unwritten',
    path: `heimlich-ordner/${FILE}`,
    recordingId: secret.recording.id,
    error: { code: 'watch.name-taken', message: `${FILE} is not Parolo’s file`, values: { file: FILE } },
  })
  await library.beginConnection({
    startedAtMs: 1,
    host: 'example.org',
    proxy: null,
    url: `https://example.org/heimlich-ordner/${FILE}`,
    purpose: 'episode',
    title: TITLE,
    askedBy: 'podcasts',
    subject: `recording:${secret.recording.id}`,
    holder: library.self,
  })
  const parts = { library, dataFolder: library.folder, cacheFolder: path.join(library.folder, 'cache') }
  return { library, parts, secret, other }
}

async function backUp(library: Library, name: string): Promise<string> {
  const file = path.join(library.folder, 'backups', name)
  const database = new Database(path.join(library.folder, 'library.db'), { readonly: true })
  database.prepare('VACUUM INTO ?').run(file)
  database.close()
  return file
}

describe('deleting a recording', () => {
  it('leaves nothing of it in any file, also with another program on the library', async () => {
    const { library, parts, secret, other } = await filled()
    const second = await openedLibrary(library.folder)
    await second.search('public', 10)
    await backUp(library, 'library-version-1.db')
    await writeFile(path.join(library.folder, 'backups', 'library-version-2.db'), WORDS.join(' '))
    const before = new Set((await found(library.folder)).map((hit) => hit.split(': ')[1]))
    for (const each of [...SECRETS, 'numbers']) expect(before).toContain(each)
    const deletion = await deleteRecording(parts, secret.recording.id)
    expect(deletion).toMatchObject({ backups: 2, isErased: true })
    expect(deletion.names).toContain(TITLE)
    expect(deletion.names).toContain(path.join('/watched', 'heimlich-ordner', FILE))
    expect(await library.watchedFiles('f1')).toMatchObject([{ state: 'left', path: null, error: null }])
    const kept = await library.connections({ limit: 9 })
    expect(kept).toMatchObject([{ host: 'example.org', startedAtMs: 1, url: null, title: null }])
    expect(await found(library.folder)).toEqual([])
    expect((await second.search('public', 10)).length).toBeGreaterThan(0)
    expect((await second.recordings()).map(({ id }) => id)).toEqual([other.recording.id])
    await second.setTags(other.recording.id, ['tag'])
    expect(await found(library.folder)).toEqual([])
  })

  it('leaves backups where that is wanted', async () => {
    const { library, parts, secret } = await filled()
    await backUp(library, 'library-version-1.db')
    expect(await deleteRecording(parts, secret.recording.id, { keepBackups: true })).toMatchObject({
      backups: 0,
    })
    const left = await found(library.folder)
    expect(left.length).toBeGreaterThan(0)
    expect(left.every((hit) => hit.startsWith('backups'))).toBe(true)
  })

  it.each(['unusedPlaces', 'deleteInBackups', 'finishDeletion', 'erase'] as const)(
    'is finished by the next start if the program ends before %s',
    async (step) => {
      const { library, parts, secret, other } = await filled()
      await backUp(library, 'library-version-1.db')
      const killed = () => Promise.reject(new Error('killed'))
      const dying = { ...parts, library: { ...library, [step]: killed } }
      await expect(deleteRecording(dying, secret.recording.id)).rejects.toThrow('killed')
      expect((await library.recordings()).map(({ id }) => id)).toEqual([other.recording.id])
      expect(await library.search('quetzalcoatl', 10)).toEqual([])
      await library.close()
      const again = await openedLibrary(library.folder)
      const left = await again.unfinishedDeletions()
      expect(left).toHaveLength(step === 'erase' ? 0 : 1)
      const [finished] = await finishDeletions({ ...parts, library: again })
      if (step !== 'erase') expect(finished).toMatchObject({ recordingId: secret.recording.id, error: null })
      expect(finished?.names[0]).toBe(step === 'erase' ? undefined : TITLE)
      expect(await again.unfinishedDeletions()).toEqual([])
      expect(await found(library.folder)).toEqual([])
      expect(await again.search('public', 100)).toHaveLength(60)
    },
  )

  it('goes on when it is asked for again, and is unknown once it is done', async () => {
    const { library, parts, secret } = await filled()
    await library.deleteRecording(secret.recording.id)
    expect(await deleteRecording(parts, secret.recording.id)).toMatchObject({ files: 2, isErased: true })
    expect(await found(library.folder)).toEqual([])
    await expect(deleteRecording(parts, secret.recording.id)).rejects.toMatchObject({
      code: 'recording.unknown',
    })
  })

  it('deletes what the recorder and a text left where their program was killed', async () => {
    const library = await openedLibrary()
    const parts = { library, dataFolder: library.folder }
    const runningId = '20261127T140211-7f3a2b'
    const { id } = await library.addRecorded({
      runningId,
      recording: newRecording('secret'),
      facts: {
        startedAtMs: 1,
        endedAtMs: 2,
        durationMs: 1,
        language: 'en',
        people: null,
        type: 'meeting',
        consent: null,
        sources: [],
      },
      moments: [],
      isRecovered: true,
    })
    const left = [`cache/live/${runningId}/0-1.pcm`, `recordings/${runningId}/1-001.wav`]
    const kept = ['cache/live/20261127T140212-7f3a2b/0-1.pcm']
    for (const file of [...left, ...kept]) {
      await mkdir(path.join(library.folder, path.dirname(file)), { recursive: true })
      await writeFile(path.join(library.folder, file), 'sound')
    }
    expect(await deleteRecording(parts, id)).toMatchObject({ files: 2 })
    const files = await filesBelow(path.join(library.folder, 'cache'))
    expect(files.map((file) => path.relative(library.folder, file))).toEqual(kept)
    expect(await filesBelow(path.join(library.folder, 'recordings'))).toEqual([])
  })

  it('leaves a file that was added again before the deletion was finished', async () => {
    const { library, parts, secret } = await filled()
    const { path: own, sha256 } = secret.recording
    await library.deleteRecording(secret.recording.id)
    const again = await library.addRecording(newRecording('secret', { path: own, sha256, title: 'again' }))
    expect(again.id).not.toBe(secret.recording.id)
    await mkdir(path.join(parts.cacheFolder, again.id))
    await finishDeletions(parts)
    expect(await filesBelow(path.dirname(own))).toEqual([own])
    expect(await readdir(parts.cacheFolder)).not.toContain(secret.recording.id)
    expect(await readdir(parts.cacheFolder)).toContain(again.id)
  })

  it('touches nothing outside the library’s folders, whatever the table says', async () => {
    const library = await openedLibrary()
    const beside = path.join(library.folder, 'models', 'mine')
    await writeFile(beside, 'stays')
    const database = new Database(path.join(library.folder, 'library.db'))
    const places = ['models/mine', 'media/..', 'cache/../models/mine', 'media/', '/etc', 'texts/a\\..\\b']
    database
      .prepare("INSERT INTO deletions (recording_id, places, names, in_backups) VALUES ('r', ?, '[]', 0)")
      .run(JSON.stringify(places))
    database.close()
    expect(await library.unusedPlaces(places)).toEqual([])
    await finishDeletions({ library, dataFolder: library.folder })
    expect(await filesBelow(path.dirname(beside))).toEqual([beside])
  })

  it('is not stopped by backups that are empty or damaged; what holds sounds or was kept by a repair stays and is named', async () => {
    const { library, parts, secret } = await filled()
    const backups = path.join(library.folder, 'backups')
    await backUp(library, 'library-version-3.db')
    await writeFile(path.join(backups, 'library-version-1.db'), '')
    await writeFile(path.join(backups, 'library-version-2.db'), 'x'.repeat(9_000))
    const other = new Database(path.join(backups, 'not-ours.db'))
    other.exec('CREATE TABLE things (name TEXT)')
    other.close()
    for (const name of ['damaged-1', 'replaced-1', 'replaced-2', 'empty'])
      await mkdir(path.join(backups, name), { recursive: true })
    await writeFile(path.join(backups, 'damaged-1', 'library.db'), 'words')
    await writeFile(path.join(backups, 'replaced-1', 'library.db'), 'x'.repeat(9_000))
    await backUp(library, path.join('replaced-2', 'library.db'))
    expect(await deleteRecording(parts, secret.recording.id)).toMatchObject({ backups: 5, isErased: true })
    expect(await found(library.folder)).toEqual([])
    expect((await readdir(backups)).toSorted()).toEqual([
      'damaged-1',
      'empty',
      'library-version-3.db',
      'not-ours.db',
      'replaced-1',
      'replaced-2',
    ])
    expect(await library.damagedCopies()).toEqual(['damaged-1', 'replaced-1'])
  })

  it('leaves nothing in a library that was replaced: neither its sound nor a text given to align', async () => {
    const { library, parts, secret, other } = await filled()
    const textSha256 = 'a'.repeat(64)
    for (const [recordingId, sha256] of [
      [secret.recording.id, textSha256],
      [other.recording.id, 'b'.repeat(64)],
    ] as const)
      await library.requestJob({
        recordingId,
        kind: 'align',
        settings: { textSha256: sha256 },
        settingsKey: 'k',
      })
    const replaced = path.join(library.folder, 'backups', 'replaced-1')
    const kept = path.join(replaced, 'texts', 'b'.repeat(64))
    for (const file of [
      path.join(library.folder, 'texts', textSha256),
      path.join(replaced, 'texts', textSha256),
      path.join(replaced, 'media', 'secret', 'sound.mka'),
      path.join(replaced, 'cache', secret.recording.id, 'track-0.webm'),
    ]) {
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, WORDS.join(' '))
    }
    await writeFile(kept, 'public')
    await backUp(library, path.join('replaced-1', 'library.db'))
    expect(await deleteRecording(parts, secret.recording.id)).toMatchObject({ backups: 1 })
    expect(await found(library.folder)).toEqual([])
    expect(await filesBelow(replaced)).toEqual([path.join(replaced, 'library.db'), kept])
  })

  it('leaves nothing of a copy whose making was killed, here and in a library that was replaced', async () => {
    const { library, parts, secret } = await filled()
    const replaced = path.join('backups', 'replaced-1')
    const copy = path.join('media', secret.recording.sha256.slice(0, 24), `${FILE}.part`)
    for (const file of [copy, path.join(replaced, copy)]) {
      await mkdir(path.dirname(path.join(library.folder, file)), { recursive: true })
      await writeFile(path.join(library.folder, file), WORDS.join(' '))
    }
    await backUp(library, path.join('replaced-1', 'library.db'))
    await deleteRecording(parts, secret.recording.id)
    expect(await found(library.folder)).toEqual([])
  })

  it('is finished later where another program was reading', async () => {
    const { library, parts, secret } = await filled()
    const reader = new Database(path.join(library.folder, 'library.db'))
    reader.exec('BEGIN; SELECT * FROM recordings')
    expect((await deleteRecording(parts, secret.recording.id)).isErased).toBe(false)
    reader.exec('COMMIT')
    reader.close()
    await library.close()
    const again = await openedLibrary(library.folder)
    expect(await found(library.folder)).toEqual([])
    expect(await again.setting('erasure.pending')).toBeUndefined()
  })
})
