import { withCaptionRules } from '../../transcript/caption-settings.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import type { SetCaptionRulesEdit } from '../edit.ts'
import { sameCaptionRules } from '../same.ts'

/**
 * Never refused: rules that this version cannot read are replaced by the defaults wherever captions are made.
 */
export function applySetCaptionRules(transcript: Transcript, { rules }: SetCaptionRulesEdit): Transcript {
  const after = withCaptionRules(transcript, rules)
  return sameCaptionRules(transcript, after) ? transcript : after
}
