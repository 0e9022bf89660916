/** Prefix of the id of a step that carried marks over: its edits alone look like setting any marks. */
export const TAKE_OVER_STEP = 'take-over.'
