import { expect, test } from 'vitest'
import { languageOfText } from './language-of-text.ts'

test.each([
  ['en', 'It is what they have, and the rest of it was not for you.'],
  ['fr', 'Il est dans la maison avec une amie, mais elle ne sait pas que vous êtes là.'],
  ['de', 'Das ist nicht der Grund, und wir sind auch mit dem Auto da.'],
  ['es', 'Los niños están en la casa con el perro, pero no es muy grande y se van.'],
  ['ja', 'これ は 何 です か'],
  ['ru', 'Что это такое?'],
  [null, 'Rosa Keller, Mill Street, 1932.'],
  [null, ''],
])('%s: %s', (language, text) => {
  expect(languageOfText(text.split(' '))).toBe(language)
})
