/** Begins the ids of steps that took redactions over from another transcript: a person corrected nothing by them. */
export const REDACTIONS_STEP = 'redactions-'

/** SQL: whether a person has edited a row of `transcripts`. */
export const CORRECTED = `EXISTS (SELECT 1 FROM edits
  WHERE edits.transcript_id = transcripts.id AND edits.step_id NOT LIKE '${REDACTIONS_STEP}%')`
