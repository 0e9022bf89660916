import { describe, expect, it } from 'vitest'
import type { StudioEvent } from '#contracts/events'
import type { FromPage } from '#contracts/wire'
import { createCallChannel } from './call-channel.ts'

function channel() {
  const sent: FromPage[] = []
  const made = createCallChannel({ send: (message) => sent.push(message), language: () => 'fr' })
  return { ...made, sent }
}
const event = (seq: number, kind: StudioEvent['kind'] = 'job-progress'): StudioEvent => ({
  seq,
  kind,
  touched: {},
})

describe('a call channel', () => {
  it('keeps what is asked before it is up, and asks for events first', async () => {
    const { client, opened, receive, sent } = channel()
    const answer = client.call('jobs.list', {})
    expect(sent).toEqual([])
    opened()
    expect(sent).toEqual([
      { kind: 'watch', since: null },
      { kind: 'call', number: 1, name: 'jobs.list', input: {}, language: 'fr', locale: navigator.language },
    ])
    receive({ kind: 'done', number: 1, output: [] })
    await expect(answer).resolves.toEqual([])
  })

  it('gives each answer to its own question, in whatever order they come', async () => {
    const { client, opened, receive } = channel()
    opened()
    const [first, second] = [client.call('jobs.list', {}), client.call('models.list', {})]
    receive({ kind: 'done', number: 2, output: ['models'] })
    receive({ kind: 'done', number: 1, output: ['jobs'] })
    await expect(first).resolves.toEqual(['jobs'])
    await expect(second).resolves.toEqual(['models'])
  })

  it('rejects with what the studio said', async () => {
    const { client, opened, receive } = channel()
    opened()
    const answer = client.call('jobs.list', {})
    const error = { code: 'library.busy', message: 'occupée' } as const
    receive({ kind: 'failed', number: 1, error })
    await expect(answer).rejects.toMatchObject({ name: 'CallFailed', error })
  })

  it('cancels at the studio what is no longer wanted', async () => {
    const { client, opened, sent, receive } = channel()
    opened()
    const stop = new AbortController()
    const answer = client.call('jobs.list', {}, { signal: stop.signal })
    stop.abort(new Error('enough'))
    await expect(answer).rejects.toThrow('enough')
    expect(sent.at(-1)).toEqual({ kind: 'cancel', number: 1 })
    // Nobody receives an answer that was on its way.
    receive({ kind: 'done', number: 1, output: [] })
  })

  it('never sends what was cancelled before it was up', async () => {
    const { client, opened, sent } = channel()
    const stop = new AbortController()
    const answer = client.call('jobs.list', {}, { signal: stop.signal })
    stop.abort(new Error('enough'))
    await expect(answer).rejects.toThrow('enough')
    opened()
    expect(sent).toEqual([{ kind: 'watch', since: null }])
  })

  it('fails what is in flight when the connection is lost, and goes on from the last event', async () => {
    const { client, opened, receive, lost, sent } = channel()
    const states: string[] = []
    client.onConnection((state) => states.push(state))
    opened()
    receive({ kind: 'events', events: [event(7), event(9)] })
    const answer = client.call('jobs.list', {})
    lost()
    await expect(answer).rejects.toMatchObject({ error: { code: 'connection.lost' } })
    await expect(client.call('jobs.list', {})).rejects.toMatchObject({ error: { code: 'connection.lost' } })
    opened()
    expect(sent.at(-1)).toEqual({ kind: 'watch', since: 9 })
    expect(states).toEqual(['connected', 'lost', 'connected'])
  })

  it('tells each event once, and of those that were missed', () => {
    const { client, opened, receive } = channel()
    const heard: string[] = []
    const off = client.onEvent(({ seq, kind }) => heard.push(`${seq} ${kind}`))
    opened()
    receive({ kind: 'events', events: [event(1), event(2), event(2), event(1)] })
    receive({ kind: 'events', events: [event(2, 'events-missed'), event(3)] })
    off()
    receive({ kind: 'events', events: [event(4)] })
    expect(heard).toEqual(['1 job-progress', '2 job-progress', '2 events-missed', '3 job-progress'])
  })
})
