import { describe, expect, it, vi } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { menuTemplate } from './menu-template.ts'

const items = (template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => (Array.isArray(item.submenu) ? items(item.submenu) : [item]))

describe('menuTemplate', () => {
  it('names what undo would take back, in the language of the program', () => {
    const template = menuTemplate(
      { language: 'fr', undo: 'Annuler\u00A0: texte modifié', redo: null, hasRecording: true },
      () => undefined,
      'linux',
    )
    const labels = items(template).map((item) => item.label)
    expect(labels).toContain('Annuler\u00A0: texte modifié')
    expect(items(template).find((item) => item.label === 'Rétablir')?.enabled).toBe(false)
  })

  it('asks the page to undo, and has no role that would undo behind its back', () => {
    const act = vi.fn()
    const all = items(
      menuTemplate(
        { language: 'en', undo: 'Undo: text changed', redo: null, hasRecording: true },
        act,
        'darwin',
      ),
    )
    all.find((item) => item.label === 'Undo: text changed')?.click?.({} as never, undefined, {})
    expect(act).toHaveBeenCalledWith('undo')
    expect(all.some((item) => item.role === 'undo' || item.role === 'redo')).toBe(false)
  })
})
