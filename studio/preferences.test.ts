import { describe, expect, it } from 'vitest'
import { Preferences } from '#contracts/preferences'
import { openedLibrary } from './library/testing/fixtures.ts'
import { readPreferences, writePreferences } from './preferences.ts'
import { openedService } from './testing/opened-service.ts'

describe('preferences', () => {
  it('are the defaults until somebody chooses', async () => {
    expect(await readPreferences(await openedLibrary())).toEqual(Preferences.parse({}))
  })

  it('of two windows that change different ones are both kept', async () => {
    const library = await openedLibrary()
    await Promise.all([
      writePreferences(library, { theme: 'dark' }),
      writePreferences(library, { keys: { play: ['F9'] } }),
    ])
    expect(await readPreferences(library)).toEqual(
      Preferences.parse({ theme: 'dark', keys: { play: ['F9'] } }),
    )
  })

  it('that a program of another version wrote otherwise are the defaults again, the others stay', async () => {
    const library = await openedLibrary()
    await writePreferences(library, { textSize: 1.5 })
    await library.setSetting('preference.theme', '"sepia"')
    await library.setSetting('preference.contrast', true)
    expect(await readPreferences(library)).toEqual(Preferences.parse({ textSize: 1.5 }))
  })

  it('hold the presets that a person made, by unique names', async () => {
    const { page } = await openedService()
    const window = page()
    const own = { name: 'House', base: 'bbc', names: 'change', changes: { maxLines: 1 } } as const
    await window.call('program.setPreferences', { captionPresets: [own] })
    expect((await window.call('program.preferences', {})).captionPresets).toEqual([own])
    for (const wrong of [[own, own], [{ ...own, base: 'mine' }], [{ ...own, colour: 1 }]]) {
      const change = { captionPresets: wrong } as never
      await expect(window.call('program.setPreferences', change)).rejects.toThrow('call.bad-input')
    }
  })

  it('that change are told to other windows by name, those that stay are not', async () => {
    const { page } = await openedService()
    const [window, other] = [page(), page({ local: false })]
    other.watch(0)
    const chosen = await window.call('program.setPreferences', { theme: 'dark', letters: 'serif' })
    expect(chosen).toMatchObject({ theme: 'dark', letters: 'serif' })
    await other.event(({ kind }) => kind === 'setting-changed')
    expect(other.events.map(({ touched }) => touched.name)).toEqual(['preference.theme'])
    expect((await other.call('program.preferences', {})).theme).toBe('dark')
    await expect(window.call('program.setPreferences', { textSize: 9 })).rejects.toThrow('call.bad-input')
  })
})
