import type { Paragraph, Speaker, SpeakerSegment, Word } from '#core/transcript/transcript'

export interface SyntheticSize {
  readonly words: number
  readonly paragraphs: number
  readonly speakers: number
  readonly durationMs: number
  /** After this many paragraphs there is a pause of 5 s within the same duration; omitted: never. */
  readonly pauseEvery?: number
}

/** The reference size in STYLE: three hours, 100,000 words, 2,500 paragraphs, 40 speakers. */
export const THREE_HOURS: SyntheticSize = {
  words: 100_000,
  paragraphs: 2_500,
  speakers: 40,
  durationMs: 10_800_000,
}

export interface SyntheticText {
  readonly speakers: Speaker[]
  readonly turns: SpeakerSegment[]
  readonly paragraphs: Paragraph[]
}

const COMMON =
  'the of and to a in that it is was for on with as be at by this have from or one had not but what all were when we there can an your which their said if do will each about how up out them then she many some so'.split(
    ' ',
  )
const SYLLABLES = 'ba ne ri to lu sha men tor vi ka len dro pi sta ter mo qui fe gar sol'.split(' ')
const UNSURE_SHARE = 0.08
const EDITED_SHARE = 0.02
const PAUSE_MS = 5_000

/** A reproducible text: words as in speech (`the` about every tenth), doubtful and edited ones among them. */
export function syntheticText(size: SyntheticSize): SyntheticText {
  const random = seeded(12_345)
  const rare = Array.from({ length: 4_000 }, () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(SYLLABLES, random())).join(''),
  )
  const { pauseEvery = Infinity } = size
  const pauses = Math.floor((size.paragraphs - 1) / pauseEvery)
  const wordMs = (size.durationMs - pauses * PAUSE_MS) / size.words
  const speakers = Array.from({ length: size.speakers }, (_, index) => ({
    id: `s${index + 1}`,
    name: index % 2 === 0 ? `Person ${index + 1}` : null,
    colour: index % 12,
    groupId: null,
  }))
  const paragraphs: Paragraph[] = []
  const turns: SpeakerSegment[] = []
  let written = 0
  for (let index = 0; index < size.paragraphs; index += 1) {
    const left = size.paragraphs - index - 1
    const wanted = Math.round((size.words / size.paragraphs) * (0.4 + 1.2 * random()))
    const most = size.words - written - left * 5
    const pausedMs = Math.floor(index / pauseEvery) * PAUSE_MS
    const count = left === 0 ? size.words - written : Math.max(5, Math.min(most, wanted))
    const words = Array.from({ length: count }, (_, n): Word => {
      const startMs = Math.round(pausedMs + (written + n) * wordMs)
      const fate = random()
      const edited = fate >= UNSURE_SHARE && fate < UNSURE_SHARE + EDITED_SHARE
      return {
        id: `c${index}.${n}`,
        before: n === 0 ? '' : ' ',
        text: wordText(n, count, rare, random),
        startMs,
        endMs: Math.round(pausedMs + (written + n + 0.9) * wordMs),
        confidence: edited ? null : fate < UNSURE_SHARE ? 0.4 : 0.97,
        origin: edited ? 'edited' : 'recognised',
      }
    })
    const speakerId = pick(speakers, random()).id
    paragraphs.push({ id: `p${index}`, speakerId, language: 'en', kind: 'speech', words })
    turns.push({ speakerId, startMs: words[0]?.startMs ?? 0, endMs: words.at(-1)?.endMs ?? 0 })
    written += count
  }
  return { speakers, turns, paragraphs }
}

function wordText(n: number, count: number, rare: readonly string[], random: () => number): string {
  const fate = random()
  const plain = fate < 0.05 ? 'the' : fate < 0.55 ? pick(COMMON, random() * random()) : pick(rare, random())
  const cased = n === 0 ? plain.charAt(0).toUpperCase() + plain.slice(1) : plain
  if (n === count - 1) return `${cased}.`
  return random() < 0.08 ? `${cased},` : cased
}

function pick<Item>(items: readonly Item[], share: number): Item {
  const item = items[Math.floor(share * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

/** mulberry32: small, uniform, the same everywhere. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
