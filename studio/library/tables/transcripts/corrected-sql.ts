/**
 * Prefix of the ids of steps that took over redactions from another transcript, which are not corrections by
 * a person.
 */
export const REDACTIONS_STEP = 'redactions-'

/** SQL: whether a person has edited a row of `transcripts`. */
export const CORRECTED = `EXISTS (SELECT 1 FROM edits
  WHERE edits.transcript_id = transcripts.id AND edits.step_id NOT LIKE '${REDACTIONS_STEP}%')`
