import { describe, expect, it } from 'vitest'
import { conversation } from '#core/edits/testing/samples'
import { fakeSession } from '../../sound/testing/fake-session.ts'
import { renameVoice } from './rename-voice.ts'

const namesIn = (session: ReturnType<typeof fakeSession>): (string | null)[] =>
  session.state.transcript.speakers.map(({ name }) => name)

describe('renameVoice', () => {
  it('names a voice, and takes its name away', () => {
    const session = fakeSession(conversation())
    expect(renameVoice(session, 's2', ' Ben ')).toBeNull()
    expect(namesIn(session)).toEqual(['Anna', 'Ben'])
    renameVoice(session, 's1', ' ')
    expect(namesIn(session)).toEqual([null, 'Ben'])
  })

  it('a name that another voice has changes nothing: the two may be one', () => {
    const session = fakeSession(conversation())
    expect(renameVoice(session, 's2', 'ánna')).toBe('s1')
    expect(namesIn(session)).toEqual(['Anna', null])
  })

  it('the same name again is no step', () => {
    const session = fakeSession(conversation())
    const before = session.state.transcript
    expect(renameVoice(session, 's1', 'Anna')).toBeNull()
    expect(renameVoice(session, 's1', 'ANNA')).toBeNull()
    expect(namesIn(session)).toEqual(['ANNA', null])
    expect(before.speakers[0]?.name).toBe('Anna')
  })
})
