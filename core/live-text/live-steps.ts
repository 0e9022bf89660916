/** Begin the ids of steps that took over what a person changed while recording: their edits alone look like any others. */
export const LIVE_TEXT_STEP = 'live-text.'
export const LIVE_NAMES_STEP = 'live-names.'
