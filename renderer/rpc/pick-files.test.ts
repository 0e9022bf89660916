// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest'
import { pickFiles } from './pick-files.ts'

afterEach(() => vi.restoreAllMocks())

it('offers recordings and every text that can be opened', async () => {
  let offered = ''
  vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
    offered = this.accept
    this.dispatchEvent(new Event('cancel'))
  })
  await pickFiles({ several: true })
  expect(offered.split(',')).toEqual(
    expect.arrayContaining(['.mp3', '.mka', '.vtt', '.webvtt', '.docx', '.text', '.json']),
  )
})
