import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { playedExtensions } from '#core/formats/media-files'
import { associatedExtensions } from '#core/formats/reading/read-files'

test('the installed program offers to open the files that the formats say', async () => {
  const lines = (await readFile('electron-builder.yml', 'utf8')).matchAll(
    /^ {2}- \{\s+ext: (?:\[(.+?)\]|([^,]+)),/gmu,
  )
  const written = [...lines].map(([, several, one]) => several?.split(', ') ?? [one])
  const [transcripts, ...others] = written
  const isOwn = (extension: string): boolean => extension.endsWith('json')
  const texts = associatedExtensions().flat()
  expect(transcripts).toEqual(texts.filter(isOwn))
  expect(others).toEqual([
    texts.filter((extension) => !isOwn(extension)),
    playedExtensions(false),
    playedExtensions(true),
  ])
})
