import { messageGroup } from '../message-group.ts'

/** The small strip above all windows while the program records, and the icon in the system's tray. */
export const strip = messageGroup(
  {
    'strip.small': 'Small window',
    'strip.title': 'Recording: {title}',
    'strip.back': '{time} recorded. Show Parolo',
    'strip.silent': 'Silent {time}',
    'strip.marked': 'Marked at {time}',
    'strip.text': 'Text (Enter)',
    'tray.show': 'Show Parolo',
    'tray.recording': '{title}, recording',
    'tray.paused': '{title}, paused',
  },
  {
    'strip.small': 'Petite fenêtre',
    'strip.title': 'Enregistrement\u00A0: {title}',
    'strip.back': '{time} enregistrés. Afficher Parolo',
    'strip.silent': 'Silence {time}',
    'strip.marked': 'Moment à {time}',
    'strip.text': 'Texte (Entrée)',
    'tray.show': 'Afficher Parolo',
    'tray.recording': '{title}, en cours d’enregistrement',
    'tray.paused': '{title}, en pause',
  },
)
