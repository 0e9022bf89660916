import type { Player } from './player.ts'

/** An offset that is not noticeable (ITU-R BT.1359: 45 ms early, 125 ms late can be noticed). */
const GOOD_ENOUGH_S = 0.045
/** A larger offset is corrected by a seek; a smaller one by playing the video slightly faster or slower. */
const JUMP_S = 0.35
const CATCH_UP = 0.08

/**
 * Keeps the original's muted video in sync with the sound: position, speed, playing or paused. The sound is never
 * changed. Returns the function that stops it.
 */
export function keepVideoInStep(player: Player, video: HTMLVideoElement): () => void {
  video.muted = true
  const controller = new AbortController()
  const { signal } = controller

  const step = (): void => {
    const target = player.positionMs / 1_000
    const late = target - video.currentTime
    const { rate } = player.state
    if (video.seeking) return
    if (!player.state.playing || Math.abs(late) > JUMP_S) {
      if (Math.abs(late) > 0.001) video.currentTime = target
      video.playbackRate = rate
    } else if (Math.abs(late) > GOOD_ENOUGH_S) {
      video.playbackRate = rate * (1 + Math.sign(late) * CATCH_UP)
    } else if (video.playbackRate !== rate) {
      video.playbackRate = rate
    }
  }
  const follow = (): void => {
    if (player.state.playing && video.paused) {
      video.play().catch((error: unknown) => {
        // Paused before the first frame, or the source was removed: only frames are lost.
        if (!(error instanceof DOMException)) throw error
      })
    } else if (!player.state.playing && !video.paused) video.pause()
    step()
  }
  const endings = [player.subscribe(follow), player.onFrame(step)]
  video.addEventListener('loadedmetadata', follow, { signal })
  video.addEventListener('seeked', step, { signal })
  follow()
  return () => {
    controller.abort()
    for (const end of endings) end()
    video.pause()
  }
}
