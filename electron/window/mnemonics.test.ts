import { expect, it } from 'vitest'
import type { MenuItemConstructorOptions } from 'electron'
import { menuTemplate } from './menu-template.ts'
import { withMnemonics } from './mnemonics.ts'

const menuIn = (language: 'en' | 'fr', undo: string | null = null) =>
  withMnemonics(
    menuTemplate(
      { language, undo, redo: null, hasRecording: true },
      { act: () => undefined, showLog: () => undefined },
      'linux',
    ),
  )
const labelsOf = (items: readonly MenuItemConstructorOptions[]): string[] =>
  items.flatMap(({ label }) => (label === undefined ? [] : [label]))
const submenus = (items: readonly MenuItemConstructorOptions[]) =>
  items.flatMap(({ submenu }) => (Array.isArray(submenu) ? [submenu] : []))

it.each(['en', 'fr'] as const)('each menu has one letter an item, each once (%s)', (language) => {
  const menu = menuIn(language)
  for (const labels of [menu, ...submenus(menu)].map(labelsOf)) {
    const letters = labels.map((label) => /&([a-z])/iu.exec(label)?.[1]?.toLowerCase())
    expect(letters).not.toContain(undefined)
    expect(new Set(letters).size).toBe(labels.length)
  }
})

it('is the first letter where that is free', () => {
  expect(labelsOf(menuIn('en'))).toEqual(['&File', '&Edit', '&View', '&Help'])
  expect(labelsOf(menuIn('fr'))).toEqual(['&Fichier', 'É&dition', '&Affichage', 'A&ide'])
})

it('an ampersand in the name of a change is shown', () => {
  const [undo] = labelsOf(submenus(menuIn('en', 'Undo: “R&D” replaced'))[1] ?? [])
  expect(undo).toBe('&Undo: “R&&D” replaced')
})
