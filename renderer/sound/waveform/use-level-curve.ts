import { useQuery } from '@tanstack/react-query'
import type { LevelCurve } from '#core/cut/level-jumps'
import { LEVEL_FRAME_SAMPLES } from '#core/sound/levels'
import { PCM_RATE } from '#core/sound/pcm'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { useMediaUrl } from '../../rpc/use-media-url.ts'

/** The level of every 20 ms of a recording; null until it is loaded, if it is not wanted, and without sound. */
export function useLevelCurve(
  { id, playable }: Pick<OpenRecording, 'id' | 'playable'>,
  isWanted: boolean,
): LevelCurve | null {
  const url = useMediaUrl(playable && isWanted ? id : null, 'levels')
  const { data = null } = useQuery({
    queryKey: ['levels', url],
    enabled: url !== null,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<LevelCurve> => {
      const answer = await fetch(url ?? '', { signal })
      if (!answer.ok) throw new Error(`levels: ${answer.status}`)
      const grainMs = (LEVEL_FRAME_SAMPLES * 1_000) / PCM_RATE
      return { grainMs, levels: new Float32Array(await answer.arrayBuffer()) }
    },
  })
  return data
}
