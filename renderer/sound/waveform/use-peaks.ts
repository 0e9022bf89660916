import { useEffect, useState } from 'react'
import { peakPyramid, type PeakPyramid } from './peak-pyramid.ts'

export interface LoadedPeaks {
  readonly pyramid: PeakPyramid | null
  readonly failed: boolean
  readonly retry: () => void
}

/** The peaks of a recording's sound; `url` is null while there are none. */
export function usePeaks(url: string | null): LoadedPeaks {
  const [loaded, setLoaded] = useState<{ url: string; pyramid: PeakPyramid | null } | null>(null)
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (url === null) return undefined
    const controller = new AbortController()
    loadPeaks(url, controller.signal, tries > 0).then(
      (pyramid) => {
        // They may arrive after the view is unmounted.
        if (!controller.signal.aborted) setLoaded({ url, pyramid })
      },
      () => {
        // Shown with a retry button; the cause is reported by the player for the sound itself.
        if (!controller.signal.aborted) setLoaded({ url, pyramid: null })
      },
    )
    return () => controller.abort()
  }, [url, tries])
  const current = loaded?.url === url ? loaded : null
  return {
    pyramid: current?.pyramid ?? null,
    failed: current !== null && current.pyramid === null,
    retry: () => {
      setLoaded(null)
      setTries((count) => count + 1)
    },
  }
}

// Building the levels for three hours takes 25 ms: the text is drawn first.
const afterTextMs = 40

/** The lowest and the highest sample of each 10 ms (`core/sound/peaks.ts`). Throws as `loadPeaks`. */
export async function loadLevels(url: string, signal: AbortSignal, isRetry = false): Promise<Int8Array> {
  return new Int8Array(await loadMeasured(url, signal, isRetry))
}

/** What was measured of a recording when it was decoded. Throws as `loadPeaks`. */
export async function loadMeasured(url: string, signal: AbortSignal, isRetry = false): Promise<ArrayBuffer> {
  const answer = await fetch(url, { signal, cache: isRetry ? 'reload' : 'default' })
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`)
  return await answer.arrayBuffer()
}

/** @throws TypeError if the server cannot be reached, Error if the response is not a peaks file */
export async function loadPeaks(url: string, signal: AbortSignal, isRetry = false): Promise<PeakPyramid> {
  const levels = await loadLevels(url, signal, isRetry)
  await new Promise((resolve) => {
    setTimeout(resolve, afterTextMs)
  })
  return peakPyramid(levels)
}
