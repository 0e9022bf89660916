import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lint } from '../../transcript/lint.ts'
import { paragraphText, type Transcript } from '../../transcript/transcript.ts'
import { applyEdit } from '../apply.ts'
import type { Edit } from '../edit.ts'
import { rebase } from './rebase.ts'
import { EditRefused } from '../refused.ts'
import { replaceTextEdit } from '../kinds/replace-text.ts'
import { setMarkEdit } from '../kinds/set-mark.ts'
import { choices, randomEdit } from '../testing/random-edits.ts'
import { conversation } from '../testing/samples.ts'

const before = conversation()

function typed(text: string, paragraphId = 'p2', id = 'mine'): Edit {
  return replaceTextEdit(before, { id, paragraphId, text })
}

function texts(transcript: Transcript): string[] {
  return transcript.paragraphs.map((each) => paragraphText(each))
}

/** Mine, made on `before`, after theirs. */
function carried(mine: Edit, ...theirs: Edit[]): Transcript {
  let transcript = before
  for (const edit of theirs) transcript = applyEdit(transcript, edit).transcript
  const edit = rebase(mine, transcript)
  return edit === null ? transcript : applyEdit(transcript, edit).transcript
}

describe('rebase', () => {
  it('leaves an edit alone that fits as it is', () => {
    const mine = typed('Nobody. They all left home.')
    expect(rebase(mine, before)).toBe(mine)
  })

  it('keeps what both changed in one paragraph', () => {
    const theirs = typed('Somebody. They all went home.', 'p2', 'theirs')
    expect(texts(carried(typed('Nobody. They all went away.'), theirs))[1]).toBe(
      'Somebody. They all went away.',
    )
  })

  it('follows its words into another paragraph', () => {
    const split: Edit = { kind: 'split-paragraph', id: 's', wordId: 'c2.1', offset: 0 }
    expect(texts(carried(typed('Nobody. They all went away.'), split))).toContain('They all went away.')
    expect(texts(carried(typed('Nobody. You all went home.'), split))).toContain('You all went home.')
    const merge: Edit = {
      kind: 'merge-paragraphs',
      id: 'm',
      firstParagraphId: 'p1',
      secondParagraphId: 'p2',
    }
    expect(texts(carried(typed('Everybody. They all went home.'), merge))[0]).toBe(
      'Who was there last night? Everybody. They all went home.',
    )
  })

  it('keeps a space that somebody else typed before the word', () => {
    const theirs = typed('Nobody.  They all went home.', 'p2', 'theirs')
    expect(texts(carried(typed('Nobody. Theyy all went home.'), theirs))[1]).toBe(
      'Nobody.  Theyy all went home.',
    )
  })

  it('puts letters where they were typed though no word around is there any more', () => {
    const theirs = typed('No bo dy.Th ey all went home.', 'p2', 'theirs')
    expect(texts(carried(typed('Nobodzy. They all went home.'), theirs))[1]).toBe(
      'No bo dzy.Th ey all went home.',
    )
  })

  it('glues nothing to what stands there where somebody else took the words around away', () => {
    const paste = typed('Nobody. They all went new home.')
    const without = (text: string): Edit => typed(text, 'p2', 'theirs')
    expect(texts(carried(paste, without('Nobody. They all went.')))[1]).toBe('Nobody. They all went new.')
    expect(texts(carried(paste, without('Nobody.')))[1]).toBe('Nobody. new')
  })

  it('keeps a word whole that is typed where somebody else pressed Enter', () => {
    const enter: Edit = { kind: 'split-paragraph', id: 's', wordId: 'c2.2', offset: 0 }
    const pasted = texts(carried(typed('Nobody. They new all went home.'), enter))
    expect(pasted.slice(1, 3)).toEqual(['Nobody. They new', 'all went home.'])
    let own = before
    let there = applyEdit(before, enter).transcript
    for (const text of [' ', ' n', ' ne', ' new']) {
      const edit = replaceTextEdit(own, {
        id: `k${text.length}`,
        paragraphId: 'p2',
        text: `Nobody. They${text} all went home.`,
      })
      own = applyEdit(own, edit).transcript
      const onTop = rebase(edit, there)
      if (onTop !== null) there = applyEdit(there, onTop).transcript
    }
    expect(texts(there).slice(1, 3).join('|')).toMatch(
      /^Nobody\. They ?\|new ?all went home\.$|^Nobody\. They new ?\|all went home\.$/u,
    )
  })

  it('takes a word away only as it was', () => {
    const removal = typed('Nobody. They went home.')
    const called = typed('Nobody. They call went home.', 'p2', 'theirs')
    expect(texts(carried(removal, called))[1]).toBe('Nobody. They call went home.')
    const shorter = typed('Nobody. They all.', 'p2', 'theirs')
    expect(texts(carried(removal, shorter))[1]).toBe('Nobody. They.')
    const enter: Edit = { kind: 'split-paragraph', id: 's', wordId: 'c2.1', offset: 0 }
    expect(texts(carried(typed('Nobody. all went home.'), enter)).slice(1, 3)).toEqual([
      'Nobody.',
      'all went home.',
    ])
  })

  it('puts both in when both changed one word', () => {
    const theirs = typed('Nobody. They all ran home.', 'p2', 'theirs')
    expect(texts(carried(typed('Nobody. They all flew home.'), theirs))[1]).toBe(
      'Nobody. They all ran flew home.',
    )
  })

  it('keeps the letters of both where both typed in one word', () => {
    const theirs = typed('ANobody. They all went home.', 'p2', 'theirs')
    expect(texts(carried(typed('Nobodys. They all went home.'), theirs))[1]).toBe(
      'ANobodys. They all went home.',
    )
    expect(texts(carried(typed('No body. They all went home.'), theirs))[1]).toBe(
      'ANo body. They all went home.',
    )
    const cut = typed('A Nobody. They all went home.', 'p2', 'theirs')
    expect(texts(carried(typed('No body. They all went home.'), cut))[1]).toBe(
      'A No body. They all went home.',
    )
  })

  it('can carry over again what was carried over once', () => {
    const theirs = typed('Nobody. They all went home. Besid', 'p2', 'theirs')
    const then = applyEdit(before, theirs).transcript
    const once = rebase(typed('Ah, nobody. They all went home.'), then)
    const more = replaceTextEdit(then, {
      id: 'more',
      paragraphId: 'p2',
      text: 'Nobody. They all went home. Beside.',
    })
    const now = applyEdit(then, more).transcript
    const twice = once && rebase(once, now)
    expect(twice && texts(applyEdit(now, twice).transcript)[1]).toBe(
      'Ah, nobody. They all went home. Beside.',
    )
  })

  it('inserts what was typed where its words were, when they are gone', () => {
    const theirs = typed('Nobody. They all', 'p2', 'theirs')
    expect(texts(carried(typed('Nobody. They all went away.'), theirs))[1]).toBe('Nobody. They all away.')
    const whole: Edit = { kind: 'delete-paragraph', id: 'd', paragraphId: 'p2' }
    const gone = texts(carried(typed('Nobody. They all went away.'), whole))
    expect(gone).toEqual(['Who was there last night?', 'away. That is what I thought.'])
  })

  it('has nothing to do when what it deletes is gone already', () => {
    const theirs = typed('Nobody. They all', 'p2', 'theirs')
    const { transcript } = applyEdit(before, theirs)
    expect(rebase(typed('Nobody. They all went'), transcript)).toBeNull()
  })

  it('keeps what somebody else changed in what it deletes', () => {
    const theirs = typed('Nobody. They all ran home.', 'p2', 'theirs')
    expect(texts(carried(typed('Nobody.'), theirs))[1]).toBe('Nobody. ran')
  })

  it('deletes no paragraph in which somebody else has written since', () => {
    const mine = { kind: 'delete-paragraph', id: 'mine', paragraphId: 'p2' } as const
    const text = 'Nobody. They all went home.'
    expect(texts(carried({ ...mine, text }))).toHaveLength(2)
    const theirs = typed('Nobody. They all ran home.', 'p2', 'theirs')
    expect(texts(carried({ ...mine, text }, theirs))[1]).toBe('Nobody. They all ran home.')
  })

  it('becomes a note when no speech is left', () => {
    const all = ['p1', 'p2', 'p3'].map((paragraphId): Edit => {
      return { kind: 'delete-paragraph', id: `d${paragraphId}`, paragraphId }
    })
    const after = carried(typed('Nobody. They all went away.'), ...all)
    expect(after.paragraphs).toMatchObject([{ kind: 'note' }])
    expect(texts(after)).toEqual(['away.'])
  })

  it('puts a mark and an assignment on the nearest words', () => {
    const mark = { id: 'm9', kind: 'comment' as const, fromWordId: 'c2.4', toWordId: 'c2.4', value: 'why?' }
    const theirs = typed('Nobody. They all', 'p2', 'theirs')
    const after = carried(setMarkEdit(before, { id: 'mine', mark }), theirs)
    expect(after.marks.at(-1)).toMatchObject({ value: 'why?', fromWordId: 'c2.2', toWordId: 'c2.2' })
    const near = { startMs: 2900, endMs: 4000 }
    const target = { fromWordId: 'c2.2', toWordId: 'c2.4', near }
    const assigned = carried({ kind: 'assign-speaker', id: 'mine', target, speakerId: 's1' }, theirs)
    expect(texts(assigned)).toContain('all')
  })

  it('loses nothing typed, whatever others did, and keeps lint', () => {
    fc.assert(
      fc.property(fc.array(choices, { maxLength: 8, size: 'max' }), fc.nat(99), (plan, where) => {
        const chosen = before.paragraphs[where % 3]
        const old = chosen ? paragraphText(chosen) : ''
        const at = Math.floor((where / 100) * old.length)
        const mine = typed(`${old.slice(0, at)} xylophone ${old.slice(at)}`, chosen?.id)
        let transcript = before
        plan.forEach((choice, index) => {
          const edit = randomEdit(transcript, `t${index}`, choice)
          try {
            if (edit) transcript = applyEdit(transcript, edit).transcript
          } catch (error) {
            if (!(error instanceof EditRefused)) throw error
          }
        })
        const edit = rebase(mine, transcript)
        const after = edit === null ? transcript : applyEdit(transcript, edit).transcript
        expect(texts(after).join(' ')).toContain('xylophone')
        expect(lint(after)).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
