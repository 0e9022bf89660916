/**
 * Length of a row of `recordings`: of its first decoded track, else as recorded; null before either is known.
 */
export const DURATION = `coalesce(
    (SELECT duration_ms FROM tracks WHERE recording_id = recordings.id ORDER BY track_index LIMIT 1),
    (SELECT duration_ms FROM recorded WHERE recording_id = recordings.id)
  )`
