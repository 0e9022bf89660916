// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { fakeSound } from '../testing/fake-sound.ts'
import type { DeviceNews } from './source-slot.ts'
import { Sources } from './sources.ts'

async function opened() {
  const sound = fakeSound()
  const news: DeviceNews[] = []
  const clock = sound.system.createClock()
  const sources = new Sources({
    system: sound.system,
    clock,
    onSlots: () => {},
    onInputs: () => {},
    onMeters: () => {},
    onSound: () => {},
    onDevice: (one) => news.push(one),
  })
  const input = sources.add('microphone', null)?.input ?? -1
  await sources.open(input, null)
  const slot = () => sources.slots.find((one) => one.input === input)
  return { sound, sources, input, slot, news }
}

/** Inputs opened from now on wait for the returned function. */
function holdOpening(sound: ReturnType<typeof fakeSound>): () => void {
  const { promise, resolve } = Promise.withResolvers<void>()
  sound.opens = promise
  return resolve
}

describe('a source that was switched off stays off', () => {
  it('while its device is replaced', async () => {
    const { sound, sources, input, slot, news } = await opened()
    sound.unplug('Headset')
    const open = holdOpening(sound)
    const look = sources.look()
    await sources.switchOff(input)
    open()
    await look
    expect(slot()).toMatchObject({ state: 'off', label: '' })
    expect(sound.openTracks()).toEqual([])
    expect(news).toEqual([])
  })

  it('while its device is opened', async () => {
    const { sound, sources, input, slot } = await opened()
    const open = holdOpening(sound)
    const opening = sources.open(input, 'b')
    await sources.switchOff(input)
    open()
    await opening
    expect(slot()).toMatchObject({ state: 'off' })
    expect(sound.openTracks()).toEqual([])
  })

  it('while the device that failed is opened again', async () => {
    const { sound, sources, input, slot } = await opened()
    const { inputs } = sound
    sound.inputs = []
    sound.unplug('Headset')
    await sources.look()
    expect(slot()).toMatchObject({ state: 'failed' })
    sound.inputs = inputs
    const open = holdOpening(sound)
    const reopening = sources.reopen([input])
    await sources.switchOff(input)
    open()
    await reopening
    expect(slot()).toMatchObject({ state: 'off' })
    expect(sound.openTracks()).toEqual([])
  })
})

describe('a device that was unplugged', () => {
  async function unplugged() {
    const one = await opened()
    const { inputs } = one.sound
    one.sound.play()
    one.sound.inputs = []
    one.sound.unplug('Headset')
    await one.sources.look()
    await one.sources.look()
    expect(one.news).toEqual([{ kind: 'lost', input: one.input, gone: 'Headset' }])
    return { ...one, plugIn: () => (one.sound.inputs = inputs) }
  }

  it('is opened again as soon as it is plugged in', async () => {
    const { sources, slot, news, plugIn } = await unplugged()
    plugIn()
    await sources.look()
    expect(slot()).toMatchObject({ state: 'on', label: 'Headset' })
    expect(news.at(-1)).toMatchObject({ kind: 'replaced', gone: 'Headset', by: 'Headset' })
  })

  it('counts as silent until sound comes from it', async () => {
    const { sound, sources, input, plugIn } = await unplugged()
    plugIn()
    await sources.reopen([input])
    expect(sources.meters.get(input)?.hasSounded).toBe(false)
    sound.play(0)
    expect(sources.meters.get(input)?.hasSounded).toBe(false)
    sound.play()
    expect(sources.meters.get(input)?.hasSounded).toBe(true)
  })
})
