import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import { lint } from '../../transcript/lint.ts'
import { assembleChunk } from '../assembly/assembly.ts'
import type { Edit } from '../edit.ts'
import { type LogEntry, type Recorded } from './take-back.ts'
import { recordEdit, redo, redoable, undo, undoable } from '../testing/edit-log.ts'
import { EditRefused } from '../refused.ts'
import { choices, randomEdit } from '../testing/random-edits.ts'
import { conversation, conversationMs, paragraph, saidWords } from '../testing/samples.ts'

/** A transcript with its log, as studio stores them. */
class Desk {
  transcript: Transcript
  log: LogEntry[] = []

  constructor(transcript: Transcript) {
    this.transcript = transcript
  }

  take(recorded: Recorded | null): boolean {
    if (recorded === null) return false
    this.transcript = recorded.transcript
    this.log = [...this.log, recorded.entry]
    return true
  }

  type(text: string, sinceLastMs: number): void {
    const edit = { kind: 'replace-text', id: `e${this.log.length}`, paragraphId: 'p1', text } as const
    this.take(recordEdit(this.transcript, this.log, edit, { sinceLastMs }))
  }

  /** False when the edit was refused. */
  tryEdit(edit: Edit | null): boolean {
    if (edit === null) return false
    try {
      return this.take(recordEdit(this.transcript, this.log, edit, { durationMs: conversationMs }))
    } catch (error) {
      if (error instanceof EditRefused) return false
      throw error
    }
  }

  text(): string {
    return paragraphText(this.transcript.paragraphs[0] ?? { words: [] })
  }

  undo(): boolean {
    return this.take(undo(this.transcript, this.log, `u${this.log.length}`))
  }

  redo(): boolean {
    return this.take(redo(this.transcript, this.log, `r${this.log.length}`))
  }
}

const question = 'Who was there last night?'

