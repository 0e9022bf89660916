import type { RecorderView } from '#contracts/recorder-view'
import type { ProgramLanguage } from '#core/messages/messages'
import { formatDuration } from '../../ui/format-duration.ts'
import type { Say } from '../../ui/words.tsx'
import type { Meter } from '../capture/level-meter.ts'
import { sourceName, sourceVoice } from '../parts/source-name.ts'
import { elapsedMs } from '../running/own-clock.ts'
import type { Running } from '../running/recorder-store.ts'
import type { SourceSlot } from '../running/source-slot.ts'
import { isSafe } from './is-safe.ts'
import { noSoundWords } from './no-sound-words.ts'
import { silentSources } from './silent-sources.ts'
import { stoppingWords } from './stopping-words.ts'

/** Shown for silence, which has no level in decibels. */
const MIN_DB = -120

export interface ViewedRecorder {
  readonly running: Running
  readonly slots: readonly SourceSlot[]
  readonly meters: ReadonlyMap<number, Meter>
  /** On the steady clock. */
  readonly nowMs: number
}

/** What the strip and the tray show about this page's recording. */
export function recorderView(
  { running, slots, meters, nowMs }: ViewedRecorder,
  language: ProgramLanguage,
  say: Say,
): RecorderView {
  const { clock, options, phase, inputs } = running
  return {
    language,
    title: options.title,
    elapsedMs: elapsedMs(clock, nowMs),
    isPaused: clock.pausedSinceMs !== null,
    isStopping: phase === 'stopping',
    ...lineOf({ running, slots, meters, nowMs }, say),
    sources: slots
      .filter(({ input }) => inputs.includes(input))
      .map((slot) => {
        const meter = meters.get(slot.input)
        return {
          name: sourceName(slot, slots, say),
          role: slot.role,
          voice: sourceVoice(slot.input, slots),
          levelDb: Math.max(MIN_DB, meter?.levelDb ?? MIN_DB),
          peakDb: Math.max(MIN_DB, meter?.peakDb ?? MIN_DB),
          clips: meter?.clips ?? 0,
        }
      }),
  }
}

function lineOf(
  { running, slots, meters, nowMs }: ViewedRecorder,
  say: Say,
): Pick<RecorderView, 'line' | 'tone'> {
  const { clock, phase, notices, safeMs } = running
  if (phase === 'stopping') return { line: stoppingWords(running, say), tone: 'plain' }
  if (clock.pausedSinceMs !== null) return { line: say('rec.paused'), tone: 'plain' }
  if (notices.some(({ kind }) => kind === 'failing')) return { line: say('rec.notice.failing'), tone: 'warn' }
  const without = silentSources(running, slots, meters, nowMs)
  if (without.length > 0) return { line: noSoundWords(without, slots, say), tone: 'warn' }
  if (!isSafe(running, nowMs)) {
    const line =
      safeMs > 0 ? say('rec.safe.up-to', { time: formatDuration(safeMs) }) : say('rec.safe.not-yet')
    return { line, tone: 'warn' }
  }
  const silent = notices.find((notice) => notice.kind === 'silent')
  return silent === undefined
    ? { line: say('rec.safe'), tone: 'safe' }
    : { line: say('strip.silent', { time: formatDuration(nowMs - silent.sinceMs) }), tone: 'warn' }
}
