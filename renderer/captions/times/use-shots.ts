import { useEffect } from 'react'
import type { OpenRecording } from '../../rpc/open-recording.ts'
import { useKnownShots } from '../../rpc/recording-queries.ts'
import { useCall } from '../../rpc/use-call.ts'

const NONE: readonly number[] = []

/**
 * Times at which shots of the video begin, in ms and in order; empty until known. The search starts when
 * captions of a video are shown for the first time.
 */
export function useShots({ id, hasVideo, missing }: OpenRecording): readonly number[] {
  const { data } = useKnownShots(id, hasVideo)
  const { mutate } = useCall('recordings.findShots')
  const isUnknown = data?.timesMs === null && !missing
  // An error of the job is shown next to Snap (`shots-status.tsx`).
  useEffect(() => {
    if (isUnknown) mutate({ recordingId: id })
  }, [isUnknown, mutate, id])
  return data?.timesMs ?? NONE
}
