import { describe, expect, it } from 'vitest'
import { deviceTrouble, isWithoutSound, replacementOf, type WatchedDevice } from './device-watch.ts'
import { newMeter, nextMeter } from './level-meter.ts'

const heard = nextMeter(newMeter(0), { peak: 0.1, clipped: 0, atMs: 1_000 })
const silent = nextMeter(heard, { peak: 0, clipped: 0, atMs: 2_000 })
const device: WatchedDevice = {
  role: 'microphone',
  meter: heard,
  hasEnded: false,
  isListed: true,
  wasReopenedForZeros: false,
}

describe('a source that should give sound', () => {
  it('is without it when nothing comes, and where a microphone gives exact zeros', () => {
    expect(isWithoutSound('microphone', heard, 2_900)).toBe(false)
    expect(isWithoutSound('microphone', heard, 3_001)).toBe(true)
    expect(isWithoutSound('microphone', undefined, 0)).toBe(true)
    const zeros = { ...silent, lastBlockMs: 7_001 }
    expect(isWithoutSound('microphone', zeros, 7_000)).toBe(false)
    expect(isWithoutSound('microphone', zeros, 7_001)).toBe(true)
    expect(isWithoutSound('system', zeros, 7_001)).toBe(false)
  })

  it('is without it from its opening to its first sample', () => {
    const opened = nextMeter(newMeter(0), { peak: 0, clipped: 0, atMs: 80 })
    expect(isWithoutSound('microphone', opened, 80)).toBe(true)
    expect(isWithoutSound('system', opened, 80)).toBe(false)
    expect(isWithoutSound('microphone', nextMeter(opened, { peak: 0.01, clipped: 0, atMs: 160 }), 160)).toBe(
      false,
    )
  })
})

describe('a device', () => {
  it('that gives sound is left alone', () => {
    expect(deviceTrouble(device, 3_000)).toBeNull()
  })

  it('is gone when its track ends, and when the system no longer lists it though sound still comes', () => {
    expect(deviceTrouble({ ...device, hasEnded: true }, 1_000)).toBe('gone')
    expect(deviceTrouble({ ...device, isListed: false }, 1_000)).toBe('gone')
  })

  it('hangs when nothing comes for two seconds', () => {
    expect(deviceTrouble(device, 3_001)).toBe('stalled')
  })

  it('is opened anew once for exact zeros of a microphone, and never for a computer that plays nothing', () => {
    const late = { ...silent, lastBlockMs: 7_001 }
    expect(deviceTrouble({ ...device, meter: late }, 7_001)).toBe('zeros')
    expect(deviceTrouble({ ...device, meter: late, wasReopenedForZeros: true }, 7_001)).toBeNull()
    expect(deviceTrouble({ ...device, meter: late, role: 'system' }, 7_001)).toBeNull()
  })
})

it('the same device takes its own place, else the default one, else any', () => {
  const all = [
    { deviceId: 'a', label: 'Headset' },
    { deviceId: 'default', label: 'Default' },
  ]
  expect(replacementOf('Headset', all)?.deviceId).toBe('a')
  expect(replacementOf('USB', all)?.deviceId).toBe('default')
  expect(replacementOf('USB', all.slice(0, 1))?.deviceId).toBe('a')
  expect(replacementOf('USB', [])).toBeNull()
})
