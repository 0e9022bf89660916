/** Prefixes of the ids of steps whose edits alone look like setting the time of one caption. */
export const FIX_ALL_STEP = 'fix-captions.'
export const FIX_STEP = 'fix-caption.'
export const SNAP_ALL_STEP = 'snap-captions.'
export const SPLIT_STEP = 'split-caption.'
export const MOVE_STEP = 'move-captions.'
