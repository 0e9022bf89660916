import { describe, expect, it } from 'vitest'
import type { Edit } from '#core/edits/edit'
import { corrected } from '../testing/corrected-transcript.ts'
import { paragraph, run } from '../testing/fixtures.ts'

describe('caption rules', () => {
  const bbc = { preset: 'bbc', names: 'change', changes: { maxLines: 1 } } as const
  const set = (id: string, rules: typeof bbc | null): Edit => ({ kind: 'set-caption-rules', id, rules })

  it('are stored, undone and redone, and sent to pages with the transcript', () => {
    const { calls, transcriptId, transcript, make } = corrected()
    const stored = () => calls.store.row('SELECT caption_rules AS rules FROM transcripts')
    expect(calls.transcriptState(transcriptId)).not.toHaveProperty('captionRules')
    const outcome = make(0, set('e1', bbc))
    const undo = { stepId: 'e1', kind: 'set-caption-rules' }
    expect(outcome).toMatchObject({ asSent: true, paragraphIds: [], undo })
    expect(transcript().captionRules).toEqual(bbc)
    expect(calls.transcriptState(transcriptId).captionRules).toEqual(bbc)
    expect(calls.transcriptUpdate(transcriptId, []).captionRules).toEqual(bbc)
    calls.undo(transcriptId, 'u')
    expect(stored()).toEqual({ rules: null })
    expect(transcript()).not.toHaveProperty('captionRules')
    calls.redo(transcriptId, 'r')
    expect(stored()).toEqual({ rules: JSON.stringify(bbc) })
    make(3, set('e2', null))
    expect(transcript()).not.toHaveProperty('captionRules')
  })

  it('are set while a job writes and another window types, whatever state they were made on', () => {
    const { calls, transcriptId, job, transcript, texts, make, typed } = corrected()
    const mine = set('e1', bbc)
    const text = typed('e2', 'p1', 'one too three')
    calls.putParagraphs(transcriptId, [paragraph('p3', 'seven eight', 9000)])
    expect(make(0, text).refused).toEqual([])
    expect(make(0, mine)).toMatchObject({ asSent: false, refused: [], editNumber: 2 })
    const again = {
      recordingId: job.recordingId ?? '',
      jobId: job.id,
      language: 'en',
      run,
      settingsKey: 'k1',
    }
    calls.startTranscript(again)
    calls.putParagraphs(transcriptId, [paragraph('p4', 'nine', 12_000)])
    expect(transcript().captionRules).toEqual(bbc)
    expect(texts()).toEqual(['one too three', 'four five six', 'seven eight', 'nine'])
    calls.undo(transcriptId, 'u')
    expect(transcript()).not.toHaveProperty('captionRules')
    expect(texts()).toHaveLength(4)
  })
})
