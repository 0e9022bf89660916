import { useRef } from 'react'
import type { CaptionRules } from '#core/captions/caption-rules'
import { settingsOf } from '#core/captions/presets/change-settings'
import type { Preset } from '#core/captions/presets/preset'
import { presetOf, rulesOf } from '#core/captions/presets/transcript-rules'
import { sameRecord } from '#core/edits/same'
import type { VideoFrames } from '#core/frames/video-frames'
import type { CaptionSettings } from '#core/transcript/caption-settings'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'

/** The rules of an open transcript, and functions to change them. */
export interface RulesEditor {
  readonly language: string
  readonly settings: CaptionSettings
  readonly rules: CaptionRules
  readonly preset: Preset
  /** The frames of the video, which a preset does not change; undefined without one. */
  readonly video: VideoFrames | undefined
  /** Joins the changes until the next call into one step of undo; each starts from the current rules. */
  readonly startVisit: () => void
  readonly change: (make: (settings: CaptionSettings) => CaptionSettings) => void
  /** Takes the changes since the visit began back, as part of its step. */
  readonly takeBack: () => void
}

export function useRulesEditor(session: TranscriptSession): RulesEditor {
  const captionRules = useSession(session, ({ transcript }) => transcript.captionRules)
  const language = useSession(session, ({ transcript }) => transcript.language)
  const video = useSession(session, ({ transcript }) => transcript.frames)
  const visit = useRef<{ readonly stepId: string; readonly before: CaptionSettings } | null>(null)
  const ruled = { language, ...(captionRules === undefined ? {} : { captionRules }) }
  const startVisit = () => {
    visit.current = { stepId: session.newId(), before: settingsOf(session.state.transcript) }
    return visit.current
  }
  const change: RulesEditor['change'] = (make) => {
    // Intermediate values typed on the way to a number have no lasting effect.
    const { stepId, before } = visit.current ?? startVisit()
    const rules = make(before)
    if (sameRecord(settingsOf(session.state.transcript), rules)) return
    session.apply([{ kind: 'set-caption-rules', id: session.newId(), rules }], {
      origin: 'captions',
      stepId,
    })
  }
  return {
    language,
    settings: settingsOf(ruled),
    rules: rulesOf(ruled),
    preset: presetOf(ruled),
    video,
    startVisit,
    change,
    takeBack: () => change((before) => before),
  }
}
