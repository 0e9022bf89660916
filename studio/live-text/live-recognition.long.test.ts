import { expect, it } from 'vitest'
import type { LiveLine } from '#contracts/sound-wire'
import { blockToBytes } from '#core/recording/block-bytes'
import { paragraphText } from '#core/transcript/transcript'
import { comparableWords } from '#core/words/comparable'
import { spokenIn, twoVoicesEn } from '../../cli/testing/speech.ts'
import { reported } from '../queue/testing/started-job.ts'
import { decodedTracks } from '../recording/testing/decoded-tracks.ts'
import { START_MS } from '../recording/testing/running.ts'
import { openedService } from '../testing/opened-service.ts'

const BLOCK_FRAMES = 4_800

it(
  'is what was said, with a real engine and a language that was not given',
  { timeout: 200_000 },
  async () => {
    const opened = await openedService()
    const page = opened.page()
    const { runningId } = await page.call('recorder.start', {
      title: 'Two voices',
      language: 'auto',
      people: null,
      type: 'meeting',
      sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
      consent: null,
      liveText: true,
      atMs: START_MS,
    })
    const lines: LiveLine[] = []
    const channel = opened.service.openSoundChannel((message) => {
      if (message.kind === 'live') lines.push(...message.lines)
    })
    channel.receive({ kind: 'attach', runningId, language: 'en' })
    const [sound = new Int16Array()] = await decodedTracks(twoVoicesEn, 1)
    // A second of silence ends the last sentence.
    const all = new Int16Array(sound.length + 48_000)
    all.set(sound)
    for (let sequence = 0; sequence * BLOCK_FRAMES < all.length; sequence += 1) {
      const firstFrame = sequence * BLOCK_FRAMES
      const samples = all.slice(firstFrame, firstFrame + BLOCK_FRAMES)
      const atMs = START_MS + firstFrame / 48
      channel.receiveBytes(blockToBytes({ source: 0, run: 0, sequence, firstFrame, atMs, samples }))
    }
    const { words, durationMs } = await spokenIn(twoVoicesEn)
    const lastMs = words.at(-1)?.startMs ?? durationMs
    await expect.poll(() => lines.at(-1)?.endMs ?? 0, { timeout: 100_000 }).toBeGreaterThan(lastMs)
    const said = comparableWords(words.map(({ text }) => text).join(' '))
    const read = new Set(comparableWords(lines.map(({ text }) => text ?? '').join(' ')))
    expect(said.filter((word) => read.has(word)).length / said.length).toBeGreaterThan(0.85)
    for (const [index, line] of lines.entries())
      expect(line.startMs).toBeGreaterThanOrEqual(lines[index - 1]?.endMs ?? 0)

    // A person's corrections and names given meanwhile are in the transcript made afterwards, as separate
    // steps.
    const [line] = lines
    const [first = '', ...rest] = (line?.text ?? '').split(' ')
    const text = [first, 'Wonderland', ...rest.slice(1)].join(' ')
    await page.call('recorder.changeText', {
      runningId,
      change: { kind: 'line', lineId: line?.id ?? '', text },
    })
    const name = { kind: 'name' as const, source: 0, name: 'Anna', lineIds: null }
    await page.call('recorder.changeText', { runningId, change: name })
    await page.call('recorder.stop', { runningId, atMs: START_MS + all.length / 48 })
    const { recordingId } = await page.call('recorder.result', { runningId })
    if (recordingId === null) throw new Error('nothing was recorded')
    expect(await page.call('recorder.liveText', { recordingId })).toMatchObject({ canBeTranscript: true })
    page.watch()
    const { jobId } = await page.call('jobs.start', {
      recordingId,
      settings: { language: 'en', quick: true, speakers: 1 },
    })
    await reported(page, 'job-finished', jobId)
    const { transcript: card } = await page.call('recordings.get', { recordingId })
    const transcriptId = card?.id ?? ''
    const { library } = opened.service.studio
    const textNow = async (): Promise<string> =>
      (await library.transcript(transcriptId)).paragraphs.map(paragraphText).join(' ')
    expect(await textNow()).toContain(`${first} Wonderland`)
    expect((await library.transcript(transcriptId)).speakers).toMatchObject([{ name: 'Anna' }])
    expect(card).toMatchObject({ corrected: true })
    expect(await page.call('recorder.liveText', { recordingId })).toEqual({
      canBeTranscript: false,
      lost: { corrections: [], names: [] },
    })
    const undone = await library.undo(transcriptId, 'u1')
    expect(undone?.undo).toMatchObject({ kind: 'rename-speaker' })
    expect(await textNow()).not.toContain('Wonderland')
    expect(opened.troubles).toEqual([])
  },
)
