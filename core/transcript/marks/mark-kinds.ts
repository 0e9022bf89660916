import { accepted } from './kinds/accepted.ts'
import { asSaid } from './kinds/as-said.ts'
import { bookmark } from './kinds/bookmark.ts'
import { breakBefore } from './kinds/break-before.ts'
import { comment } from './kinds/comment.ts'
import { commentResolved } from './kinds/comment-resolved.ts'
import { correctionSettled } from './kinds/correction-settled.ts'
import { cueEnd } from './kinds/cue-end.ts'
import { cueStart } from './kinds/cue-start.ts'
import { cut } from './kinds/cut.ts'
import { cutSound } from './kinds/cut-sound.ts'
import { differentSpeakers } from './kinds/different-speakers.ts'
import { hide } from './kinds/hide.ts'
import { italic } from './kinds/italic.ts'
import { lineBreak } from './kinds/line-break.ts'
import { noBreak } from './kinds/no-break.ts'
import { position } from './kinds/position.ts'
import { redactedSound } from './kinds/redacted-sound.ts'
import { redaction } from './kinds/redaction.ts'
import { speakerChecked } from './kinds/speaker-checked.ts'
import { speakerName } from './kinds/speaker-name.ts'
import { time } from './kinds/time.ts'
import { translation } from './kinds/translation.ts'
import { unspoken } from './kinds/unspoken.ts'
import { wording } from './kinds/wording.ts'

/** Every kind of mark that this program supports. To add one, create its file in `kinds` and list it here. */
export const markKinds = [
  accepted,
  asSaid,
  bookmark,
  breakBefore,
  comment,
  commentResolved,
  correctionSettled,
  cueEnd,
  cueStart,
  cut,
  cutSound,
  differentSpeakers,
  hide,
  italic,
  lineBreak,
  noBreak,
  position,
  redactedSound,
  redaction,
  speakerChecked,
  speakerName,
  time,
  translation,
  unspoken,
  wording,
] as const
