import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { VoiceOffer } from '#contracts/calls/voices'
import { queryKeys } from '../rpc/query-keys.ts'
import { useStudio } from '../rpc/studio-context.tsx'
import type { TranscriptSession } from '../session/transcript-session.ts'
import { useSession } from '../session/use-session.ts'

/** Every remembered voice, by name. */
export function useRememberedVoices() {
  const studio = useStudio()
  return useQuery({
    queryKey: queryKeys.rememberedVoices,
    queryFn: ({ signal }) => studio.call('voices.list', {}, { signal }),
  })
}

export interface VoiceOffers {
  /** Undefined while they are fetched, and if that failed. */
  readonly offers: readonly VoiceOffer[] | undefined
  readonly error: Error | null
}

/** Who the unnamed speakers may be. Fetched again when speakers or turns change. */
export function useVoiceOffers(session: TranscriptSession): VoiceOffers {
  const studio = useStudio()
  const turns = useSession(session, (state) => state.transcript.turns)
  const speakers = useSession(session, (state) => state.transcript.speakers)
  const { data, error, refetch } = useQuery({
    queryKey: queryKeys.voiceOffers(session.transcriptId),
    queryFn: async ({ signal }) => {
      // The studio compares the speakers that it has stored.
      await session.flush()
      return studio.call('voices.offers', { transcriptId: session.transcriptId }, { signal })
    },
    staleTime: 0,
    gcTime: 0,
  })
  const compared = useRef({ turns, speakers })
  useEffect(() => {
    if (compared.current.turns === turns && compared.current.speakers === speakers) return
    compared.current = { turns, speakers }
    void refetch()
  }, [turns, speakers, refetch])
  const offers = useMemo(
    // A name given here counts immediately.
    () =>
      data?.offers.filter(({ speakerId }) =>
        speakers.some(({ id, name }) => id === speakerId && name === null),
      ),
    [data, speakers],
  )
  return { offers, error }
}
