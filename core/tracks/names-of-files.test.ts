import { describe, expect, it } from 'vitest'
import { namesOfFiles } from './names-of-files.ts'

describe('namesOfFiles', () => {
  it.each([
    [
      ['1-anna_0.flac', '2-ben_0.flac'],
      ['anna', 'ben'],
    ],
    [
      ['riverside_anna-lee_raw.wav', 'riverside_ben_raw.wav'],
      ['anna lee', 'ben'],
    ],
    [
      ['Anna.wav', 'Ben.wav'],
      ['Anna', 'Ben'],
    ],
    [
      ['01.wav', '02.wav'],
      ['01', '02'],
    ],
    [
      ['talk.wav', 'talk.mp3'],
      ['talk', 'talk'],
    ],
    [['one.wav'], ['one']],
  ])('of %j are %j', (files, names) => expect(namesOfFiles(files)).toEqual(names))
})
