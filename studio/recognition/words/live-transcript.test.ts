import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { replaceTextEdit } from '#core/edits/kinds/replace-text'
import { lint } from '#core/transcript/lint'
import { paragraphText, type Word } from '#core/transcript/transcript'
import type { Library } from '../../library/library.ts'
import { newRecording, openedLibrary } from '../../library/testing/fixtures.ts'
import type { ChunkWords } from './live-target.ts'
import { LiveTranscript } from './live-transcript.ts'

/** Words of a chunk, 300 ms each. */
function chunk(chunkId: string, text: string, startMs: number, mark = ''): ChunkWords {
  const words = text.split(' ').map((word, index): Word => ({
    id: `${chunkId}${mark}.${index}`,
    before: ' ',
    text: word,
    startMs: startMs + index * 300,
    endMs: startMs + index * 300 + 250,
    confidence: 0.96,
    origin: 'recognised',
  }))
  return { chunkId, words }
}

const first = chunk('c0', 'We met there.', 0)
const second = chunk('c1', 'It was cold.', 5000)
const third = chunk('c2', 'Then we left.', 10_000)

describe('LiveTranscript', () => {
  let library: Library
  let transcriptId: string
  let lease: number

  beforeEach(async () => {
    library = await openedLibrary()
    const recording = await library.addRecording(newRecording('talk'))
    const job = await library.requestJob({
      recordingId: recording.id,
      kind: 'transcribe',
      settings: {},
      settingsKey: 'k',
    })
    const claim = await library.claimJob(job.id, library.self)
    if (!('lease' in claim)) throw new Error('the job was not to be had')
    lease = claim.lease
    const run = { program: 'parolo', version: '1', models: [], settings: {} }
    const started = { recordingId: recording.id, jobId: job.id, language: 'en', run, settingsKey: 'k' }
    transcriptId = (await library.startTranscript(started)).id
  })

  const live = (there: readonly string[] = []) =>
    new LiveTranscript(library, {
      transcriptId,
      lease,
      tracks: [{ turns: [], strength: () => 0 }],
      language: 'en',
      endMs: 12_000,
      there: new Set(there),
    })
  const texts = async () => (await library.transcript(transcriptId)).paragraphs.map(paragraphText)

  it('puts chunks in the order of time, whatever the order in which they come', async () => {
    const transcript = live()
    await transcript.put(2, third)
    await transcript.put(0, first)
    await transcript.put(1, second)
    await transcript.write()
    expect(await texts()).toEqual(['We met there.', 'It was cold.', 'Then we left.'])
    expect(lint(await library.transcript(transcriptId))).toEqual([])
  })

  it('writes a text less often the longer that takes, but in the end all of it', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const transcript = live()
    const write = library.arrangeParagraphs.bind(library)
    const writes = vi.spyOn(library, 'arrangeParagraphs').mockImplementation((...words) => {
      vi.advanceTimersByTime(400)
      return write(...words)
    })
    vi.advanceTimersByTime(10_000)
    await transcript.put(0, first)
    vi.advanceTimersByTime(7500)
    await transcript.put(1, second)
    expect(writes).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(200)
    await transcript.put(1, second)
    expect(writes).toHaveBeenCalledTimes(2)
    await transcript.put(2, third)
    expect(writes).toHaveBeenCalledTimes(2)
    await transcript.write()
    expect(await texts()).toEqual(['We met there.', 'It was cold.', 'Then we left.'])
  })

  it('gives every recognized word some time, also where decodes overlap and at the end of the recording', async () => {
    const transcript = live()
    const at = (
      { chunkId, words }: ChunkWords,
      times: readonly (readonly [number, number])[],
    ): ChunkWords => ({
      chunkId,
      words: words.map((word, index) => {
        const [startMs = 0, endMs = 0] = times[index] ?? []
        return { ...word, startMs, endMs }
      }),
    })
    const ends: [number, number][] = [
      [11_990, 12_000],
      [12_000, 12_000],
      [12_000, 12_000],
    ]
    await transcript.put(
      0,
      at(first, [
        [0, 0],
        [0, 0],
        [900, 1500],
      ]),
    )
    await transcript.put(
      1,
      at(second, [
        [900, 900],
        [900, 1000],
        [2000, 2005],
      ]),
    )
    await transcript.write()
    await correct(0, 'We two met there.')
    await transcript.put(2, at(third, ends))
    await transcript.write()
    const after = await library.transcript(transcriptId)
    expect(lint(after, 12_000)).toEqual([])
    expect(after.paragraphs.at(-1)?.words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [11_940, 11_960],
      [11_960, 11_980],
      [11_980, 12_000],
    ])
  })

  it('gives the words of a second text the ids of the first', async () => {
    const transcript = live()
    await transcript.put(0, first)
    await transcript.put(0, chunk('c0', 'We met there again.', 20, '~'))
    await transcript.write()
    const [paragraph] = (await library.transcript(transcriptId)).paragraphs
    expect(paragraph?.words.map(({ id, text }) => [id, text])).toEqual([
      ['c0.0', 'We'],
      ['c0.1', 'met'],
      ['c0.2', 'there'],
      ['c0~.3', 'again.'],
    ])
  })

  it('a run that goes on writes nothing before all that was there is there again', async () => {
    const before = live()
    for (const [index, one] of [first, second, third].entries()) await before.put(index, one)
    await before.write()
    const after = live(['c0', 'c1', 'c2'])
    await after.put(0, first)
    expect(await texts()).toEqual(['We met there.', 'It was cold.', 'Then we left.'])
    await after.put(1, second)
    await after.put(2, third)
    await after.write()
    expect(await texts()).toEqual(['We met there.', 'It was cold.', 'Then we left.'])
  })

  const correct = async (paragraph: number, text: string) => {
    const transcript = await library.transcript(transcriptId)
    const paragraphId = transcript.paragraphs[paragraph]?.id ?? ''
    const edit = replaceTextEdit(transcript, { id: 'e1', paragraphId, text })
    await library.applyEdits(transcriptId, [edit], { baseNumber: 0 })
  }

  it('keeps what a person corrects while chunks come, and leaves that chunk its text', async () => {
    const transcript = live()
    await transcript.put(0, first)
    await transcript.write()
    await correct(0, 'We met here.')
    await transcript.put(0, chunk('c0', 'We met them there.', 20, '~'))
    await transcript.put(1, second)
    await transcript.put(1, chunk('c1', 'It was old.', 5000, '~'))
    await transcript.write()
    expect(await texts()).toEqual(['We met here.', 'It was old.'])
    expect(lint(await library.transcript(transcriptId))).toEqual([])
  })

  it('a run that goes on keeps what a person corrected before it', async () => {
    const before = live()
    await before.put(0, first)
    await before.put(1, second)
    await before.write()
    await correct(1, 'It was very cold.')
    const after = live(['c0', 'c1'])
    for (const [index, one] of [first, second, third].entries()) await after.put(index, one)
    await after.write()
    expect(await texts()).toEqual(['We met there.', 'It was very cold.', 'Then we left.'])
  })

  /** One sentence in two chunks, the first already written and split by a person after its second word. */
  const splitWhileRunning = async () => {
    const transcript = live()
    await transcript.put(0, chunk('c0', 'We met there and', 0))
    await transcript.write()
    const split: Edit = { kind: 'split-paragraph', id: 'e1', wordId: 'c0.2', offset: 0 }
    await library.applyEdits(transcriptId, [split], { baseNumber: 0 })
    expect(await texts()).toEqual(['We met', 'there and'])
    return transcript
  }
  const putRest = async (transcript: LiveTranscript) => {
    await transcript.put(1, chunk('c1', 'it was cold.', 1300))
    await transcript.write()
  }

  it('keeps the bounds that a person gave', async () => {
    const transcript = await splitWhileRunning()
    await putRest(transcript)
    expect(await texts()).toEqual(['We met', 'there and', 'it was cold.'])
  })

  it('keeps no bounds of an edit that is undone', async () => {
    const transcript = await splitWhileRunning()
    await library.undo(transcriptId, 'u1')
    await putRest(transcript)
    expect(await texts()).toEqual(['We met there and it was cold.'])
  })

  it('keeps the bounds of an edit that is undone and redone', async () => {
    const transcript = await splitWhileRunning()
    await library.undo(transcriptId, 'u1')
    await library.redo(transcriptId, 'r1')
    await putRest(transcript)
    expect(await texts()).toEqual(['We met', 'there and', 'it was cold.'])
  })
})
