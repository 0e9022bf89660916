import { expect, it } from 'vitest'
import { settingsGroups, settingsSection } from './settings-sections.ts'

it('every address that was ever given leads to its section, a group’s to its first', () => {
  expect(settingsGroups.map(({ id }) => id)).toEqual([
    'general',
    'playback',
    'transcription',
    'keys',
    'library',
    'about',
  ])
  const given = 'models glossary voices look playback tasks watch keys folders libraries about'.split(' ')
  for (const section of given) expect(settingsSection(section)).toBe(section)
  expect(settingsSection('transcription')).toBe('models')
  expect(settingsSection('library')).toBe('folders')
  expect(settingsSection('nothing')).toBe('look')
})
