/**
 * `fetch` with a time limit for the start of the response; `onPercent` receives each new whole percent of the download.
 */
export function limitFetch(fetch, answersWithinMs, onPercent) {
  return async (address, options = {}) => {
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(new Error('no answer in time')), answersWithinMs)
    try {
      const signals = options.signal ? [options.signal, giveUp.signal] : [giveUp.signal]
      const response = await fetch(address, { ...options, signal: AbortSignal.any(signals) })
      return counted(response, onPercent)
    } finally {
      clearTimeout(timer)
    }
  }
}

function counted(response, onPercent) {
  const total = Number(response.headers.get('content-length'))
  if (!response.ok || !response.body || !(total > 0)) return response
  let loaded = 0
  let reported = -1
  const count = new TransformStream({
    transform(chunk, controller) {
      loaded += chunk.length
      const percent = Math.floor((100 * loaded) / total)
      if (percent > reported) onPercent((reported = percent))
      controller.enqueue(chunk)
    },
  })
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(count), { status, statusText, headers })
}
