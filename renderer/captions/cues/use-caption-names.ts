import type { CaptionNames } from '#core/captions/caption-names'
import { captionNamesOf } from '#core/captions/presets/transcript-rules'
import { usePreferences } from '../../rpc/preferences-queries.ts'
import type { TranscriptSession } from '../../session/transcript-session.ts'
import { useSession } from '../../session/use-session.ts'

/** Whether an open transcript's captions show names: by its caption rules, else by the user's preference. */
export function useCaptionNames(session: TranscriptSession): CaptionNames {
  const { captionNames } = usePreferences()
  return useSession(session, ({ transcript }) => captionNamesOf(transcript, captionNames))
}