describe('history', () => {
  it('undoes and redoes, names the edits, and a new edit ends redo', () => {
    const desk = new Desk(conversation())
    desk.type(`${question} Eh?`, 5000)
    const rename = { kind: 'rename-speaker', id: 'n', speakerId: 's2', name: 'Ben' } as const
    desk.take(recordEdit(desk.transcript, desk.log, rename))
    expect(undoable(desk.log)?.kind).toBe('rename-speaker')
    desk.undo()
    expect(redoable(desk.log)?.kind).toBe('rename-speaker')
    expect(undoable(desk.log)?.kind).toBe('replace-text')
    desk.undo()
    expect(JSON.stringify(desk.transcript)).toBe(JSON.stringify(conversation()))
    expect(desk.undo()).toBe(false)
    desk.redo()
    expect(desk.text()).toBe(`${question} Eh?`)
    desk.type(`${question} Oh?`, 5000)
    expect(redoable(desk.log)).toBeNull()
    desk.undo()
    desk.undo()
    expect(desk.text()).toBe(question)
  })

  it('joins keys into one step until a pause or a jump', () => {
    const desk = new Desk(conversation())
    desk.type(`${question} O`, 9000)
    desk.type(`${question} Oh`, 120)
    desk.type(`${question} Ohh`, 120)
    desk.type(`${question} Oh`, 200)
    desk.type(`Anna: ${question} Oh`, 200)
    desk.type(`Anna:: ${question} Oh`, 2000)
    const seen: string[] = []
    while (desk.undo()) seen.push(desk.text())
    expect(seen).toEqual([`Anna: ${question} Oh`, `${question} Oh`, `${question} Ohh`, question])
  })

  it('joins letters that are doubled before the same letter', () => {
    const desk = new Desk(conversation())
    desk.type('ol', 9000)
    desk.type('oll', 3000)
    desk.type('olll', 100)
    desk.undo()
    expect(desk.text()).toBe('ol')
  })

  it('takes edits of one step back together', () => {
    const desk = new Desk(conversation())
    const replace = (paragraphId: string, text: string): void => {
      const edit = { kind: 'replace-text', id: `all-${paragraphId}`, paragraphId, text } as const
      desk.take(recordEdit(desk.transcript, desk.log, edit, { stepId: 'all' }))
    }
    replace('p1', 'Who was here last night?')
    replace('p3', 'This is what I thought.')
    desk.undo()
    expect(JSON.stringify(desk.transcript)).toBe(JSON.stringify(conversation()))
    desk.redo()
    expect(desk.text()).toBe('Who was here last night?')
  })

  it('leaves what the engine wrote meanwhile', () => {
    const desk = new Desk(conversation([]))
    desk.type('Who was here last night?', 9000)
    const merge = {
      kind: 'merge-paragraphs',
      id: 'm',
      firstParagraphId: 'p1',
      secondParagraphId: 'p2',
    } as const
    desk.take(recordEdit(desk.transcript, desk.log, merge))
    const words = saidWords('c9', 'indeed', 2000).map((word) => ({ ...word, endMs: 2050, before: ' ' }))
    const assembled = assembleChunk(
      desk.transcript,
      { chunkId: 'c9', words, earlier: null },
      { settled: new Set(['p1']), paragraphsOf: (own) => [paragraph('new', 's1', own)] },
    )
    desk.transcript = assembled.transcript
    expect(desk.text()).toBe('Who was here last night? indeed Nobody. They all went home.')
    desk.undo()
    expect(desk.text()).toBe('Who was here last night? indeed')
    desk.undo()
    expect(desk.text()).toBe('Who was there last night? indeed')
    expect(lint(desk.transcript)).toEqual([])
    desk.redo()
    desk.redo()
    expect(desk.text()).toBe('Who was here last night? indeed Nobody. They all went home.')
  })

  it('has each word once, whatever the engine grouped otherwise between an undo and its redo', () => {
    const chunk = fc.record({
      startMs: fc.nat(9_000),
      settled: fc.nat(3),
      text: fc.constantFrom('indeed', 'it is', 'so be it'),
    })
    const step = fc.oneof(
      { weight: 4, arbitrary: choices },
      { weight: 2, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
      { weight: 2, arbitrary: chunk },
    )
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 25 }), (plan) => {
        const desk = new Desk(conversation())
        plan.forEach((each, index) => {
          if (each === 'undo') desk.undo()
          else if (each === 'redo') desk.redo()
          else if ('kind' in each) desk.tryEdit(randomEdit(desk.transcript, `e${index}`, each))
          else {
            const words = saidWords(`c${50 + index}`, each.text, each.startMs)
            const settled = new Set(desk.transcript.paragraphs.slice(0, each.settled).map(({ id }) => id))
            desk.transcript = assembleChunk(
              desk.transcript,
              { chunkId: `c${50 + index}`, words, earlier: null },
              { settled, paragraphsOf: (own) => [paragraph(`new${index}`, 's1', own)] },
            ).transcript
          }
          const { paragraphs, marks } = desk.transcript
          for (const items of [paragraphs, paragraphs.flatMap(({ words }) => words), marks]) {
            const ids = items.map(({ id }) => id)
            expect(new Set(ids).size).toBe(ids.length)
          }
        })
      }),
      { numRuns: 500 },
    )
  })

  it('comes back to every state through any walk of edits, undos and redos', () => {
    const step = fc.oneof(choices, fc.constantFrom('undo' as const, 'redo' as const))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (plan) => {
        const desk = new Desk(conversation())
        // The states before and after, as a plain editor would keep them.
        let past: string[] = []
        let future: string[] = []
        plan.forEach((each, index) => {
          const now = JSON.stringify(desk.transcript)
          const target = each === 'undo' ? past.at(-1) : each === 'redo' ? future.at(-1) : null
          let moved: boolean
          if (each === 'undo') moved = desk.undo()
          else if (each === 'redo') moved = desk.redo()
          else moved = desk.tryEdit(randomEdit(desk.transcript, `e${index}`, each))
          const reached = JSON.stringify(desk.transcript)
          expect(moved).toBe(target === null ? moved : target !== undefined)
          expect(reached).toBe(target === null ? reached : (target ?? now))
          if (!moved) return
          if (each === 'undo') {
            past = past.slice(0, -1)
            future = [...future, now]
          } else {
            past = [...past, now]
            future = each === 'redo' ? future.slice(0, -1) : []
          }
        })
      }),
      { numRuns: 60 },
    )
  })
})
