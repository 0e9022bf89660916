import { expect, it } from 'vitest'
import { saveFilters } from './save-filters.ts'

it('offers files of the kind that is saved, then all files', () => {
  expect(saveFilters('talk.fr.srt', 'en')).toEqual([
    { name: 'SRT files', extensions: ['srt'] },
    { name: 'All files', extensions: ['*'] },
  ])
  expect(saveFilters('talk.parolo.json', 'fr')[0]).toEqual({ name: 'Fichiers JSON', extensions: ['json'] })
})

it('offers all files for a name without an extension', () => {
  expect(saveFilters('talk', 'fr')).toEqual([{ name: 'Tous les fichiers', extensions: ['*'] }])
})
