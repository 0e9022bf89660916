import { describe, expect, it } from 'vitest'
import { TICKET_OUTLIVES_PAGE_MS, Tickets } from './tickets.ts'
import { hashOf } from './token.ts'

const [one, other] = [hashOf('one page'), hashOf('another page')]
const SOUND = '/media/r/sound'

const atTime = () => {
  const clock = { ms: 1_000_000 }
  return { clock, tickets: new Tickets(() => clock.ms) }
}

describe('a ticket', () => {
  it('is for one path, and no word of it can be changed', () => {
    const { tickets } = atTime()
    const ticket = tickets.issue(one, SOUND) ?? ''
    expect(tickets.admits(SOUND, ticket)).toBe(true)
    for (const path of ['/media/r/original', '/media/q/sound', `${SOUND}/`, '/films/r', ''])
      expect([path, tickets.admits(path, ticket)]).toEqual([path, false])
    const [id, signature = ''] = ticket.split('.')
    const [otherId] = (tickets.issue(other, SOUND) ?? '').split('.')
    for (const wrong of [
      '',
      id,
      `${id}.`,
      `${otherId}.${signature}`,
      `${id}.${signature.slice(1)}A`,
      `${ticket}A`,
    ])
      expect([wrong, tickets.admits(SOUND, wrong ?? '')]).toEqual([wrong, false])
    expect(ticket).not.toContain(one.toString('hex').slice(0, 16))
  })

  it('is given for sounds, pictures and films alone', () => {
    const { tickets } = atTime()
    for (const path of [
      '/',
      '/rpc',
      '/import/x',
      '/enter',
      '/media/',
      '/media/r/sound?x=1',
      'http://x/media/r',
    ])
      expect([path, tickets.issue(one, path)]).toEqual([path, null])
    expect(tickets.issue(one, '/films/j')).not.toBeNull()
  })

  it('lasts as long as its page is open, however long that is, and ends two minutes after', () => {
    const { clock, tickets } = atTime()
    const [leave, leaveToo] = [tickets.connect(one), tickets.connect(one)]
    const ticket = tickets.issue(one, SOUND) ?? ''
    clock.ms += 9 * 60 * 60_000
    expect(tickets.admits(SOUND, ticket)).toBe(true)
    leave()
    clock.ms += TICKET_OUTLIVES_PAGE_MS
    expect(tickets.admits(SOUND, ticket)).toBe(true)
    leaveToo()
    clock.ms += TICKET_OUTLIVES_PAGE_MS - 1
    expect(tickets.admits(SOUND, ticket)).toBe(true)
    clock.ms += 1
    expect(tickets.admits(SOUND, ticket)).toBe(false)
    // The same page comes back, as after a sleep.
    tickets.connect(one)
    expect(tickets.admits(SOUND, ticket)).toBe(true)
  })

  it('is valid at a host that was started again, once its page is there', () => {
    const ticket = atTime().tickets.issue(one, SOUND) ?? ''
    const { tickets } = atTime()
    tickets.connect(other)
    expect(tickets.admits(SOUND, ticket)).toBe(false)
    tickets.connect(one)
    expect(tickets.admits(SOUND, ticket)).toBe(true)
  })
})
