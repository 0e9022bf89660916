/** A wait this long for sound that is there does not end by itself. */
const WAIT_MS = 500
/** Sound after the position that counts as being there. */
const AHEAD_SECONDS = 0.5
/** HTMLMediaElement.HAVE_FUTURE_DATA: the element can go on. */
const CAN_GO_ON = 3

/**
 * Ends waits of a media element for sound that it has: after quick changes of speed at a seek Chromium may stand still
 * for good (seen at three times the speed). Another seek to where it stands sets it going.
 */
export function endStalls(element: HTMLMediaElement, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const rest = (): void => clearTimeout(timer)
  const wait = (): void => {
    rest()
    timer = setTimeout(check, WAIT_MS)
  }
  const check = (): void => {
    const { paused, readyState, currentTime } = element
    if (paused || readyState >= CAN_GO_ON) return
    if (hasSound(element, currentTime)) element.currentTime = currentTime
    wait()
  }
  element.addEventListener('waiting', wait, { signal })
  for (const event of ['playing', 'pause', 'emptied', 'ended'])
    element.addEventListener(event, rest, { signal })
  signal.addEventListener('abort', rest)
}

function hasSound({ buffered, duration }: HTMLMediaElement, atSeconds: number): boolean {
  const wanted = Math.min(atSeconds + AHEAD_SECONDS, duration)
  for (let index = 0; index < buffered.length; index += 1) {
    if (buffered.start(index) <= atSeconds && buffered.end(index) >= wanted) return true
  }
  return false
}
