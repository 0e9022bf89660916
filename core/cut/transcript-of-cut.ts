import { isFillerText } from '../fillers/find-fillers.ts'
import { wordsWithout } from '../fillers/words-without-fillers.ts'
import type { VideoFrames } from '../frames/video-frames.ts'
import { shortestWordMs } from '../transcript/shortest-word.ts'
import type { Paragraph, SpeakerSegment, Transcript, Word } from '../transcript/transcript.ts'
import { CutClock } from './cut-clock.ts'
import { marksOfCut, type PartlyCutText } from './cut-marks.ts'
import { cutWordIds } from './cut-runs.ts'
import { breaksAtJoins } from './join-breaks.ts'
import type { KeptSpans } from './kept-spans.ts'

export interface TranscriptOfCut {
  /** In the cut's own time. */
  readonly transcript: Transcript
  /** Own wordings and translations of which some words are cut: their text may be too long. */
  readonly partlyCut: readonly PartlyCutText[]
  readonly clock: CutClock
  /** When the words that are left are said, on the recording's clock, in order. */
  readonly starts: Float64Array
}

/**
 * The transcript of what is kept of its recording: without cut words, with capitals and commas as if they had not been said.
 * A caption may be shown over a join within a sentence, else it ends there.
 */
export function transcriptOfCut(transcript: Transcript, kept: KeptSpans): TranscriptOfCut {
  const clock = new CutClock(kept)
  const isCut = cutWords(transcript, clock)
  const map = (ms: number): number => clock.cutTime(ms).ms
  const { marks, partlyCut } = marksOfCut(transcript, (id) => !isCut.has(id), map)
  const left = transcript.paragraphs.flatMap((paragraph) => leftOf(paragraph, isCut, transcript.language))
  const breaks = breaksAtJoins(left, marks, clock)
  const starts = left.filter(({ kind }) => kind === 'speech').flatMap(({ words }) => words)
  const { fromMs: _from, toMs: _to, ...settings } = transcript.run.settings
  const { frames, ...text } = transcript
  return {
    transcript: {
      ...text,
      run: { ...transcript.run, settings },
      ...(frames === undefined ? {} : { frames: framesOfCut(frames, kept) }),
      turns: transcript.turns.flatMap((turn) => turnOfCut(turn, clock)),
      paragraphs: left.map((paragraph) => ({
        ...paragraph,
        words: paragraph.words.map((word) => wordOfCut(word, clock)),
      })),
      marks: [...marks, ...breaks],
    },
    partlyCut,
    clock,
    starts: Float64Array.from(starts, ({ startMs }) => startMs).sort(),
  }
}

/**
 * Cut words, descriptions of sounds and notes in the middle of what is cut, and words of which trim to whole frames leaves
 * nothing that could be heard.
 */
function cutWords(transcript: Transcript, clock: CutClock): ReadonlySet<string> {
  const ids = new Set(cutWordIds(transcript))
  for (const { kind, words } of transcript.paragraphs)
    for (const word of words) {
      const isGone =
        kind === 'speech'
          ? word.endMs - word.startMs >= shortestWordMs && lengthInCut(word, clock) < shortestWordMs
          : !clock.exactCutTime((word.startMs + word.endMs) / 2).isKept
      if (isGone) ids.add(word.id)
    }
  return ids
}

const lengthInCut = ({ startMs, endMs }: Word, clock: CutClock): number =>
  clock.cutEnd(endMs).ms - clock.cutTime(startMs).ms

function leftOf(paragraph: Paragraph, isCut: ReadonlySet<string>, language: string): Paragraph[] {
  const { words } = paragraph
  const places = new Set(words.flatMap(({ id }, place) => (isCut.has(id) ? [place] : [])))
  if (places.size === 0) return [paragraph]
  if (places.size === words.length) return []
  const own = paragraph.language === '' || paragraph.language === 'und' ? language : paragraph.language
  return [
    {
      ...paragraph,
      words: wordsWithout(words, places, (place) => isFillerText(words[place]?.text ?? '', own)),
    },
  ]
}

/** Without former words, which may be cut ones. */
function wordOfCut({ was: _was, ...word }: Word, clock: CutClock): Word {
  const startMs = clock.cutTime(word.startMs).ms
  return { ...word, startMs, endMs: Math.max(startMs, clock.cutEnd(word.endMs).ms) }
}

function turnOfCut(turn: SpeakerSegment, clock: CutClock): SpeakerSegment[] {
  const [startMs, endMs] = [clock.cutTime(turn.startMs).ms, clock.cutEnd(turn.endMs).ms]
  return endMs > startMs ? [{ ...turn, startMs, endMs }] : []
}

/** Where the cut begins with a frame, that is its first one. */
const framesOfCut = (frames: VideoFrames, { spans }: KeptSpans): VideoFrames =>
  (spans[0]?.startSample ?? 0) === 0 ? frames : { ...frames, firstUs: 0 }
