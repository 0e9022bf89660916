import fc from 'fast-check'
import { expect, it } from 'vitest'
import { folderNames } from './folder-names.ts'

it('is the last part, with more of the path only where two are called the same', () => {
  expect(folderNames(['/archive/radio', '/archive/tv'])).toEqual(['radio', 'tv'])
  expect(folderNames(['/a/1998/radio/', '/a/1999/radio', '/a/tv'])).toEqual([
    '1998/radio',
    '1999/radio',
    'tv',
  ])
  expect(folderNames(['/radio', '/old/radio'])).toEqual(['radio', 'old/radio'])
  expect(folderNames([String.raw`C:\Users\Ann\Parolo`, String.raw`D:\Parolo`])).toEqual([
    'Ann/Parolo',
    'D:/Parolo',
  ])
  expect(folderNames(['/', '/a'])).toEqual(['/', 'a'])
  expect(folderNames(['/a/b', '/a/b'])).toEqual(['a/b', 'a/b'])
})

it('tells any different folders apart, each by the end of its path', () => {
  const part = fc.constantFrom('a', 'b', 'c')
  const folder = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`)
  fc.assert(
    fc.property(fc.uniqueArray(folder, { maxLength: 8 }), (folders) => {
      const names = folderNames(folders)
      expect(new Set(names).size).toBe(folders.length)
      for (const [place, name] of names.entries()) expect(`${folders[place]}`.endsWith(`/${name}`)).toBe(true)
    }),
  )
})
