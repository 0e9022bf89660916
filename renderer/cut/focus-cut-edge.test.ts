// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { spoken } from '#core/captions/testing/spoken'
import { findCutEdges } from '#core/cut/cut-edges'
import { say } from '#core/messages/messages'
import { createEditorStore } from '../editor/editor-store.ts'
import { conversation } from '../sound/testing/conversation.ts'
import { fakeSession } from '../sound/testing/fake-session.ts'
import { silentPlayer } from '../sound/testing/render-in-studio.tsx'
import { toast } from '../ui/toast.tsx'
import type { Say } from '../ui/words.tsx'
import { cutAt } from './current-cut.ts'
import { focusCutEdge } from './focus-cut-edge.ts'
import { recordingCut } from './use-recording-cut.ts'

const inEnglish: Say = (key, values) => say('en', key, values)

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

/** A cut word at the position; with another speaker's words in it, the cut there is only its middle. */
function press(hasOthers: boolean) {
  vi.useFakeTimers()
  const show = vi.spyOn(toast, 'show')
  const paragraphs = spoken([
    ['nora', 2_000, 5_000, 'Um,'],
    ...(hasOthers
      ? ([
          ['idris', 2_800, 3_200, 'One'],
          ['idris', 3_800, 4_200, 'two.'],
        ] as const)
      : []),
  ])
  const wordId = paragraphs[0]?.words[0]?.id ?? ''
  const session = fakeSession({
    ...conversation,
    paragraphs,
    marks: [{ id: 'm', kind: 'cut', fromWordId: wordId, toWordId: wordId, value: { reason: 'person' } }],
  })
  const { transcript } = session.state
  const found = recordingCut({ transcript, stretches: [], loudness: null, durationMs: 9_000, part: null })
  const { player } = silentPlayer()
  player.seek(3_500)
  focusCutEdge(session, player, createEditorStore(), inEnglish)
  const cut = cutAt(found.cuts, player.positionMs)
  return { show, edges: cut === null ? null : findCutEdges(found.shown, cut) }
}

function draw(): HTMLElement {
  const edge = document.createElement('div')
  edge.role = 'slider'
  edge.tabIndex = 0
  const edges = document.createElement('div')
  edges.dataset['cutEdges'] = ''
  edges.append(edge)
  document.body.append(edges)
  return edge
}

it('focuses an edge as soon as it is drawn', () => {
  const { show } = press(false)
  vi.advanceTimersByTime(500)
  const edge = draw()
  vi.advanceTimersByTime(50)
  expect(document.activeElement).toBe(edge)
  expect(show).not.toHaveBeenCalled()
})

it('says at once that the edges of a cut cannot be moved, and if none is drawn', () => {
  const { show, edges } = press(true)
  expect(edges).toEqual([])
  expect(show).toHaveBeenCalledExactlyOnceWith({ text: inEnglish('cut-view.edge.none') })
  show.mockClear()
  press(false)
  expect(show).not.toHaveBeenCalled()
  vi.advanceTimersByTime(3_000)
  expect(show).toHaveBeenCalledOnce()
})
