import { describe, expect, it } from 'vitest'
import type { Chunk } from '#core/chunks/plan'
import type { Band, Decoded, Span } from '#core/words/decoded'
import { ChunkReader } from './chunk-reader.ts'
import { groupsToHear, lookAgain } from './second-look.ts'

const RATE = 16_000

/** Three chunks of 3 s, half a second apart, each said by somebody else. */
const chunks: Chunk[] = [1, 4.5, 8].map((start, localSpeaker) => {
  const [startSample, endSample] = [start * RATE, (start + 3) * RATE]
  return {
    startSample,
    endSample,
    localSpeaker,
    regions: [{ startSample, endSample }],
    cutBefore: false,
    cutAfter: false,
  }
})

/** A decode of one word in each half second. */
function say(span: Span, text: string, band: Band = 0): Decoded {
  const tokens = text.split(' ').map((word, index) => ({
    text: ` ${word}`,
    startSeconds: 0.4 + index * 0.5,
    endSeconds: 0.9 + index * 0.5,
    band,
  }))
  return { span, text, language: 'en', tokens }
}

const FIVE = 'one two three four five'
const seconds = ({ startSample, sampleCount }: Span): string =>
  `${startSample / RATE}-${(startSample + sampleCount) / RATE}`

/** Looks at all chunks with an engine that answers by the span; gives what was decoded, too. */
async function look(answer: (span: string) => ((span: Span) => Decoded | null) | undefined) {
  const asked: string[] = []
  const decode = async (span: Span) => {
    asked.push(seconds(span))
    return (answer(seconds(span)) ?? ((its) => say(its, FIVE, 1)))(span)
  }
  const silence = (_start: number, count: number) => new Float32Array(count)
  const reader = new ChunkReader(decode, silence, chunks, 12 * RATE)
  const firsts = await Promise.all(chunks.map((_, index) => reader.first(index)))
  const [group] = groupsToHear(chunks, { oneSpeakerSeconds: 15, mixedSeconds: 6, joinSeconds: 2 })
  if (!group) throw new Error('one group')
  asked.length = 0
  const done: number[] = []
  const found = await lookAgain(reader, chunks, group, firsts, ({ from, to }) => {
    for (let index = from; index < to; index++) done.push(index)
  })
  // Whatever happens, each chunk is told to be done, once.
  expect(done.toSorted((a, b) => a - b)).toEqual([0, 1, 2])
  const texts = found.map(({ group: { from, to }, text }) => ({
    from,
    to,
    text: [...text.decodes, ...text.covers].map((one) => one.text).join(' | '),
  }))
  return { texts, asked, firsts }
}

const ALL = '0.6-11.4'
const twenty = Array.from({ length: 20 }, (_, index) => `word${index}`).join(' ')

describe('lookAgain', () => {
  it('takes one text of all chunks where it promises more', async () => {
    const { texts, asked } = await look((span) => (span === ALL ? (its) => say(its, twenty) : undefined))
    expect(texts).toEqual([{ from: 0, to: 3, text: twenty }])
    expect(asked).toEqual([ALL])
  })

  it('else hears its halves, down to single chunks, which keep their first text unless another is surer', async () => {
    const { texts, asked } = await look((span) => {
      if (span === ALL || span === '4.25-11.4') return (its) => say(its, twenty, 3)
      return span === '7.75-11.4' ? (its) => say(its, FIVE) : undefined
    })
    expect(asked.toSorted()).toEqual([ALL, '0.6-4.25', '4.25-11.4', '4.25-7.75', '7.75-11.4'].toSorted())
    expect(texts).toEqual([{ from: 2, to: 3, text: FIVE }])
  })

  it('covers speech that the text of all passes over, and counts what it finds', async () => {
    const half = twenty.split(' ').slice(0, 12).join(' ')
    const { texts } = await look((span) => {
      if (span === ALL) return (its) => say(its, half)
      return span === '8-11' ? (its) => say(its, FIVE) : undefined
    })
    expect(texts).toEqual([{ from: 0, to: 3, text: `${half} | ${FIVE}` }])
  })

  it('never takes a text that the guard refuses, however sure', async () => {
    const loop = Array.from({ length: 20 }, () => 'yes').join(' ')
    const { texts } = await look((span) => (span === ALL ? (its) => say(its, loop) : undefined))
    expect(texts).toEqual([])
  })

  it('finds text for a chunk that the engine failed on', async () => {
    const { texts, firsts } = await look((span) => {
      if (span === ALL) return (its) => say(its, twenty, 1)
      return span === '4.35-7.65' || span === '4.25-7.75' ? () => null : undefined
    })
    expect(firsts[1]).toBeNull()
    expect(texts).toEqual([{ from: 0, to: 3, text: twenty }])
  })

  it('leaves all as it is where the engine fails', async () => {
    const wide = [ALL, '0.6-4.25', '4.25-11.4', '4.25-7.75', '7.75-11.4']
    const { texts } = await look((span) => (wide.includes(span) ? () => null : undefined))
    expect(texts).toEqual([])
  })
})
