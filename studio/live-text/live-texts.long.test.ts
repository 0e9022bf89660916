import { describe, expect, it } from 'vitest'
import type { CallInput } from '#contracts/calls/calls'
import type { LiveLine, SoundToPage, SpokenStretch } from '#contracts/sound-wire'
import type { LiveChange } from '#core/live-text/live-record'
import { paragraphText } from '#core/transcript/transcript'
import { codeOf } from '../api/testing/code-of.ts'
import { blockToBytes } from '#core/recording/block-bytes'
import type { StartEngine } from '../engine-link/engine-child.ts'
import type { ChildListener } from '../processes/child-process.ts'
import { fakeEngine } from '../engine-link/testing/fake-answers.ts'
import { jobOf, started, reported } from '../queue/testing/started-job.ts'
import { lineText } from '#core/live-text/live-record'
import { readJournalState } from '../recording/journal-file.ts'
import { START_MS, toneBlock } from '../recording/testing/running.ts'
import { openedService, type OpenedService } from '../testing/opened-service.ts'

const wanted: CallInput<'recorder.start'> = {
  title: 'Garden committee',
  language: 'en',
  people: null,
  type: 'meeting',
  sources: [{ name: 'Me', role: 'microphone', device: 'mic' }],
  consent: null,
  liveText: true,
  atMs: START_MS,
}
const BLOCKS_A_SECOND = 20

/** A page's end of a channel, which assembles the live text like a page. */
function channelOf({ service }: OpenedService) {
  const messages: SoundToPage[] = []
  const lines: LiveLine[] = []
  const spoken: SpokenStretch[] = []
  const changes: LiveChange[] = []
  let state = ''
  const channel = service.openSoundChannel((message) => {
    messages.push(message)
    if (message.kind !== 'live') return
    lines.splice(message.fromLine, Infinity, ...message.lines)
    spoken.splice(message.fromSpoken, Infinity, ...message.spoken)
    changes.splice(message.fromChange, Infinity, ...message.changes)
    state = message.state
  })
  let sent = 0
  return {
    messages,
    lines,
    state: () => state,
    changes: () => changes,
    attach: (runningId: string, has?: { lines: number; spoken: number; changes: number }) =>
      channel.receive({ kind: 'attach', runningId, language: 'en', has }),
    send(seconds: number) {
      const until = sent + seconds * BLOCKS_A_SECOND
      for (; sent < until; sent += 1) channel.receiveBytes(blockToBytes(toneBlock(0, sent)))
    },
    safeFrames: () => messages.findLast((message) => message.kind === 'safe')?.sources[0]?.frames ?? 0,
  }
}

/** Engines without models that can be made to hang or die, as by SIGSTOP and SIGKILL. */
function engines() {
  const living = new Set<ChildListener>()
  let held: (() => void)[] | null = null
  let starts = 0
  const startEngine: StartEngine = (listener) => {
    starts += 1
    living.add(listener)
    return fakeEngine({
      ...listener,
      message: (message) => {
        if (held === null) listener.message(message)
        else held.push(() => listener.message(message))
      },
    })
  }
  return {
    startEngine,
    starts: () => starts,
    hang: () => (held = []),
    goOn: () => {
      const waiting = held ?? []
      held = null
      for (const give of waiting) give()
    },
    die: () => {
      for (const listener of living) listener.ended('signal SIGKILL')
      living.clear()
    },
  }
}

