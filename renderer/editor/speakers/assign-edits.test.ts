import { describe, expect, it } from 'vitest'
import { applyEdits } from '#core/edits/apply-edits'
import { conversation } from '#core/edits/testing/samples'
import { lint } from '#core/transcript/lint'
import { paragraphText } from '#core/transcript/transcript'
import type { SpeakerScope } from '../editor-store.ts'
import { assignEdits, type AssignSelection, type ChosenSpeaker } from './assign-edits.ts'

function assigned(
  paragraphId: string,
  scope: SpeakerScope,
  chosen: ChosenSpeaker,
  selection: AssignSelection = { paragraphId: null, wordId: null, range: null },
): string[] {
  let made = 0
  const transcript = conversation()
  const edits = assignEdits(transcript, { paragraphId, selection }, scope, chosen, () => `e${(made += 1)}`)
  const after = applyEdits(transcript, edits).transcript
  expect(lint(after)).toEqual([])
  const names = new Map(after.speakers.map(({ id, name }) => [id, name ?? id]))
  return after.paragraphs.map((each) => `${names.get(each.speakerId ?? '')}: ${paragraphText(each)}`)
}

describe('assignEdits', () => {
  it('reaches over the paragraph', () => {
    expect(assigned('p3', 'paragraph', { speakerId: 's2' })[2]).toBe('s2: That is what I thought.')
  })

  it('reaches over what is chosen', () => {
    const range = { fromWordId: 'c2.1', toWordId: 'c2.2' }
    const parts = assigned(
      'p2',
      'selection',
      { speakerId: 's1' },
      { paragraphId: 'p2', wordId: 'c2.2', range },
    )
    expect(parts.slice(1, 4)).toEqual(['s2: Nobody.', 'Anna: They all', 's2: went home.'])
  })

  it('reaches from the caret to the next change', () => {
    const caret = { paragraphId: 'p2', wordId: 'c2.3', range: null }
    expect(assigned('p2', 'onwards', { name: 'Cleo' }, caret).slice(1)).toEqual([
      's2: Nobody. They all',
      'Cleo: went home.',
      'Anna: That is what I thought.',
    ])
  })

  it('reaches everywhere: two become one, a new name renames', () => {
    expect(assigned('p1', 'everywhere', { speakerId: 's2' }).map((text) => text.split(':')[0])).toEqual([
      'Anna',
      'Anna',
      'Anna',
    ])
    expect(assigned('p1', 'everywhere', { name: 'Cleo' })[2]).toBe('Cleo: That is what I thought.')
    expect(assigned('p2', 'everywhere', { speakerId: null })[1]).toMatch(/^undefined: Nobody/u)
  })

  it('makes nothing of what is so already', () => {
    const transcript = conversation()
    const place = { paragraphId: 'p1', selection: { paragraphId: null, wordId: null, range: null } }
    for (const scope of ['paragraph', 'everywhere'] as const) {
      expect(assignEdits(transcript, place, scope, { speakerId: 's1' }, () => 'e')).toEqual([])
    }
  })
})
