let wanted: string | null = null

/** Asks what to recognize again once the recording's screen is open. */
export function askAgainWhenOpened(recordingId: string): void {
  wanted = recordingId
}

/** Whether that was requested; returns true only once. */
export function takeAskAgain(recordingId: string): boolean {
  const isWanted = wanted === recordingId
  if (isWanted) wanted = null
  return isWanted
}
