import path from 'node:path'
import { expect, it } from 'vitest'
import { filesIn } from './opened-files.ts'

it('takes files from the place where the program was started, and neither options nor the program itself', () => {
  const home = path.resolve('/home/nora')
  expect(filesIn(['--no-sandbox', '.', 'talk.mp3', '/srv/b.wav', ''], home, home)).toEqual([
    path.join(home, 'talk.mp3'),
    path.resolve('/srv/b.wav'),
  ])
})
