import { describe, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { shortcuts } from '#core/shortcuts/shortcuts'
import { menuTemplate } from './menu-template.ts'

const items = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => (Array.isArray(item.submenu) ? items(item.submenu) : [item]))

describe('menuTemplate', () => {
  it('names what undo would take back, in the language of the program', () => {
    const template = menuTemplate(
      { language: 'fr', undo: 'Annuler\u00A0: texte modifié', redo: null, hasRecording: true },
      { act: () => undefined, showLog: () => undefined },
      'linux',
    )
    const labels = items(template).map((item) => item.label)
    expect(labels).toContain('Annuler\u00A0: texte modifié')
    expect(items(template).find((item) => item.label === 'Rétablir')?.enabled).toBe(false)
  })

  it.each([
    ['en', 'Show log'],
    ['fr', 'Afficher le journal'],
  ] as const)('shows the log from the help menu (%s)', (language, label) => {
    const [act, showLog] = [vi.fn(), vi.fn()]
    const state = { language, undo: null, redo: null, hasRecording: false }
    const help = menuTemplate(state, { act, showLog }, 'linux').at(-1)
    const item = items([help ?? {}]).find((each) => each.label === label)
    item?.click?.({} as never, undefined, {})
    expect(showLog).toHaveBeenCalledOnce()
    expect(act).not.toHaveBeenCalled()
  })

  it('leads to how this works from the help menu', () => {
    const act = vi.fn()
    const state = { language: 'en', undo: null, redo: null, hasRecording: false } as const
    const help = menuTemplate(state, { act, showLog: () => undefined }, 'linux').at(-1)
    const item = items([help ?? {}]).find((each) => each.label === 'How this works')
    item?.click?.({} as never, undefined, {})
    expect(act).toHaveBeenCalledExactlyOnceWith('how-it-works')
  })

  it('comments in the page, where a recording is open', () => {
    const act = vi.fn()
    const comment = (hasRecording: boolean) =>
      items(
        menuTemplate(
          { language: 'en', undo: null, redo: null, hasRecording },
          { act, showLog: () => undefined },
          'linux',
        ),
      ).find(({ label }) => label === 'Comment')
    comment(true)?.click?.({} as never, undefined, {})
    expect(act).toHaveBeenCalledWith('comment')
    expect(comment(false)?.enabled).toBe(false)
  })

  it('shows the keys that the page has', () => {
    const state = { language: 'en', undo: null, redo: null, hasRecording: true } as const
    const all = items(menuTemplate(state, { act: () => undefined, showLog: () => undefined }, 'linux'))
    const keyOf = (label: string) => all.find((item) => item.label?.startsWith(label))?.accelerator
    expect(keyOf('Comment')).toBe(shortcuts.comment.keys[0])
    expect(['Export', 'Settings', 'Find'].map(keyOf)).toEqual(['CmdOrCtrl+E', 'CmdOrCtrl+,', 'CmdOrCtrl+F'])
  })

  it('asks the page to undo, and has no role that would undo behind its back', () => {
    const act = vi.fn()
    const all = items(
      menuTemplate(
        { language: 'en', undo: 'Undo: text changed', redo: null, hasRecording: true },
        { act, showLog: () => undefined },
        'darwin',
      ),
    )
    all.find((item) => item.label === 'Undo: text changed')?.click?.({} as never, undefined, {})
    expect(act).toHaveBeenCalledWith('undo')
    expect(all.some((item) => item.role === 'undo' || item.role === 'redo')).toBe(false)
  })
})
