import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Chapter } from '#core/chapters/chapter'
import { HistoryStacks } from '#core/edits/history/stacks'
import { withItem } from '#core/moments/with-item'
import { ChapterHistory } from './chapter-history.ts'

/** A text whose steps are undone as the library does it, and chapters beside it. */
function opened({ stepsBefore = 0 } = {}) {
  const stacks = new HistoryStacks()
  const texts: string[] = []
  const gone: string[] = []
  const listeners = new Set<() => void>()
  let made = 0
  let chapters: readonly Chapter[] = []
  let works = true
  const label = (step: { readonly stepId: string } | undefined) =>
    step === undefined ? null : { stepId: step.stepId, kind: 'replace-text' }
  const push = (stepId: string, undoes: string | null): void => {
    stacks.push({ stepId, undoes })
    for (const listener of listeners) listener()
  }
  const type = (): void => {
    made += 1
    texts.push(`t${made}`)
    gone.length = 0
    push(`t${made}`, null)
  }
  const reverse = async (way: 'undo' | 'redo'): Promise<void> => {
    await Promise.resolve()
    const step = (way === 'undo' ? stacks.done : stacks.undone).at(-1)
    const moved = (way === 'undo' ? texts : gone).pop()
    if (step === undefined || moved === undefined) return
    ;(way === 'undo' ? gone : texts).push(moved)
    made += 1
    push(`${way}${made}`, step.stepId)
  }
  for (let index = 0; index < stepsBefore; index += 1) type()
  const session = {
    get state() {
      return { undo: label(stacks.done.at(-1)), redo: label(stacks.undone.at(-1)) } as never
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    endStep: () => undefined,
  }
  const history = new ChapterHistory(session, {
    find: (id) => chapters.find((each) => each.id === id) ?? null,
    set: (chapter) => {
      if (works) chapters = withItem(chapters, chapter)
      return Promise.resolve(works)
    },
    remove: ({ id }) => {
      if (works) chapters = chapters.filter((each) => each.id !== id)
      return Promise.resolve(works)
    },
  })
  history.start()
  return {
    history,
    type,
    run: (way: 'undo' | 'redo') => history.run(way, () => reverse(way)),
    add: () => {
      made += 1
      history.change({ before: null, after: chapter(`c${made}`, made) })
    },
    state: () => JSON.stringify([texts, chapters.map(({ id, title, atMs }) => [id, title, atMs])]),
    chapters: () => chapters,
    setChapters: (next: readonly Chapter[]) => (chapters = next),
    setWorks: (next: boolean) => (works = next),
  }
}

const chapter = (id: string, atMs: number, title = ''): Chapter => ({
  id,
  atMs,
  title,
  link: '',
  picture: '',
  isListed: true,
})

it('undoes and redoes text and chapters as one list of steps, in whatever order they alternate', async () => {
  const step = fc.constantFrom('text', 'add', 'change', 'delete', 'undo', 'undo', 'redo')
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), fc.nat(3), async (plan, stepsBefore) => {
      const screen = opened({ stepsBefore })
      const { history } = screen
      // As one editor with one history would keep them; what was before the screen opened comes last.
      let past: string[] = []
      let future: string[] = []
      for (const [index, each] of plan.entries()) {
        const now = screen.state()
        if (each === 'undo' || each === 'redo') {
          const target = (each === 'undo' ? past : future).at(-1)
          if (target === undefined) {
            if (each === 'redo') expect(history.next('redo')).toBeNull()
            continue
          }
          await screen.run(each)
          expect(screen.state()).toBe(target)
          if (each === 'undo') [past, future] = [past.slice(0, -1), [...future, now]]
          else [past, future] = [[...past, now], future.slice(0, -1)]
          continue
        }
        const some = screen.chapters().at(index % Math.max(1, screen.chapters().length))
        if (each === 'text') screen.type()
        else if (each === 'add') screen.add()
        else if (some === undefined) continue
        else
          history.change({ before: some, after: each === 'delete' ? null : { ...some, title: `${index}` } })
        ;[past, future] = [[...past, now], []]
      }
    }),
    { numRuns: 300 },
  )
})

it('goes on with the steps from before the screen was opened once those of the screen are undone', async () => {
  const screen = opened({ stepsBefore: 2 })
  screen.add()
  for (let index = 0; index < 3; index += 1) await screen.run('undo')
  expect(screen.state()).toBe('[[],[]]')
  expect(screen.history.next('undo')).toBeNull()
  for (let index = 0; index < 3; index += 1) await screen.run('redo')
  expect(screen.state()).toBe('[["t1","t2"],[["c3","",3]]]')
})

it('two keys in a hurry undo the last two steps, of the text and of the chapters', async () => {
  const screen = opened()
  screen.type()
  screen.add()
  screen.type()
  await Promise.all([screen.run('undo'), screen.run('undo')])
  expect(screen.state()).toBe('[["t1"],[]]')
  await Promise.all([screen.run('redo'), screen.run('redo')])
  expect(screen.state()).toBe('[["t1","t3"],[["c2","",2]]]')
})

it('joins what belongs together, until something else is changed', async () => {
  const screen = opened()
  const { history } = screen
  const at = (atMs: number): Chapter => chapter('c', atMs)
  history.change({ before: null, after: at(0) })
  history.change({ before: at(0), after: at(1) }, 'keys')
  history.change({ before: at(1), after: at(2) }, 'keys')
  screen.type()
  history.change({ before: at(2), after: at(3) }, 'keys')
  await screen.run('undo')
  expect(screen.chapters()).toEqual([at(2)])
  await screen.run('undo')
  await screen.run('undo')
  expect(screen.chapters()).toEqual([at(0)])
})

it('takes a change back by its toast, the last one or an earlier one, and leaves what another window changed', async () => {
  const screen = opened()
  const { history } = screen
  screen.setChapters([chapter('a', 1), chapter('b', 2)])
  const [a, b] = screen.chapters() as [Chapter, Chapter]
  const moved = { before: a, after: { ...a, atMs: 9 } }
  history.change(moved)
  const deleted = { before: b, after: null }
  history.change(deleted)
  screen.setChapters(screen.chapters().map((each) => ({ ...each, title: 'theirs' })))
  history.takeBack(moved)
  expect(screen.chapters()).toEqual([{ ...a, title: 'theirs' }])
  history.takeBack(deleted)
  expect(screen.chapters()).toEqual([{ ...a, title: 'theirs' }, b])
  expect(history.next('undo')).toBeNull()
  await screen.run('redo')
  expect(screen.chapters()).toEqual([{ ...a, title: 'theirs' }])
})

it('keeps no step of what could not be stored', async () => {
  const screen = opened()
  screen.add()
  screen.setWorks(false)
  await screen.run('undo')
  await Promise.resolve()
  await Promise.resolve()
  expect(screen.history.next('undo')).toMatchObject({ before: null })
  screen.add()
  await Promise.resolve()
  await Promise.resolve()
  screen.setWorks(true)
  await screen.run('undo')
  expect(screen.state()).toBe('[[],[]]')
  expect(screen.history.next('undo')).toBeNull()
})
