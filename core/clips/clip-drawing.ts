import { LINE_HEIGHT } from '../captions/look/caption-font.ts'
import { captionLook, type CaptionLook, PHONE_BOTTOM_PERCENT } from '../captions/look/caption-look.ts'
import { fittingLines } from '../captions/look/fitting-lines.ts'
import { linesBelow } from '../captions/look/lines-below.ts'
import { presets } from '../captions/presets/presets.ts'
import { rulesOf } from '../captions/presets/transcript-rules.ts'
import type { CaptionRules } from '../captions/caption-rules.ts'
import type { Cue } from '../captions/cue.ts'
import { documentCues } from '../formats/document-cues.ts'
import type { DocumentWithExtras } from '../formats/format.ts'
import { oneLine } from '../formats/reading/one-line.ts'
import { wordsById } from '../formats/reading/word-stamps.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { type ClipChoices, type ClipShape, clipSizes } from './clip-choices.ts'
import { clipColors, clipVoiceColor } from './clip-colors.ts'
import { type Box, clipLayout, fittedBox } from './clip-layout.ts'
import { type SpokenPart, spokenParts } from './spoken-parts.ts'

/** A text of one line, its left upper corner and its em in pixels, and when it is shown in ms of the clip. */
export interface DrawnText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly color: string
  /** Of the letters, in pixels: over a video. */
  readonly outline: number
  readonly startMs: number
  readonly endMs: number
}

export interface DrawnBar extends Box {
  readonly color: string
}

/** A caption as it is drawn: its lines fit into the picture. */
export interface DrawnCue extends Cue {
  /** Lines that are kept free between it and the picture's edge. */
  readonly below: number
  /** Empty without highlight. */
  readonly parts: readonly SpokenPart[]
}

/** All that is drawn in a clip over its video, its cover or its plain background; the page and the film draw the same. */
export interface ClipDrawing {
  readonly size: { readonly width: number; readonly height: number }
  readonly durationMs: number
  readonly texts: readonly DrawnText[]
  /** Where the cover is, cropped to a square; null for another picture. */
  readonly cover: Box | null
  readonly bars: readonly DrawnBar[]
  /** The line that moves over the bars from the clip's start to its end; null without them. */
  readonly playhead: Box | null
  readonly captions: readonly DrawnCue[]
  readonly look: CaptionLook
}

/** The rules of captions in a clip: those for phones in a tall one, else the transcript's own. */
export function clipRules(transcript: Transcript, shape: ClipShape): CaptionRules {
  if (shape !== '9:16') return rulesOf(transcript)
  return { ...presets.vertical.rulesFor(transcript.language), bottomMarginPercent: PHONE_BOTTOM_PERCENT }
}

/**
 * What is drawn in a clip. `document`: the clip's (clip-kept.ts). `bars`: heights from 0 to 1, as many as the layout has;
 * none but for a wave.
 */
export function clipDrawing(
  document: DocumentWithExtras,
  choices: ClipChoices,
  bars: readonly number[],
): ClipDrawing {
  const { transcript, recording } = document
  const size = clipSizes[choices.shape]
  const layout = clipLayout(choices)
  const rules = clipRules(transcript, choices.shape)
  const look = captionLook(size, rules, transcript.language)
  const { durationMs } = recording
  return {
    size,
    durationMs,
    texts: [
      ...(choices.title ? titleLines(recording.title, layout, durationMs) : []),
      ...(choices.names ? namesOf(document, layout) : []),
    ].map((text) => ({ ...text, outline: choices.picture === 'video' ? OUTLINE * text.size : 0 })),
    cover: choices.picture === 'cover' ? fittedBox(layout.cover, { width: 1, height: 1 }) : null,
    ...(choices.picture === 'wave'
      ? { bars: drawnBars(document, bars, layout.wave), playhead: playheadOf(layout.wave) }
      : { bars: [], playhead: null }),
    captions: choices.captions ? drawnCues(document, choices, rules, look) : [],
    look,
  }
}

/** Of an em. */
const OUTLINE = 0.06

type PlainText = Omit<DrawnText, 'outline'>
type Layout = ReturnType<typeof clipLayout>

function titleLines(title: string, { text, title: place }: Layout, endMs: number): PlainText[] {
  const whole = { speakerId: null, text: oneLine(title) }
  const all = whole.text === '' ? [] : fittingLines([whole], text.width / place.size)
  const lines = all.slice(0, place.lines).map((line) => line.text)
  // Too long a title ends with three dots, within its last line.
  if (all.length > lines.length)
    lines.push(`${(lines.pop() ?? '').slice(0, -2).replace(/[\s\p{P}]+$/u, '')}…`)
  return lines.map((line, index) => ({
    text: line,
    x: text.x,
    y: place.y + index * lineHeightOf(place.size),
    size: place.size,
    color: clipColors.text,
    startMs: 0,
    endMs,
  }))
}

