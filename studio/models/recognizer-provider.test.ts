import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { recognizerProvider } from './recognizer-provider.ts'

describe('recognizerProvider', () => {
  it('names a file of options that is there, in the form that sherpa-onnx reads', async () => {
    const [, file = ''] = /^cpu:(.+)$/u.exec(recognizerProvider()) ?? []
    const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => !/^(?:#|$)/u.test(line))
    expect(lines).toEqual(['EnableMemPattern=0'])
  })

  it('names none where sherpa-onnx could not open it and would end the process', () => {
    expect(recognizerProvider('C:\\Users\\Zoë\\Parolo\\resources', 'win32')).toBe('cpu')
    expect(recognizerProvider('C:\\Program Files\\Parolo\\resources', 'win32')).toMatch(/^cpu:C:\\Program/u)
    expect(recognizerProvider('/home/Zoë/resources', 'linux')).toMatch(/^cpu:\/home\/Zoë/u)
  })
})
