import { useState } from 'react'
import { showingMs } from '#core/frames/frame-grid'
import { parseTimecode } from '#core/frames/parse-timecode'
import type { FrameGrid } from '#core/frames/video-frames'
import { parseTime } from '#core/sound/parse-time'
import { TextField } from '../../ui/text-field.tsx'
import { useLanguage, useSay } from '../../ui/words.tsx'
import { cueTime } from '../cues/cue-time.ts'

export interface TimeFieldProps {
  readonly label: string
  readonly ms: number
  /** In which the time is shown; null for milliseconds. */
  readonly shownFrames: FrameGrid | null
  /** In which a typed timecode counts, however the time is shown; null without frames. */
  readonly frames: FrameGrid | null
  /** Why a typed time is not possible; null if it is. What was typed stays to be changed. */
  readonly refusal: (ms: number) => string | null
  /** A time was typed, confirmed with Enter or by leaving the field. */
  readonly onTime: (ms: number) => void
}

/** A time to type, in milliseconds or frames; follows the time while nothing is typed. */
export function TimeField({ label, ms, shownFrames, frames, refusal, onTime }: TimeFieldProps) {
  const say = useSay()
  const language = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const leave = (): void => {
    setTyped(null)
    setWrong(null)
  }
  const take = (): void => {
    if (typed === null) return
    const to = typedTime(typed, frames)
    const told =
      to === null ? say(frames === null ? 'captions.time.wrong' : 'captions.time.wrong.frames') : refusal(to)
    setWrong(told)
    if (to === null || told !== null) return
    leave()
    onTime(to)
  }
  return (
    <TextField
      size="small"
      label={label}
      showLabel
      value={typed ?? cueTime(ms, language, shownFrames)}
      spellCheck={false}
      error={wrong}
      onChange={(text) => {
        setTyped(text)
        setWrong(null)
      }}
      onEnter={take}
      onBlur={take}
      onEscape={leave}
    />
  )
}

/** A time with milliseconds or, where there are frames, with the number of one; null for anything else. */
export function typedTime(typed: string, frames: FrameGrid | null): number | null {
  const frameMs = frames !== null && isTimecode(typed) ? parseTimecode(typed, frames) : null
  return frameMs ?? parseTime(typed)
}

/** The same as a place to play from: the typed frame is on the screen there. */
export const typedPlace = (typed: string, frames: FrameGrid | null): number | null => {
  const ms = typedTime(typed, frames)
  return ms !== null && isTimecode(typed) ? showingMs(ms, frames) : ms
}

/** Four numbers, or a semicolon; three are hours, minutes and seconds. */
const isTimecode = (typed: string): boolean => typed.split(':').length === 4 || typed.includes(';')
