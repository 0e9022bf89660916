import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { bestLag } from '#core/recording/best-lag'
import { decodedTracks, pitchOf } from '#studio/recording/testing/decoded-tracks'
import { readInvocation } from './options/arguments.ts'
import { ffmpeg } from './testing/ffmpeg.ts'
import { fillDisk, mayMount } from './testing/mounts.ts'
import { jsonLines, mustExit, runParolo, startParolo } from './testing/run-parolo.ts'
import { smallDisk } from './testing/small-disk.ts'
import { hasPulseAudio, type SoundServer, startSoundServer } from './testing/sound-server.ts'
import { spokenIn, twoVoicesEn } from './testing/speech.ts'
import { makeTestHome, type TestHome, testHome } from './testing/test-home.ts'
import { wordErrorRate } from '#core/words/word-error-rate'
import { planRecord } from './verbs/record/run-record.ts'
import { recordVerb } from './verbs/record.ts'

const LONG = 120_000
const hasServer = await hasPulseAudio()
const mounts = await mayMount()
const WITHOUT = hasServer ? '' : ' (left out: no PulseAudio on this machine)'

let server: SoundServer
let sounds: TestHome
const sound = (name: string) => path.join(sounds.root, name)
beforeAll(async () => {
  if (!hasServer) return
  sounds = await makeTestHome()
  await ffmpeg(['-i', twoVoicesEn, '-ar', '48000'], sound('speech.wav'))
  server = await startSoundServer()
}, LONG)
afterAll(async () => {
  if (!hasServer) return
  await server.end()
  await sounds.remove()
})

const json = ['--progress', 'json']

async function placeWithSound() {
  const place = await testHome()
  const options = { ...place, environment: server.environment }
  return { place, options, words: (...words: readonly string[]) => ['record', ...words, ...json] }
}

function play(sink: 'micfeed' | 'speakers', name: string): void {
  const player = server.play(sink, sound(name))
  onTestFinished(() => void player.kill('SIGKILL'))
}

async function playTone(sink: 'micfeed' | 'speakers', hertz: number): Promise<void> {
  const stop = await server.playTone(sink, hertz)
  // If the server was killed, the tone has already stopped.
  onTestFinished(() => stop().catch(() => undefined))
}

function longestSilence(samples: Int16Array): number {
  let [longest, length] = [0, 0]
  for (const sample of samples) {
    length = sample === 0 ? length + 1 : 0
    longest = Math.max(longest, length)
  }
  return longest
}

/** The only recording in the library's own folder. */
async function recordedFile(home: string): Promise<string> {
  const [folder = ''] = await readdir(path.join(home, 'media'))
  const [file = ''] = await readdir(path.join(home, 'media', folder))
  return path.join(home, 'media', folder, file)
}

/** By how many frames a microphone lags behind what it hears, several times within one recording; not where one of them is silent. */
async function lagsBetweenSources(): Promise<readonly number[]> {
  const { options, words } = await placeWithSound()
  const both = words('--device', 'mic', '--device', 'micfeed.monitor', '--seconds', '6')
  mustExit(await runParolo(both, options), 0)
  const [mic = new Int16Array(), loop = new Int16Array()] = await decodedTracks(
    await recordedFile(options.home),
    2,
  )
  return [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5]
    .map((second) => second * 48_000)
    .map((at) => bestLag(mic.subarray(at, at + 24_000), loop.subarray(at, at + 24_000), 3_000))
    .filter((lag) => lag !== null)
}

