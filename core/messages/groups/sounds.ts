import { messageGroup } from '../message-group.ts'

/** Texts about files of a recording's sound. */
export const sounds = messageGroup(
  {
    'progress.sound': 'writing the sound',
    'sound.loudness': '{reached} LUFS, was {was}; true peak {peak} dBTP',
    'sound.loudness.unknown':
      'Its loudness cannot be measured, as it is silent or too short: it was not changed.',
  },
  {
    'progress.sound': 'écriture du son',
    'sound.loudness': '{reached} LUFS, contre {was}\u202F; crête vraie {peak} dBTP',
    'sound.loudness.unknown':
      'Son niveau sonore ne peut pas être mesuré, car il est muet ou trop court\u00A0: il n’a pas été modifié.',
  },
)
