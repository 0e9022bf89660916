import { messageGroup } from '../message-group.ts'

/** Texts about videos with captions. */
export const captionedVideo = messageGroup(
  {
    'progress.video': 'writing the video',
    'progress.page-sound': 'preparing the sound',
    'video.track-title': 'Captions',
    'video.left-out': 'Left out, as {container} has no place for it: {codecs}.',
    'error.video.no-media': 'No recording was given for {file}, and none of the same name is beside it.',
    'error.video.no-media.remedy': 'Name it with --media FILE.',
    'error.video.no-picture': '{file} has no moving picture that captions could be burned into.',
    'error.video.no-picture.remedy': 'Choose mp4 or mkv: a captions track beside the sound.',
    'error.video.no-captions': 'There are no captions to add to {file}.',
    'error.video.no-captions.remedy': 'Choose a file with captions.',
    'error.video.container':
      '{container, select, mp4 {MP4} other {Matroska (MKV)}} cannot hold what {file} contains{codec, select, unknown {} other { ({codec})}}.',
    'error.video.container.remedy':
      '{container, select, mp4 {Matroska can: choose mkv. Or burn the captions into the picture: choose burn.} other {MP4 may: choose mp4. Or burn the captions into the picture: choose burn.}}',
    'error.video.failed': 'ffmpeg could not write {file} with captions.',
    'error.video.failed.remedy':
      'The details are what ffmpeg says. Check whether another program plays the file to its end.',
    'error.video.no-encoder': 'The installed ffmpeg has no encoder for video in MP4.',
    'error.video.no-encoder.remedy': 'Install a complete ffmpeg, or set FFMPEG_PATH to one.',
    'error.ffmpeg.no-libass': 'The installed ffmpeg cannot draw captions: it was built without libass.',
    'error.ffmpeg.no-libass.remedy':
      'Install a complete ffmpeg, or set FFMPEG_PATH to one. The formats mp4 and mkv do not need it.',
  },
  {
    'progress.video': 'écriture de la vidéo',
    'progress.page-sound': 'préparation du son',
    'video.track-title': 'Sous-titres',
    'video.left-out': 'Écarté, car {container} ne peut pas le contenir\u00A0: {codecs}.',
    'error.video.no-media':
      'Aucun enregistrement n’a été indiqué pour {file}, et il n’y en a aucun du même nom à côté.',
    'error.video.no-media.remedy': 'Indiquez-le avec --media FICHIER.',
    'error.video.no-picture': '{file} n’a pas d’images animées dans lesquelles incruster des sous-titres.',
    'error.video.no-picture.remedy': 'Choisissez mp4 ou mkv\u00A0: une piste de sous-titres à côté du son.',
    'error.video.no-captions': 'Il n’y a aucun sous-titre à ajouter à {file}.',
    'error.video.no-captions.remedy': 'Choisissez un fichier qui contient des sous-titres.',
    'error.video.container':
      '{container, select, mp4 {MP4} other {Matroska (MKV)}} ne peut pas contenir ce que contient {file}{codec, select, unknown {} other { ({codec})}}.',
    'error.video.container.remedy':
      '{container, select, mp4 {Matroska le peut\u00A0: choisissez mkv. Ou incrustez les sous-titres dans l’image\u00A0: choisissez burn.} other {MP4 le peut peut-être\u00A0: choisissez mp4. Ou incrustez les sous-titres dans l’image\u00A0: choisissez burn.}}',
    'error.video.failed': 'ffmpeg n’a pas pu écrire {file} avec des sous-titres.',
    'error.video.failed.remedy':
      'Les détails sont ce que dit ffmpeg. Vérifiez qu’un autre logiciel lit le fichier jusqu’à sa fin.',
    'error.video.no-encoder': 'Le ffmpeg installé n’a aucun encodeur de vidéo pour MP4.',
    'error.video.no-encoder.remedy': 'Installez un ffmpeg complet, ou indiquez son chemin dans FFMPEG_PATH.',
    'error.ffmpeg.no-libass':
      'Le ffmpeg installé ne sait pas dessiner de sous-titres\u00A0: il a été compilé sans libass.',
    'error.ffmpeg.no-libass.remedy':
      'Installez un ffmpeg complet, ou indiquez son chemin dans FFMPEG_PATH. Les formats mp4 et mkv n’en ont pas besoin.',
  },
)
