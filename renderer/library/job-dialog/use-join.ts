import { useEffect, useRef, useState } from 'react'
import type { CallInput } from '#contracts/calls/calls'
import { useStudio } from '../../rpc/studio-context.tsx'

const LOOK_MS = 500

export interface Join {
  /** Fraction of the work, 0–1; null while nothing is being joined. */
  readonly fraction: number | null
  /** The new recording; null if it was canceled. Faults: those of `recordings.join`. */
  readonly run: (asked: Omit<CallInput<'recordings.join'>, 'request'>) => Promise<string | null>
  readonly cancel: () => void
}

/** Joins several recordings into one, with progress. Canceled if the dialog is closed meanwhile. */
export function useJoin(): Join {
  const studio = useStudio()
  const [fraction, setFraction] = useState<number | null>(null)
  const stopping = useRef<AbortController | null>(null)
  useEffect(() => () => stopping.current?.abort(), [])
  const run = async (asked: Omit<CallInput<'recordings.join'>, 'request'>): Promise<string | null> => {
    const stop = new AbortController()
    stopping.current = stop
    const request = crypto.randomUUID()
    setFraction(0)
    const look = setInterval(() => {
      studio.call('recordings.joinProgress', { request }, { signal: stop.signal }).then(
        (known) => stopping.current === stop && known.fraction !== null && setFraction(known.fraction),
        // The joining itself reports errors.
        () => undefined,
      )
    }, LOOK_MS)
    try {
      const { recordingId } = await studio.call(
        'recordings.join',
        { ...asked, request },
        { signal: stop.signal },
      )
      return recordingId
    } catch (error) {
      if (stop.signal.aborted) return null
      throw error
    } finally {
      clearInterval(look)
      stopping.current = null
      setFraction(null)
    }
  }
  return { fraction, run, cancel: () => stopping.current?.abort() }
}