/** As whole pixels, so that boxes and lines meet. */
const lineHeightOf = (size: number): number => Math.round(size * LINE_HEIGHT)

/** Who speaks, from each paragraph until the next; nothing for a voice without a name. */
function namesOf(document: DocumentWithExtras, { text, name: place }: Layout): PlainText[] {
  return turnsOf(document).flatMap(({ speakerId, startMs, endMs }) => {
    const speaker = document.transcript.speakers.find(({ id }) => id === speakerId)
    const [line] = fittingLines([{ speakerId, text: oneLine(speaker?.name ?? '') }], text.width / place.size)
    if (line === undefined || line.text === '' || speaker === undefined) return []
    const color = clipVoiceColor(speaker.colour)
    return [{ text: line.text, x: text.x, y: place.y, size: place.size, color, startMs, endMs }]
  })
}

interface ClipTurn {
  readonly speakerId: string | null
  readonly startMs: number
  readonly endMs: number
}

/** The clip's whole time by who speaks: a voice has it until the next one begins. */
function turnsOf({ transcript, recording: { durationMs } }: DocumentWithExtras): ClipTurn[] {
  const begun: { speakerId: string | null; startMs: number }[] = []
  for (const { speakerId, kind, words } of transcript.paragraphs) {
    const startMs = words[0]?.startMs
    if (kind !== 'speech' || startMs === undefined || begun.at(-1)?.speakerId === speakerId) continue
    begun.push({ speakerId, startMs: begun.length === 0 ? 0 : startMs })
  }
  return begun.flatMap((turn, index) => {
    const endMs = begun[index + 1]?.startMs ?? durationMs
    return endMs > turn.startMs ? [{ ...turn, endMs }] : []
  })
}

/** Of a stretch's width. */
const BAR_SHARE = 0.55
const LEAST_BAR_PX = 6

function drawnBars(document: DocumentWithExtras, heights: readonly number[], box: Box): DrawnBar[] {
  const turns = turnsOf(document)
  const step = box.width / Math.max(1, heights.length)
  const width = Math.max(2, Math.round(step * BAR_SHARE))
  return heights.map((height, index) => {
    const atMs = ((index + 0.5) * document.recording.durationMs) / heights.length
    const turn = turns.find(({ startMs, endMs }) => startMs <= atMs && atMs < endMs)
    const speaker = document.transcript.speakers.find(({ id }) => id === turn?.speakerId)
    const px = Math.max(LEAST_BAR_PX, 2 * Math.round((height * box.height) / 2))
    return {
      x: Math.round(box.x + (index + 0.5) * step - width / 2),
      y: Math.round(box.y + box.height / 2) - px / 2,
      width,
      height: px,
      color: speaker === undefined ? clipColors.quiet : clipVoiceColor(speaker.colour),
    }
  })
}

const PLAYHEAD_PX = 6

function playheadOf(box: Box): Box {
  const more = Math.round(0.1 * box.height)
  return { x: box.x, y: box.y - more, width: PLAYHEAD_PX, height: box.height + 2 * more }
}

/** Left edge of the line over the bars at a time of the clip. */
export function playheadX({ playhead, bars, durationMs }: ClipDrawing, ms: number): number {
  const { x, width } = playhead ?? { x: 0, width: 0 }
  const last = bars.at(-1)
  const to = last === undefined ? x : last.x + last.width - width
  return x + ((to - x) * Math.min(Math.max(ms, 0), durationMs)) / Math.max(1, durationMs)
}

function drawnCues(
  document: DocumentWithExtras,
  { highlight }: ClipChoices,
  rules: CaptionRules,
  { widestEm }: CaptionLook,
): DrawnCue[] {
  const drawn = documentCues(document, { rules, speakerLabel: String }, 'never').map((cue) => ({
    ...cue,
    lines: fittingLines(cue.lines, widestEm),
  }))
  const words = highlight ? wordsById(document.transcript) : null
  const below = linesBelow(drawn, ({ lines }) => lines.length)
  return drawn.map((cue, index) => ({
    ...cue,
    below: below[index] ?? 0,
    parts: words === null ? [] : spokenParts(cue, words),
  }))
}
