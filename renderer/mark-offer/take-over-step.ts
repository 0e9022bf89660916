/** Begins the id of a step that took marks over: its edits alone look like the setting of any marks. */
export const TAKE_OVER_STEP = 'take-over.'
