import { describe, expect, it } from 'vitest'
import { Fault } from '#contracts/errors'
import { emptyLiveFeed } from '../recording/live-feed.ts'
import type { SampleRange } from '#core/sound/range'
import { LiveDrafts } from './live-drafts.ts'
import type { LiveChunk } from './live-source.ts'
import type { Word } from '#core/transcript/transcript'
import { LiveText } from './live-text.ts'
import { type FedSource, fedSource } from './testing/fed-source.ts'

/** Text of two sources, with time and decodes controlled by the test. */
interface Options {
  readonly failsWith?: Error
  /** The second source is the computer's own sound, and both contain the same speech. */
  readonly echoes?: boolean
  /** Drafts are instantaneous. */
  readonly drafts?: boolean
}

async function opened(options: Options = {}) {
  const { echoes = false } = options
  const sources = [await fedSource(0), await fedSource(1, echoes)] as const
  const feed = emptyLiveFeed('loading')
  const failures: unknown[] = []
  let nowMs = 0
  let hangs: (() => void)[] | null = null
  const drafted: SampleRange[] = []
  const draft = (range: SampleRange): Promise<string> => {
    drafted.push(range)
    return Promise.resolve(`draft of ${Math.round((range.endSample - range.startSample) / 16_000)} s`)
  }
  const text = new LiveText({
    feed,
    sources: sources.map(({ live }) => live),
    decode: async ({ source, chunk }: LiveChunk) => {
      if (options.failsWith !== undefined) throw options.failsWith
      if (hangs !== null) await new Promise<void>((resolve) => hangs?.push(resolve))
      const seconds = (chunk.startSample / 16_000).toFixed(0)
      return wordsOf(
        echoes ? `what was said at ${seconds}` : `${source} at ${seconds}`,
        chunk.startSample / 16,
      )
    },
    ...(options.drafts === true
      ? { drafts: new LiveDrafts({ decode: draft, isStreamed: () => false, now: () => nowMs }) }
      : {}),
    language: 'en',
    now: () => nowMs,
    onChange: () => undefined,
    onFailed: (error) => failures.push(error),
  })
  /** Advances the clock by the sound of all sources, then checks for new sound. */
  const passes = async (seconds: number): Promise<void> => {
    nowMs += seconds * 1_000
    await text.tick()
    // Decodes in these tests are instantaneous.
    await new Promise(setImmediate)
  }
  /** One speaks, the other is silent. */
  const say = async (source: 0 | 1, seconds: number): Promise<void> => {
    const other: FedSource = sources[1 - source] as FedSource
    sources[source].speak(seconds)
    sources[source].pause(1)
    other.pause(seconds + 1)
    await passes(0)
  }
  return {
    feed,
    failures,
    drafted,
    sources,
    passes,
    say,
    hang: () => (hangs = []),
    goOn: () => {
      const waiting = hangs ?? []
      hangs = null
      for (const resolve of waiting) resolve()
    },
  }
}

function wordsOf(text: string, startMs: number): Word[] {
  return text.split(' ').map((word, n) => ({
    id: `w.${n}`,
    before: ' ',
    text: word,
    startMs: startMs + n * 100,
    endMs: startMs + n * 100 + 90,
    confidence: null,
    origin: 'recognised',
  }))
}