describe.runIf(hasServer)(`parolo record${WITHOUT}`, () => {
  it('lists inputs, the default marked, and takes no other', async () => {
    const { options } = await placeWithSound()
    const list = await runParolo(['record', '--list'], options)
    mustExit(list, 0)
    expect(list.stdout).toContain('* mic\tMicrophone\n')
    expect(list.stdout).toContain('  system\tSpeakers\n')
    const other = await runParolo(['record', '--device', 'none'], options)
    mustExit(other, 1)
    expect(other.stderr).toContain('There is no sound input “none”. Available inputs:')
    expect(other.stderr).toContain('mic')
    expect(existsSync(options.home)).toBe(false)
  })

  it(
    'keeps two devices apart, a track each, though it was stopped for 3 s; --out is one WAV with a channel a device',
    async () => {
      const { place, options, words } = await placeWithSound()
      await playTone('micfeed', 440)
      await playTone('speakers', 1_000)
      const out = path.join(place.folder, 'both.wav')
      const run = startParolo(words('--device', 'Microphone', '--device', 'system', '--out', out), {
        ...options,
        ownGroup: true,
      })
      await run.line(({ type, frames }) => type === 'safe' && Number(frames) > 48_000)
      run.child.kill('SIGSTOP')
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      run.child.kill('SIGCONT')
      await run.line(({ type, frames }) => type === 'safe' && Number(frames) > 5 * 48_000)
      process.kill(-run.pid, 'SIGINT')
      const result = await run.result
      mustExit(result, 0)
      const lines = jsonLines(result.stderr)
      expect(lines.find(({ type }) => type === 'recorded')).toMatchObject({ reason: 'asked' })
      expect(lines.find(({ type }) => type === 'device-gone')).toBeUndefined()
      const tracks = await decodedTracks(await recordedFile(options.home), 2)
      const middle = tracks.map((track) => track.subarray(24_000, 48_000))
      expect(middle.map((one) => Math.round(pitchOf(one) / 10))).toEqual([44, 100])
      // Sound from while it was stopped is included.
      expect(longestSilence((tracks[0] ?? new Int16Array()).subarray(24_000))).toBeLessThan(4_800)
      const [channel] = await decodedTracks(out, 1)
      const left = (channel ?? new Int16Array()).filter((_, index) => index % 2 === 0)
      expect(left).toEqual(tracks[0])
    },
    LONG,
  )

  it(
    'keeps the sources together: what two devices hear is at the same time in both tracks',
    async () => {
      // Made by the server itself, as a player would be starved on a busy machine; together they repeat only each second.
      for (const hertz of [211, 353, 587, 907, 1_499]) await playTone('micfeed', hertz)
      let lags: readonly number[] = []
      // A busy machine starves the sound server: then there is nothing to compare.
      while (lags.length === 0) lags = await lagsBetweenSources()
      // For moments one source may be ahead there.
      const middle = lags.map(Math.abs).toSorted((one, other) => one - other)[Math.floor(lags.length / 2)]
      expect(middle).toBeLessThan(50 * 48)
    },
    LONG * 2,
  )

  it(
    'records speech, shows meanwhile what is said, and transcribes it',
    async () => {
      const { options, words } = await placeWithSound()
      const run = startParolo(words('--live-text', '--transcribe', '--language', 'en'), options)
      await run.line(({ type }) => type === 'recording')
      play('micfeed', 'speech.wav')
      const { text: shown } = await run.line(({ type }) => type === 'live-line')
      await run.line(({ type, frames }) => type === 'safe' && Number(frames) > 9 * 48_000)
      run.child.kill('SIGINT')
      const result = await run.result
      mustExit(result, 0)
      expect(String(shown).split(' ').length).toBeGreaterThan(2)
      const recorded = jsonLines(result.stderr).find(({ type }) => type === 'recorded')
      const text = await runParolo(['export', String(recorded?.id), '--format', 'txt', '--stdout'], options)
      mustExit(text, 0)
      const said = (await spokenIn(twoVoicesEn)).words.map((word) => word.text).join(' ')
      const written = text.stdout.replaceAll(/^.*\(\d+:\d\d:\d\d\)$/gmu, '')
      expect(wordErrorRate(said, written)).toBeLessThan(0.05)
    },
    LONG * 2,
  )

  it(
    'killed at any time loses a second at most; the next command recovers it, says so once and lists it',
    async () => {
      const { options, words } = await placeWithSound()
      await playTone('micfeed', 440)
      for (const [round, waitMs] of [700, 1_650].entries()) {
        const run = startParolo(words(), options)
        await run.line(({ type }) => type === 'recording')
        const startedAt = performance.now()
        await new Promise((resolve) => setTimeout(resolve, waitMs))
        if (round === 1) {
          const others = await runParolo(['list'], options)
          expect(others.stdout).toMatch(/\trecording\tRecording of /u)
        }
        const ranMs = performance.now() - startedAt
        process.kill(run.pid, 'SIGKILL')
        await run.result
        const first = await runParolo(['list', ...json], options)
        mustExit(first, 0)
        const recovered = jsonLines(first.stderr).filter(({ type }) => type === 'recovered')
        expect(recovered).toHaveLength(1)
        expect(Number(recovered[0]?.durationMs)).toBeGreaterThan(ranMs - 1_000)
        expect(first.stdout.trim().split('\n')).toHaveLength(round + 1)
        expect(first.stdout).toContain(String(recovered[0]?.id))
      }
      const second = await runParolo(['list'], options)
      expect(second.stderr).toBe('')
    },
    LONG,
  )

  it(
    'goes on when the sound server dies and comes back: the gap is silence where it was',
    async () => {
      const { options, words } = await placeWithSound()
      await playTone('micfeed', 440)
      const askedAt = performance.now()
      const run = startParolo(words(), options)
      await run.line(({ type }) => type === 'recording')
      const startedAt = performance.now()
      const { frames: before } = await run.line(
        ({ type, frames }) => type === 'safe' && Number(frames) > 36_000,
      )
      await server.kill()
      await run.line(({ type }) => type === 'device-gone')
      await server.start()
      await run.line(({ type }) => type === 'device-back')
      await playTone('micfeed', 1_000)
      await new Promise((resolve) => setTimeout(resolve, 1_000))
      const ranMs = performance.now() - startedAt
      run.child.kill('SIGTERM')
      const result = await run.result
      mustExit(result, 0)
      const recorded = jsonLines(result.stderr).find(({ type }) => type === 'recorded')
      // It begins when requested, slightly before it reports so.
      expect(Number(recorded?.durationMs) - ranMs).toBeGreaterThan(-500)
      expect(Number(recorded?.durationMs)).toBeLessThan(performance.now() - askedAt)
      const [track = new Int16Array()] = await decodedTracks(await recordedFile(options.home), 1)
      expect(longestSilence(track)).toBeGreaterThan(12_000)
      expect(longestSilence(track.subarray(4_800, Number(before)))).toBeLessThan(4_800)
      expect(pitchOf(track.subarray(12_000, Number(before)))).toBeCloseTo(440, -1)
      expect(pitchOf(track.subarray(-12_000))).toBeCloseTo(1_000, -2)
    },
    LONG,
  )

  it.runIf(mounts)(
    `ends when the disk is full, keeps what there is and says so${mounts ? '' : ' (left out: mounting is not permitted here)'}`,
    async () => {
      const { place, options, words } = await placeWithSound()
      const disk = await smallDisk(place.home, '16m')
      await playTone('micfeed', 440)
      const run = startParolo(words(), options)
      await run.line(({ type, frames }) => type === 'safe' && Number(frames) > 40_000)
      await fillDisk(place.home)
      const result = await run.result
      mustExit(result, 1)
      const lines = jsonLines(result.stderr)
      expect(lines.find(({ type }) => type === 'disk-full')).toBeDefined()
      const recorded = lines.find(({ type }) => type === 'recorded')
      expect(Number(recorded?.durationMs)).toBeGreaterThan(1_000)
      await disk.resize('64m')
      const list = await runParolo(['list'], options)
      expect(list.stdout).toContain(String(recorded?.id))
      const [track] = await decodedTracks(await recordedFile(options.home), 1)
      expect(pitchOf(track?.subarray(24_000, 40_000) ?? new Int16Array())).toBeCloseTo(440, -1)
    },
    LONG,
  )
})

describe('parolo record', () => {
  it('says what is missing without a sound system', async () => {
    const place = await testHome()
    const environment = { PULSE_SERVER: 'unix:/nonexistent' }
    const result = await runParolo(['record', '--lang', 'fr'], { ...place, environment })
    mustExit(result, 1)
    expect(result.stderr).toContain('Aucun micro ni aucune autre entrée audio')
    expect(existsSync(place.home)).toBe(false)
  })

  it('refuses what it does not know, and a file that is there, before anything is opened', async () => {
    const plan = (...words: readonly string[]) => planRecord(readInvocation(recordVerb, words), false)
    for (const words of [['--seconds', '0'], ['--seconds', 'x'], ['--language', 'French'], ['extra']])
      await expect(plan(...words)).rejects.toMatchObject({ code: 'usage.bad-option' })
    await expect(plan('--live-text')).rejects.toMatchObject({ code: 'usage.no-terminal' })
    await expect(plan('--out', twoVoicesEn)).rejects.toMatchObject({ code: 'output.exists' })
    const nowhere = path.join(path.dirname(twoVoicesEn), 'none', 'a.wav')
    await expect(plan('--out', nowhere)).rejects.toMatchObject({ code: 'media.not-found' })
  })
})
