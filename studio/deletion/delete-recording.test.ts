import Database from 'better-sqlite3'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { newRecording, openedLibrary, paragraph, run, speaker } from '../library/testing/fixtures.ts'
import { WATCH_DEFAULTS } from '../watch/change-folders.ts'
import { deleteRecording } from './delete-recording.ts'
import { secretsIn } from './testing/secrets-in.ts'

const TITLE = 'Unterredung Zürich'
const FILE = 'grüne-akte.mka'
const SPEAKER = 'Wilhelmine Ångström'
const WORDS = ['quetzalcoatl', 'xylofonie', 'hyperboloïde']
const TYPED = 'zwiebelfisch'
const VOICE = 'Hildegunde Öxle'
/** Numbers that describe a voice: their bytes must not be found either. */
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

/** Two recordings whose rows lie between each other in the database, one to be deleted. */
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
  const claim = await library.claimJob(secret.job.id, { pid: process.pid, startTime: null })
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
    holder: { pid: process.pid, startTime: null },
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
    await mkdir(path.join(library.folder, 'backups', 'damaged-1'))
    await writeFile(path.join(library.folder, 'backups', 'damaged-1', 'library.db'), WORDS.join(' '))
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
