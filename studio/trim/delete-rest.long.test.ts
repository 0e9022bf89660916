import { execFile } from 'node:child_process'
import { access, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import type { TimeSpan } from '#core/transcript/time-span'
import { paragraphText } from '#core/transcript/transcript'
import { keepGivenText } from '../align/given-texts.ts'
import { keepOriginal } from '../originals/keep-original.ts'
import { importRecording } from '../originals/import-recording.ts'
import { newRecording, openedLibrary, paragraph, run, speaker } from '../library/testing/fixtures.ts'
import { sha256OfFile } from '../files/sha256-of-file.ts'
import { decodedTracks, pitchOf } from '../recording/testing/decoded-tracks.ts'
import { deleteRest } from './delete-rest.ts'

const { signal } = new AbortController()
const part = { startMs: 1_000, endMs: 3_000 }

/**
 * A recording of the library's own with two tracks, each with one second of each tone in turn; and its
 * transcript.
 */
async function opened() {
  const library = await openedLibrary()
  const place = { library, dataFolder: library.folder, cacheFolder: path.join(library.folder, 'cache') }
  const made = path.join(library.folder, 'made.mka')
  const tones = (...hertz: number[]) =>
    hertz.map((each, index) => `sin(2*PI*${each}*t)*between(t,${index},${index + 1})/4`).join('+')
  const inputs = [tones(300, 400, 500, 600), tones(700, 800, 900, 1000)].flatMap((expression) => [
    ...'-f lavfi -i'.split(' '),
    `aevalsrc='${expression}':s=48000:d=4`,
  ])
  const words = '-map 0 -map 1 -c:a flac -sample_fmt s16 -metadata:s:a:0 title=Me -y'.split(' ')
  await promisify(execFile)('ffmpeg', ['-v', 'error', ...inputs, ...words, made])
  const sha256 = await sha256OfFile(made, signal)
  const kept = await keepOriginal(library.folder, made, { fileName: 'Board.mka', sha256 })
  const recording = await importRecording(library, kept, signal)
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
  await library.saveSpeakersAndTurns(
    id,
    [speaker('s1', 'Ada')],
    [{ speakerId: 's1', startMs: 0, endMs: 3_900 }],
    [],
  )
  await library.putParagraphs(id, [
    paragraph('p1', 'secret words', 0, { speakerId: 's1' }),
    paragraph('p2', 'open words', 1_500, { speakerId: 's1' }),
  ])
  await library.finishTranscript(id)
  await library.saveTrack({
    recordingId: recording.id,
    index: 0,
    durationMs: 4_000,
    sampleCount: 64_000,
    pcmSha256: 'pcm',
    codec: 'flac',
  })
  for (const [moment, atMs] of [
    ['early', 500],
    ['kept', 1_500],
  ] as const)
    await library.setMoment(recording.id, { id: moment, kind: 'bookmark', atMs, value: '' })
  return { ...place, recording }
}

describe('deleting the rest for good', () => {
  it('leaves the part alone: its sound to the sample, its text, its moments, from 0', async () => {
    const { recording, ...place } = await opened()
    const { library } = place
    await library.setTrim(recording.id, part)
    const fractions: number[] = []
    await deleteRest(place, recording.id, signal, (done) => fractions.push(done))
    const card = await library.card(recording.id)
    expect(card).toMatchObject({ id: recording.id, title: recording.title, durationMs: 2_000, trim: null })
    expect(card.sha256).toBe(await sha256OfFile(card.path, signal))
    expect(card.bytes).toBe((await stat(card.path)).size)
    expect(card.media?.tracks).toHaveLength(2)
    const tracks = await decodedTracks(card.path, 2)
    expect(tracks.map((samples) => samples.length)).toEqual([96_000, 96_000])
    const second = (track: number, from: number) =>
      tracks[track]?.subarray(from * 48_000 + 4_000, from * 48_000 + 44_000)
    expect(Math.round(pitchOf(second(0, 0) ?? new Int16Array()))).toBeCloseTo(400, -1)
    expect(Math.round(pitchOf(second(1, 1) ?? new Int16Array()))).toBeCloseTo(900, -1)
    const [facts, ...others] = await library.transcriptsOf(recording.id)
    expect(others).toEqual([])
    const transcript = await library.transcript(facts?.id ?? '')
    expect(transcript.paragraphs.map(paragraphText)).toEqual(['open words'])
    expect(transcript.paragraphs[0]?.words[0]?.startMs).toBe(500)
    expect(transcript.turns).toEqual([{ speakerId: 's1', startMs: 0, endMs: 2_000 }])
    expect(await library.moments(recording.id)).toEqual([
      { id: 'kept', kind: 'bookmark', atMs: 500, value: '' },
    ])
    expect(await library.search('secret', 5)).toEqual([])
    expect(await library.jobsOf(recording.id)).toEqual([])
    // Nothing is left of the old sound, and no temporary files.
    await expect(access(recording.path)).rejects.toThrow('ENOENT')
    expect(await readdir(path.join(place.dataFolder, 'media', 'incoming'))).toEqual([])
    expect(fractions.at(-1)).toBe(1)
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
  })

  it('keeps an edit that is made while the text is being reduced', async () => {
    const { recording, ...place } = await opened()
    const { library } = place
    await library.setTrim(recording.id, part)
    const [before] = await library.transcriptsOf(recording.id)
    const transcriptId = before?.id ?? ''
    let isEdited = false
    const edited = {
      ...library,
      replaceWithPart: async (...values: Parameters<typeof library.replaceWithPart>) => {
        if (!isEdited) {
          const rename = { kind: 'rename-speaker', id: 'e1', speakerId: 's1', name: 'Grace' } as const
          await library.applyEdits(transcriptId, [rename], { baseNumber: 0 })
          isEdited = true
        }
        return await library.replaceWithPart(...values)
      },
    }
    await deleteRest({ ...place, library: edited }, recording.id, signal)
    const [after] = await library.transcriptsOf(recording.id)
    expect((await library.transcript(after?.id ?? '')).speakers).toMatchObject([{ name: 'Grace' }])
  })

  it('leaves no text that was given to align: it says what was deleted', async () => {
    const { recording, ...place } = await opened()
    const textSha256 = await keepGivenText(place.dataFolder, Buffer.from('secret words open words'))
    await place.library.requestJob({
      recordingId: recording.id,
      kind: 'align',
      settings: { textSha256 },
      settingsKey: 'k',
    })
    await place.library.setTrim(recording.id, part)
    await deleteRest(place, recording.id, signal)
    expect(await readdir(path.join(place.dataFolder, 'texts'))).toEqual([])
  })

  it('leaves the transcript current that a person chose, and one of a part waiting', async () => {
    const { recording, ...place } = await opened()
    const { library } = place
    const [chosen] = await library.transcriptsOf(recording.id)
    const add = async (key: string, text: string, settings: Record<string, number>) => {
      const job = await library.requestJob({
        recordingId: recording.id,
        kind: 'transcribe',
        settings,
        settingsKey: key,
      })
      const { id } = await library.startTranscript({
        recordingId: recording.id,
        jobId: job.id,
        language: 'en',
        run: { ...run, settings },
        settingsKey: key,
      })
      await library.putParagraphs(id, [paragraph(`${key}1`, text, 1_500)])
      await library.finishTranscript(id)
    }
    await add('newer', 'newer words', {})
    await add('part', 'part words', { fromMs: 1_400, toMs: 2_500 })
    await library.chooseTranscript(chosen?.id ?? '')
    await add('late', 'late part', { fromMs: 1_500 })
    const state = async () =>
      Promise.all(
        (await library.transcriptsOf(recording.id)).map(async ({ id, current, waits, part: its }) => ({
          text: (await library.transcript(id)).paragraphs.map(paragraphText).join(' '),
          current,
          waits,
          part: its,
        })),
      )
    await library.setTrim(recording.id, part)
    const before = await state()
    await deleteRest(place, recording.id, signal)
    const fromStart = (span: TimeSpan | null) =>
      span && { startMs: span.startMs - part.startMs, endMs: span.endMs - part.startMs }
    const byText = (one: { text: string }, other: { text: string }) => one.text.localeCompare(other.text)
    expect((await state()).toSorted(byText)).toEqual(
      before
        .map((one) => ({ ...one, text: one.text.replace('secret words ', ''), part: fromStart(one.part) }))
        .toSorted(byText),
    )
  })

  it('is refused where all is kept, and for a file of the person’s own', async () => {
    const { recording, ...place } = await opened()
    await expect(deleteRest(place, recording.id, signal)).rejects.toMatchObject({ code: 'trim.none' })
    const other = await place.library.addRecording(newRecording('theirs'))
    await place.library.setTrim(other.id, part)
    await expect(deleteRest(place, other.id, signal)).rejects.toMatchObject({ code: 'trim.not-own' })
  })

  it('that is canceled leaves everything as it was', async () => {
    const { recording, ...place } = await opened()
    await place.library.setTrim(recording.id, part)
    const before = await place.library.card(recording.id)
    const canceling = new AbortController()
    const deletion = deleteRest(place, recording.id, canceling.signal, () => canceling.abort())
    await expect(deletion).rejects.toMatchObject({ code: 'job.cancelled' })
    expect(await place.library.card(recording.id)).toEqual(before)
    await access(before.path)
    expect(await readdir(path.join(place.dataFolder, 'media', 'incoming'))).toEqual([])
  })
})
