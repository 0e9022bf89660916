import { useQuery } from '@tanstack/react-query'
import type { LevelCurve } from '#core/cut/level-jumps'
import { LEVEL_FRAME_SAMPLES } from '#core/sound/levels'
import { PCM_RATE } from '#core/sound/pcm'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { loadMeasured } from './use-peaks.ts'
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
      const levels = new Float32Array(await loadMeasured(url ?? '', signal))
      return { grainMs: (LEVEL_FRAME_SAMPLES * 1_000) / PCM_RATE, levels }
    },
  })
  return data
}
