import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CallInput } from '#contracts/calls/calls'
import type { SoundToPage } from '#contracts/sound-wire'
import { blockToBytes } from '#core/recording/block-bytes'
import { RecordingWriter } from '../recording/recording-writer.ts'
import { decodedTracks } from '../recording/testing/decoded-tracks.ts'
import {
  folderOf,
  START_MS,
  startEntry,
  toneAt,
  toneBlock,
  toneBlocks,
} from '../recording/testing/running.ts'
import { openedService, type OpenedService } from '../testing/opened-service.ts'
import { codeOf } from './testing/code-of.ts'

const wanted: CallInput<'recorder.start'> = {
  title: 'Garden committee',
  language: 'en',
  people: 3,
  type: 'meeting',
  sources: [
    { name: 'Me', role: 'microphone', device: 'mic' },
    { name: 'Others', role: 'system', device: 'speakers' },
  ],
  consent: { given: true, atMs: START_MS },
  atMs: START_MS,
}

function channelOf({ service }: OpenedService) {
  const reported: SoundToPage[] = []
  const channel = service.openSoundChannel((message) => reported.push(message))
  return {
    reported,
    attach: (runningId: string) => channel.receive({ kind: 'attach', runningId, language: 'en' }),
    send(from: number, to: number) {
      for (const block of toneBlocks(from, to)) channel.receiveBytes(blockToBytes(block))
    },
    close: () => channel.close(),
    raw: channel,
  }
}

describe('recording by calls', () => {
  it('says whether a page is connected for its sound, also while it is paused', async () => {
    const opened = await openedService()
    const page = opened.page()
    const { runningId } = await page.call('recorder.start', wanted)
    const isAttended = async () => (await page.call('recorder.running', {}))[0]?.isAttended
    expect(await isAttended()).toBe(false)
    const channel = channelOf(opened)
    channel.attach(runningId)
    channel.send(0, 5)
    await page.call('recorder.pause', { runningId, atMs: START_MS + 400 })
    expect(await isAttended()).toBe(true)
    channel.close()
    expect(await isAttended()).toBe(false)
  })

  it('from start to a recording of the library, with a lost connection in between', async () => {
    const opened = await openedService()
    const page = opened.page()
    expect((await page.call('recorder.room', { sources: 2 })).minutes).toBeGreaterThan(0)
    const { runningId } = await page.call('recorder.start', wanted)
    const first = channelOf(opened)
    first.attach(runningId)
    expect(first.reported).toEqual([
      {
        kind: 'attached',
        isPaused: false,
        sources: [0, 1].map((source) => ({ source, sequence: 0, frames: 0 })),
      },
    ])
    first.send(0, 30)
    first.close()
    // Unacknowledged blocks are sent again over a new connection, followed by new ones.
    const second = channelOf(opened)
    second.attach(runningId)
    second.send(10, 40)
    await page.call('recorder.setMoment', {
      runningId,
      moment: { id: 'm1', kind: 'decision', atMs: 1_200, value: 'Spring fair' },
    })
    await page.call('recorder.setTitle', { runningId, title: 'Garden committee, November' })
    await page.call('recorder.pause', { runningId, atMs: START_MS + 2_000 })
    second.send(40, 80)
    expect(await page.call('recorder.running', {})).toMatchObject([
      {
        runningId,
        state: 'paused',
        elsewhere: false,
        title: 'Garden committee, November',
        moments: [{ id: 'm1' }],
      },
    ])
    await page.call('recorder.resume', { runningId, atMs: START_MS + 4_000 })
    second.send(80, 100)
    const [card] = await page.call('recorder.running', {})
    expect(card?.sources.map(({ nextSequence }) => nextSequence)).toEqual([100, 100])
    const sources = [0, 1].map((source) => ({ source, sequence: 100, frames: 144_000 }))
    expect(await page.call('recorder.stop', { runningId, atMs: START_MS + 5_000 })).toEqual({
      sources,
      atMs: START_MS + 5_000,
    })
    expect(second.reported.at(-1)).toMatchObject({ kind: 'stopped', reason: 'asked', atMs: START_MS + 5_000 })
    const { recordingId } = await page.call('recorder.result', { runningId })
    const recording = await page.call('recordings.get', { recordingId: recordingId ?? '' })
    expect(recording).toMatchObject({
      title: 'Garden committee, November',
      durationMs: 3_000,
      missing: false,
    })
    const { path: file } = await opened.service.studio.library.recording(recordingId ?? '')
    const tracks = await decodedTracks(file, 2)
    for (const [source, samples] of tracks.entries()) {
      const wrong = samples.findIndex(
        (sample, frame) => sample !== toneAt(source, frame < 96_000 ? frame : frame + 96_000),
      )
      expect(wrong).toBe(-1)
    }
    expect(await page.call('recorder.running', {})).toEqual([])
    expect(opened.troubles).toEqual([])
    // A page that missed the end does not start another recording of the same sound.
    const late = channelOf(opened)
    late.attach(runningId)
    await expect
      .poll(() => late.reported)
      .toMatchObject([
        { kind: 'safe', sources },
        { kind: 'refused', error: { code: 'recorder.unknown' } },
      ])
  })

  it('says what it does not do, in words', async () => {
    const opened = await openedService()
    const page = opened.page()
    expect(await codeOf(page.call('recorder.pause', { runningId: 'none', atMs: 1 }))).toBe('recorder.unknown')
    expect(await codeOf(page.call('recorder.keep', { recordingId: 'none' }))).toBe('recording.unknown')
    const channel = channelOf(opened)
    channel.attach('none')
    await expect
      .poll(() => channel.reported)
      .toMatchObject([{ kind: 'refused', error: { code: 'recorder.unknown' } }])
    expect(channel.raw.receive({ kind: 'else' })).toBe(false)
    expect(channel.raw.receiveBytes(Buffer.from('no block'))).toBe(false)
  })

  it('asks senders to wait for a slow disk, and drops nothing', async () => {
    const opened = await openedService()
    const page = opened.page()
    const { runningId } = await page.call('recorder.start', wanted)
    const channel = channelOf(opened)
    channel.attach(runningId)
    channel.send(0, 500)
    expect(channel.reported.at(-1)).toEqual({ kind: 'wait' })
    await expect.poll(() => channel.reported.some(({ kind }) => kind === 'go-on')).toBe(true)
    await page.call('recorder.stop', { runningId, atMs: START_MS + 25_000 })
    const [card] = await page.call('recorder.running', {})
    expect(card).toMatchObject({ durationMs: 25_000, state: 'finishing' })
  })

  it('stops cleanly with the program, and makes the file at the next start', async () => {
    const opened = await openedService()
    const { runningId } = await opened.page().call('recorder.start', wanted)
    const channel = channelOf(opened)
    channel.attach(runningId)
    channel.send(0, 40)
    await opened.close()
    expect(channel.reported.at(-1)).toMatchObject({ kind: 'stopped', reason: 'closed' })
    const again = await openedService(opened.folder)
    const page = again.page()
    await expect.poll(() => page.call('recordings.list', {}), { timeout: 20_000 }).toHaveLength(1)
    expect(await page.call('recordings.list', {})).toMatchObject([
      { title: 'Garden committee', durationMs: 2_000 },
    ])
    expect(await page.call('recorder.recovered', {})).toEqual([])
  })
})

