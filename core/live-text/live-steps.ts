/**
 * Prefix of the ids of steps that carried over changes made while recording: their edits alone look like any
 * others.
 */
export const LIVE_TEXT_STEP = 'live-text.'
export const LIVE_NAMES_STEP = 'live-names.'