describe('text while recording', () => {
  it('comes in the order in which it was said, and lines are only added', async () => {
    const { feed, say } = await opened()
    await say(0, 2)
    await say(1, 3)
    const before = structuredClone(feed.lines)
    await say(0, 2)
    expect(feed.lines.map(({ text }) => text)).toEqual(['0 at 0', '1 at 3', '0 at 7'])
    expect(feed.lines.slice(0, 2)).toEqual(before)
    expect(new Set(feed.lines.map(({ id }) => id)).size).toBe(3)
    expect(feed.spoken.map(({ source }) => source)).toEqual([0, 1, 0])
    expect(feed.spoken[1]?.startMs).toBeGreaterThan(2_950)
    expect(feed.spoken[1]?.endMs).toBeLessThan(6_050)
    expect(feed.state).toBe('following')
  })

  it('cuts speech without a pause, and closes it when the sound stops', async () => {
    const { feed, sources, passes } = await opened()
    for (let second = 0; second < 9; second += 1) {
      sources[0].speak(1)
      sources[1].pause(1)
      await passes(0)
    }
    expect(feed.lines.map(({ text }) => text)).toEqual(['0 at 0'])
    // Paused: no more sound arrives.
    for (let look = 0; look < 3; look += 1) await passes(0.5)
    expect(feed.lines.length).toBe(2)
    expect(feed.lines[1]?.startMs).toBe(feed.lines[0]?.endMs)
  })

  it('shows what is being said until its line comes, not too often, and not while it is behind', async () => {
    const { feed, sources, passes, drafted, hang, goOn } = await opened({ drafts: true })
    const speak = async (seconds: number): Promise<void> => {
      sources[0].speak(seconds)
      sources[1].pause(seconds)
      await passes(seconds)
    }
    await speak(1)
    expect(feed.draft).toBeNull()
    await speak(1)
    expect(feed.draft).toEqual({ source: 0, startMs: 0, text: 'draft of 2 s' })
    await speak(0.5)
    expect(drafted).toHaveLength(1)
    await speak(1)
    expect(feed.draft).toEqual({ source: 0, startMs: 0, text: 'draft of 4 s' })
    expect(feed.lines).toEqual([])
    sources[0].pause(1)
    sources[1].pause(1)
    await passes(1)
    expect(feed.lines.map(({ text }) => text)).toEqual(['0 at 0'])
    expect(feed.draft).toBeNull()
    hang()
    await speak(9)
    for (let second = 0; second < 20; second += 1) await speak(1)
    expect(feed.state).toBe('behind')
    expect(drafted).toHaveLength(2)
    goOn()
  })

  it('says that it is behind while a decode hangs, and catches up with all of it', async () => {
    const { feed, say, passes, hang, goOn } = await opened()
    hang()
    await say(0, 2)
    for (let round = 0; round < 4; round += 1) await say(1, 4)
    await passes(0.5)
    expect(feed.state).toBe('behind')
    expect(feed.lagMs).toBeGreaterThan(15_000)
    expect(feed.lines).toEqual([])
    goOn()
    await passes(0)
    await passes(0.5)
    expect(feed.lines.map(({ text }) => text)).toEqual(['0 at 0', '1 at 3', '1 at 8', '1 at 13', '1 at 18'])
    expect(feed.state).toBe('following')
  })

  it('leaves out what waited for a minute, says where, and is of now again', async () => {
    const { feed, say, passes, hang, goOn } = await opened()
    hang()
    for (let round = 0; round < 13; round += 1) await say(0, 4)
    await passes(0.5)
    goOn()
    await passes(0)
    const [leftOut] = feed.lines
    expect(leftOut).toMatchObject({ source: 0, text: null })
    expect(leftOut?.startMs).toBeGreaterThan(4_900)
    expect(leftOut?.endMs).toBeGreaterThan(60_000)
    await say(1, 2)
    expect(feed.lines.at(-1)?.text).toBe('1 at 65')
    expect(feed.state).toBe('following')
  })

  it('gives up on a computer that is too slow again and again; who spoke is reported all the same', async () => {
    const { feed, say, passes, hang, goOn } = await opened()
    for (let time = 0; time < 3; time += 1) {
      hang()
      for (let round = 0; round < 13; round += 1) await say(0, 4)
      await passes(0.5)
      goOn()
      await passes(0)
    }
    expect(feed.state).toBe('given-up')
    const [lines, spoken] = [feed.lines.length, feed.spoken.length]
    await say(1, 2)
    expect(feed.lines.length).toBe(lines)
    expect(feed.spoken.length).toBe(spoken + 1)
    expect(feed.state).toBe('given-up')
  })

  it('leaves out what a microphone picks up of the computer, in text and speaking time', async () => {
    const { feed, sources, passes, say } = await opened({ echoes: true })
    const [microphone, computer] = sources
    // The microphone's speech ends first, and waits.
    microphone.speak(2)
    computer.speak(2.4)
    microphone.pause(0.9)
    computer.pause(0.4)
    await passes(0)
    expect(feed.lines).toEqual([])
    computer.pause(0.5)
    microphone.pause(0.4)
    await passes(0)
    expect(feed.lines.map(({ source }) => source)).toEqual([1])
    expect(feed.spoken.map(({ source }) => source)).toEqual([1])
    await say(0, 2)
    expect(feed.lines.map(({ source }) => source)).toEqual([1, 0])
    expect(feed.spoken.map(({ source }) => source)).toEqual([1, 0])
  })

  it('ends with the reason when no engine can be had', async () => {
    const failsWith = new Fault('model.load-failed')
    const { feed, say, failures } = await opened({ failsWith })
    await say(0, 2)
    await say(0, 2)
    expect(failures).toEqual([failsWith])
    expect(feed.lines).toEqual([])
  })
})