describe('recovered recordings', () => {
  it('are listed, asked about, and kept or discarded; one that is written elsewhere is only shown', async () => {
    const opened = await openedService()
    const page = opened.page()
    const start = startEntry()
    const writer = await RecordingWriter.start({
      folder: folderOf(opened.folder, start.id),
      start,
      consent: null,
      onError: () => undefined,
    })
    for (let sequence = 0; sequence < 40; sequence += 1) writer.append(toneBlock(0, sequence))
    await writer.settle()
    // From the same process, but not this service's recorder: treated like another program.
    expect(await page.call('recorder.running', {})).toMatchObject([
      { runningId: start.id, elsewhere: true, state: 'recording', durationMs: 2_000 },
    ])
    expect(await codeOf(page.call('recorder.stop', { runningId: start.id, atMs: 1 }))).toBe(
      'recorder.unknown',
    )
    await writer.stop(START_MS + 2_000, 'asked')
    const { library } = opened.service.studio
    const facts = { startedAtMs: 1, endedAtMs: 2, durationMs: 1, language: 'en', people: null } as const
    const add = (name: string) =>
      library.addRecorded({
        runningId: name,
        recording: {
          path: path.join(opened.folder, 'media', name, `${name}.mka`),
          fileName: `${name}.mka`,
          title: name,
          bytes: 1,
          mtimeMs: 1,
          sha256: name.repeat(20),
        },
        facts: { ...facts, type: 'meeting', consent: null, sources: [] },
        moments: [],
        isRecovered: true,
      })
    const [kept, discarded, asked] = [await add('kept'), await add('gone'), await add('later')]
    const ids = async () => (await page.call('recorder.recovered', {})).map(({ recordingId }) => recordingId)
    expect(await ids()).toEqual([kept.id, discarded.id, asked.id])
    await page.call('recorder.keep', { recordingId: kept.id })
    await page.call('recorder.discard', { recordingId: discarded.id })
    await page.call('recorder.later', { recordingId: asked.id })
    expect(await ids()).toEqual([])
    const listed = (await page.call('recordings.list', {})).map(({ title }) => title)
    expect(listed.toSorted()).toEqual(['kept', 'later'])
    expect(existsSync(discarded.path)).toBe(false)
  })
})
