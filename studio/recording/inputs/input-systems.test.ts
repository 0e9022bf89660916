import { describe, expect, it } from 'vitest'
import { inputSystem, type SoundInput } from './input-systems.ts'
import { chosenInputs } from './list-inputs.ts'

const parsed = (platform: NodeJS.Platform, printed: string): SoundInput[] =>
  inputSystem(platform)?.parseList(printed) ?? []

describe('the inputs that ffmpeg lists', () => {
  it('of PulseAudio: monitors are what the computer plays', () => {
    const printed = `Auto-detected sources for pulse:
  alsa_output.pci-0000_00_1f.3.monitor [Monitor of Built-in Audio] (none)
* alsa_input.usb-Blue [Yeti (2) Stereo] (none)
`
    expect(parsed('linux', printed)).toEqual([
      {
        id: 'alsa_output.pci-0000_00_1f.3.monitor',
        name: 'Monitor of Built-in Audio',
        role: 'system',
        isDefault: false,
      },
      { id: 'alsa_input.usb-Blue', name: 'Yeti (2) Stereo', role: 'microphone', isDefault: true },
    ])
    expect(parsed('linux', 'Auto-detected sources for pulse:\nCannot list sources: Generic error\n')).toEqual(
      [],
    )
  })

  it('of macOS: only what is below the headline of audio', () => {
    const printed = `[AVFoundation indev @ 0x7f8] AVFoundation video devices:
[AVFoundation indev @ 0x7f8] [0] FaceTime HD Camera
[AVFoundation indev @ 0x7f8] AVFoundation audio devices:
[AVFoundation indev @ 0x7f8] [0] MacBook Pro Microphone
[AVFoundation indev @ 0x7f8] [1] BlackHole 2ch
: Input/output error
`
    expect(parsed('darwin', printed).map(({ id, isDefault }) => [id, isDefault])).toEqual([
      ['MacBook Pro Microphone', true],
      ['BlackHole 2ch', false],
    ])
    expect(inputSystem('darwin')?.openWords('BlackHole 2ch')).toEqual([
      '-f',
      'avfoundation',
      '-i',
      ':BlackHole 2ch',
    ])
  })

  it.each([
    `[dshow @ 01] "Integrated Camera" (video)
[dshow @ 01]   Alternative name "@device_pnp_1"
[dshow @ 01] "Microphone (Realtek(R) Audio)" (audio)
[dshow @ 01]   Alternative name "@device_cm_2"
dummy: Immediate exit requested\r\n`,
    `[dshow @ 01] DirectShow video devices (some may be both video and audio devices)
[dshow @ 01]  "Integrated Camera"
[dshow @ 01] DirectShow audio devices
[dshow @ 01]  "Microphone (Realtek(R) Audio)"
[dshow @ 01]     Alternative name "@device_cm_2"\r\n`,
  ])('of Windows, newer and older', (printed) => {
    expect(parsed('win32', printed)).toEqual([
      {
        id: 'Microphone (Realtek(R) Audio)',
        name: 'Microphone (Realtek(R) Audio)',
        role: 'microphone',
        isDefault: true,
      },
    ])
  })

  it('are none on other systems', () => {
    expect(inputSystem('aix')).toBeNull()
  })
})

it('an input is chosen by id or name; without one the default', () => {
  const inputs = parsed('linux', '  a.monitor [Speakers] (none)\n* mic [Café] (none)\n')
  expect(chosenInputs(inputs, []).map(({ id }) => id)).toEqual(['mic'])
  expect(chosenInputs(inputs, ['speakers', 'CAFE\u0301']).map(({ id }) => id)).toEqual(['a.monitor', 'mic'])
  expect(() => chosenInputs(inputs, ['other'])).toThrow('recorder.no-such-device')
})
