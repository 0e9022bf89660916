/**
 * Runs inside the page before its own code: times what a person perceives. `window.probes` is read by the
 * bench. A key: from when the browser received it until the frame that shows it was drawn. Work: the time of
 * the page's own frame callbacks.
 */
export function installProbes(): void {
  const keys: number[] = []
  const frameWork: { at: number; ms: number }[] = []
  const frames: number[] = []
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      // After the frame that shows it: a message posted in its callback arrives once it was drawn.
      realFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => keys.push(performance.now() - timeStamp)
        channel.port2.postMessage(null)
      })
    },
    true,
  )
  const realFrame = window.requestAnimationFrame.bind(window)
  window.requestAnimationFrame = (callback) =>
    realFrame((at) => {
      const began = performance.now()
      callback(at)
      frameWork.push({ at, ms: performance.now() - began })
    })
  let counting = false
  const count = (at: number) => {
    frames.push(at)
    if (counting) realFrame(count)
  }
  let textAt = 0
  const RealWebSocket = window.WebSocket
  // The transcript is by far the largest message.
  window.WebSocket = class extends RealWebSocket {
    constructor(...given: ConstructorParameters<typeof RealWebSocket>) {
      super(...given)
      this.addEventListener('message', ({ data }) => {
        if (typeof data !== 'string' || data.length < 1_000_000) return
        // Arrives once this message is read and unpacked.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          textAt = performance.now()
        }
        channel.port2.postMessage(null)
      })
    }
  }
  const probes: Probes = {
    sinceText: () => performance.now() - textAt,
    takeKeys: () => keys.splice(0),
    takeFrameWork: () => {
      const byFrame = new Map<number, number>()
      for (const { at, ms } of frameWork.splice(0)) byFrame.set(at, (byFrame.get(at) ?? 0) + ms)
      return [...byFrame.values()]
    },
    countFrames: () => {
      counting = true
      frames.length = 0
      realFrame(count)
    },
    takeFrames: () => {
      counting = false
      return frames.slice(1).map((at, index) => at - (frames[index] ?? at))
    },
    until: (isThere) =>
      new Promise((resolve) => {
        const began = performance.now()
        const look = () => {
          if (isThere()) {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => resolve(performance.now() - began)
            channel.port2.postMessage(null)
          } else realFrame(look)
        }
        look()
      }),
  }
  Object.assign(window, { probes })
}

export interface Probes {
  /** Ms since the words of the transcript were unpacked in the page. */
  sinceText(): number
  /** Keydown to drawn, in ms. */
  takeKeys(): number[]
  /** Work of the page's callbacks, one value per frame, in ms. */
  takeFrameWork(): number[]
  countFrames(): void
  /** Time from one frame to the next, in ms. */
  takeFrames(): number[]
  /** Ms until it exists and is drawn. */
  until(isThere: () => boolean): Promise<number>
}
