import type { ProposedCorrection, ProposedCorrections } from '../proposed-corrections.ts'

/** What Martin sent back for the transcript `t`. */
export function proposed(items: readonly ProposedCorrection[], id = 'set'): ProposedCorrections {
  return {
    id,
    transcriptId: 't',
    by: 'Martin',
    atMs: 1_700_000_000_000,
    readAtMs: 1_700_000_000_000,
    source: { format: 'docx', fileName: 'talk.docx' },
    items,
  }
}
