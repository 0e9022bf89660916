import { useQuery } from '@tanstack/react-query'
import { loudnessOfPeaks, type LoudnessCurve } from '#core/cut/loudness'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { loadLevels } from './use-peaks.ts'
import { useMediaUrl } from '../../rpc/use-media-url.ts'

/** How loud a recording is, for the edges of cuts; null until it is loaded, and without sound: edges are those of the words then. */
export function useLoudness(recording: Pick<OpenRecording, 'id' | 'playable'>): LoudnessCurve | null {
  const url = useMediaUrl(recording.playable ? recording.id : null, 'peaks')
  const { data = null } = useQuery({
    queryKey: ['loudness', url],
    enabled: url !== null,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<LoudnessCurve> =>
      loudnessOfPeaks(await loadLevels(url ?? '', signal)),
  })
  return data
}
