import { messageGroup } from '../message-group.ts'

/** Texts about videos with captions. */
export const captionedVideo = messageGroup(
  {
    'progress.video': 'writing the video',
    'progress.page-sound': 'preparing the sound',
    'video.track-title': 'Captions',
    'video.left-out': 'Left out, as {container} cannot contain it: {codecs}.',
  },
  {
    'progress.video': 'écriture de la vidéo',
    'progress.page-sound': 'préparation du son',
    'video.track-title': 'Sous-titres',
    'video.left-out': 'Écarté, car {container} ne peut pas le contenir\u00A0: {codecs}.',
  },
)
