/** Index, among the decoded tracks of a recording, of the mix of all its audio tracks. */
export const MIX = -1

/**
 * The decoded track that a run's times refer to, from the settings of the run: the mix if all were
 * transcribed.
 */
export function trackOfRun(settings: Readonly<Record<string, unknown>>): number {
  return settings.tracks === 'all' ? MIX : Number(settings.track ?? 0)
}
