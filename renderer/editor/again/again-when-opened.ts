let wanted: string | null = null

/** Asks what is to be recognized again once the recording's screen is open. */
export function askAgainWhenOpened(recordingId: string): void {
  wanted = recordingId
}

/** Whether that was asked for; true once. */
export function takeAskAgain(recordingId: string): boolean {
  const isWanted = wanted === recordingId
  if (isWanted) wanted = null
  return isWanted
}
