import type { RecordingCard } from '#contracts/calls/recordings'
import { noStitches, Thread } from '../ui/thread.tsx'
import { useSay } from '../ui/words.tsx'

/**
 * A recording's speaker line as far as the job is done. `share`: of the whole job; in whole percent, never 100 before
 * the end.
 */
export function SewnThread({ card, share }: { readonly card: RecordingCard; readonly share: number }) {
  const say = useSay()
  return (
    <Thread
      stitches={card.transcript?.portrait ?? noStitches}
      colours={card.transcript?.speakers.map(({ colour }) => colour) ?? []}
      durationMs={card.durationMs ?? 1}
      sewn={share}
      label={say('library.sewn', { share: Math.floor(share * 100) / 100 })}
    />
  )
}
