import { shortTime } from '#core/notation/clock'

/** `m:ss`, or `h:mm:ss` from one hour; rounded down to the second, as a clock shows it. */
export const formatDuration = shortTime
