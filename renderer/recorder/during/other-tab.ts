/** What is stored here is seen by the other pages of the browser: the one that records is asked to come forward. */
const CALLED_AT = 'parolo.recording.called'

/** Asks the page that makes this recording to show it. */
export function callRecordingTab(runningId: string): void {
  window.localStorage.setItem(CALLED_AT, runningId)
  window.localStorage.removeItem(CALLED_AT)
}

/** Calls `show` whenever another page asks for this recording; returns the function that ends it. */
export function onCalledFromOtherTab(runningId: string, show: () => void): () => void {
  const look = ({ key, newValue }: StorageEvent): void => {
    if (key === CALLED_AT && newValue === runningId) show()
  }
  window.addEventListener('storage', look)
  return () => window.removeEventListener('storage', look)
}