describe('text of a running recording', () => {
  it('comes over the channel of its sound; a page that comes back gets only what it has not', async () => {
    const opened = await openedService(undefined, fakeEngine)
    const { runningId } = await opened.page().call('recorder.start', wanted)
    const first = channelOf(opened)
    first.attach(runningId)
    expect(first.messages.find(({ kind }) => kind === 'live')).toMatchObject({ state: 'loading', lines: [] })
    first.send(20)
    await expect.poll(() => first.lines.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
    expect(first.state()).toBe('following')
    expect(first.lines[0]).toMatchObject({ source: 0, text: expect.stringMatching(/^at0x0 /u) as string })
    const again = channelOf(opened)
    again.attach(runningId, { lines: 1, spoken: 0, changes: 0 })
    expect(again.messages.find(({ kind }) => kind === 'live')).toMatchObject({ fromLine: 1, fromSpoken: 0 })
    expect(again.lines.find(({ id }) => id === first.lines[0]?.id)).toBeUndefined()
    await opened.page().call('recorder.stop', { runningId, atMs: START_MS + 20_000 })
    expect(opened.troubles).toEqual([])
  })

  it('is corrected and named while it records, kept in the journal, and can be the transcript', async () => {
    const opened = await openedService(undefined, fakeEngine)
    const page = opened.page()
    const { runningId } = await page.call('recorder.start', wanted)
    const channel = channelOf(opened)
    channel.attach(runningId)
    channel.send(20)
    await expect.poll(() => channel.lines.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
    const [first, second] = channel.lines
    const decoded = first?.text ?? ''
    const corrected = decoded.replace(/^\S+/u, 'Corrected')
    const line: LiveChange = { kind: 'line', lineId: first?.id ?? '', text: corrected }
    const name: LiveChange = { kind: 'name', source: 0, name: 'Anna', lineIds: null }
    await page.call('recorder.changeText', { runningId, change: { ...line, text: `  ${corrected}\n` } })
    await page.call('recorder.changeText', { runningId, change: name })
    // Lines stay as decoded; every page receives the changes, including one that connects later.
    expect(channel.lines[0]?.text).toBe(decoded)
    expect(channel.changes()).toEqual([line, name])
    const later = channelOf(opened)
    later.attach(runningId)
    expect(later.changes()).toEqual([line, name])
    const kept = await readJournalState(opened.service.recorder.get(runningId).writer.folder)
    expect(kept?.live.changes).toEqual([line, name])
    expect(kept?.live.lines.slice(0, 2).map(lineText)).toEqual([decoded, second?.text])
    const change: LiveChange = { kind: 'line', lineId: 'live-99', text: '' }
    expect(await codeOf(page.call('recorder.changeText', { runningId, change }))).toBe('edit.refused')
    await page.call('recorder.stop', { runningId, atMs: START_MS + 20_000 })
    const { recordingId } = await page.call('recorder.result', { runningId })
    if (recordingId === null) throw new Error('nothing was recorded')
    expect(await page.call('recorder.liveText', { recordingId })).toMatchObject({ canBeTranscript: true })
    const { transcriptId } = await page.call('recorder.takeLiveText', { recordingId })
    const { library } = opened.service.studio
    const { paragraphs, speakers } = await library.transcript(transcriptId)
    expect(paragraphs.map(paragraphText).join(' ')).toMatch(new RegExp(`^${corrected}`, 'u'))
    expect(speakers).toMatchObject([{ name: 'Anna' }])
    expect(await page.call('recordings.get', { recordingId })).toMatchObject({
      transcript: { id: transcriptId, corrected: true },
    })
    expect(await page.call('recorder.takeLiveText', { recordingId })).toEqual({ transcriptId })
    expect(opened.troubles).toEqual([])
  })

  it('is not made where it is not wanted', async () => {
    const { startEngine, starts } = engines()
    const opened = await openedService(undefined, startEngine)
    const { runningId } = await opened.page().call('recorder.start', { ...wanted, liveText: false })
    const channel = channelOf(opened)
    channel.attach(runningId)
    channel.send(2)
    await expect.poll(channel.safeFrames, { timeout: 5_000 }).toBe(2 * 48_000)
    expect(channel.messages.some(({ kind }) => kind === 'live')).toBe(false)
    expect(starts()).toBe(0)
  })

  it('lags while the engine hangs, and the sound does not; what the engine missed comes afterwards', async () => {
    const { startEngine, hang, goOn } = engines()
    const opened = await openedService(undefined, startEngine)
    const page = opened.page()
    const { runningId } = await page.call('recorder.start', wanted)
    const channel = channelOf(opened)
    channel.attach(runningId)
    channel.send(10)
    await expect.poll(() => channel.lines.length, { timeout: 10_000 }).toBe(1)
    hang()
    channel.send(10)
    await expect.poll(channel.safeFrames, { timeout: 5_000 }).toBe(20 * 48_000)
    channel.send(10)
    await expect.poll(channel.safeFrames, { timeout: 5_000 }).toBe(30 * 48_000)
    expect(channel.lines.length).toBe(1)
    goOn()
    await expect.poll(() => channel.lines.at(-1)?.endMs, { timeout: 10_000 }).toBeGreaterThan(20_000)
    hang()
    await page.call('recorder.stop', { runningId, atMs: START_MS + 30_000 })
    const { recordingId } = await page.call('recorder.result', { runningId })
    expect(await page.call('recordings.get', { recordingId: recordingId ?? '' })).toMatchObject({
      durationMs: 30_000,
    })
    expect(opened.troubles).toEqual([])
  })

  it('goes on with another engine when one dies', async () => {
    const { startEngine, die, starts } = engines()
    const opened = await openedService(undefined, startEngine)
    const { runningId } = await opened.page().call('recorder.start', wanted)
    const channel = channelOf(opened)
    channel.attach(runningId)
    channel.send(10)
    await expect.poll(() => channel.lines.length, { timeout: 10_000 }).toBe(1)
    die()
    channel.send(10)
    await expect.poll(() => channel.lines.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2)
    expect(starts()).toBe(2)
    expect(channel.lines.every(({ text }) => text !== null)).toBe(true)
    expect(channel.lines[1]?.startMs).toBeGreaterThanOrEqual(channel.lines[0]?.endMs ?? Infinity)
  })

  it('has jobs wait, which go on after Stop', async () => {
    const opened = await openedService(undefined, fakeEngine)
    const page = opened.page()
    const { runningId } = await page.call('recorder.start', wanted)
    const { jobId } = await started(page)
    const channel = channelOf(opened)
    channel.attach(runningId)
    channel.send(10)
    await expect.poll(() => channel.lines.length, { timeout: 10_000 }).toBe(1)
    expect(await jobOf(page, jobId)).toMatchObject({ state: 'queued', waitsFor: 'recording' })
    await page.call('recorder.stop', { runningId, atMs: START_MS + 10_000 })
    await reported(page, 'job-finished', jobId)
    expect(await jobOf(page, jobId)).toMatchObject({ state: 'done', waitsFor: null })
  })
})
