import { archiveErrors } from './archive.ts'
import { backupErrors } from './backup.ts'
import { correctionErrors } from './corrections.ts'
import { diskErrors } from './disk.ts'
import { formatErrors } from './format.ts'
import { libraryErrors } from './library.ts'
import { mediaErrors } from './media.ts'
import { modelErrors } from './model.ts'
import { networkErrors } from './network.ts'
import { podcastErrors } from './podcast.ts'
import { recorderErrors } from './recorder.ts'
import { recordingErrors } from './recording.ts'
import { reviewErrors } from './review.ts'
import { transcriptErrors } from './transcript.ts'
import { usageErrors } from './usage.ts'
import { voiceErrors } from './voice.ts'
import { watchErrors } from './watch.ts'
import type { ProgramLanguage } from '../../language/program-language.ts'
import type { ErrorText } from './error-text.ts'

/** Every error that may be shown, by its stable code. */
export const errorTexts = {
  ...usageErrors,
  ...mediaErrors,
  ...diskErrors,
  ...formatErrors,
  ...modelErrors,
  ...networkErrors,
  ...podcastErrors,
  ...watchErrors,
  ...libraryErrors,
  ...backupErrors,
  ...recordingErrors,
  ...reviewErrors,
  ...correctionErrors,
  ...transcriptErrors,
  ...recorderErrors,
  ...archiveErrors,
  ...voiceErrors,
} as const satisfies Readonly<Record<string, ErrorText>>

export type ErrorCode = keyof typeof errorTexts

/** All that is known of a code. */
export function errorText(code: ErrorCode): ErrorText {
  return errorTexts[code]
}

type ErrorMessageKey = `error.${ErrorCode}${'' | '.on-page'}${'' | '.remedy'}`

/** The texts of all errors by the keys of messages: `error.CODE`, `error.CODE.remedy`, and each for a page. */
export function errorMessages(language: ProgramLanguage): Readonly<Record<ErrorMessageKey, string>> {
  const entries = Object.entries<ErrorText>(errorTexts).flatMap(([code, { [language]: words }]) => [
    [`error.${code}`, words.message],
    [`error.${code}.remedy`, words.remedy],
    [`error.${code}.on-page`, words.onPage?.message ?? words.message],
    [`error.${code}.on-page.remedy`, words.onPage?.remedy ?? words.remedy],
  ])
  return Object.fromEntries(entries) as Record<ErrorMessageKey, string>
}
