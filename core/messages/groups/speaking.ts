import { messageGroup } from '../message-group.ts'

/** Speaking time. */
export const speaking = messageGroup(
  {
    'speaking.title': 'Speaking time',
    'speaking.of': 'Of',
    'speaking.whole': 'Whole transcript',
    'speaking.selection': 'Selection',
    'speaking.selection.none': 'To choose a stretch, select words or drag over the wave below the text.',
    'speaking.none': 'Nobody has been heard yet.',
    'speaking.row': '{time} in {turns, plural, one {# turn} other {# turns}}, longest {longest}',
    'speaking.thread': '{turns, plural, one {# turn} other {# turns}}, {time} in all',
    'speaking.silence': 'Silence',
    'speaking.overlaps': 'Overlaps',
    'speaking.overlaps.value':
      '{places, plural, =0 {none} one {{time} in # place} other {{time} in # places}}',
    'speaking.note':
      'Stitches on one strand are one turn: a breath or a short word from somebody else does not end it. Overlaps count for both.',
    'speaking.running':
      'Words are counted up to {time} of {duration} so far; they follow the writing and your corrections.',
    'speaking.sum.one': '{a} speaks for {time} of the {duration}.',
    'speaking.sum.two': '{a} and {b} speak for {time} of the {duration}.',
    'speaking.sum.most-turns': '{a} takes the most turns.',
    'speaking.copy': 'Copy',
    'speaking.copied': 'The table is copied.',
    'speaking.save': 'Save as…',
    'speaking.save.csv': 'Table (CSV)',
    'speaking.save.png': 'Picture (PNG)',
    'speaking.saved': '“{file}” is saved.',
    'speaking.file': '{title} - speaking time',
    'speaking.straight': 'Threads pulled straight',
    'speaking.straight.note':
      'Everyone’s speech laid end to end, in the order it came. Stitches on one strand are one turn.',
    'speaking.course': 'In the course of the recording',
    'speaking.course.thread': 'Who speaks when',
    'speaking.table': 'Speaking time as a table',
    'speaking.speaker': 'Speaker',
    'speaking.time': 'Time',
    'speaking.share': 'Share',
    'speaking.turns': 'Turns',
    'speaking.longest': 'Longest turn',
    'speaking.pace': 'Words a minute',
    'speaking.over': 'Over others',
    'speaking.nobody': 'Nobody',
    'speaking.table.note':
      'Share is of all speech. A turn ends with a pause of 5 s, or once others have spoken for 1 s in a shorter one; its length includes its pauses, speaking time does not. Where two talk at once, the time counts for both. Parolo measures to about a fifth of a second and does not say who interrupts whom.',
  },
  {
    'speaking.title': 'Temps de parole',
    'speaking.of': 'De',
    'speaking.whole': 'En tout',
    'speaking.selection': 'Sélection',
    'speaking.selection.none':
      'Pour choisir un passage, sélectionnez des mots ou glissez sur l’onde sous le texte.',
    'speaking.none': 'Personne n’a encore été entendu.',
    'speaking.row':
      '{time} en {turns, plural, one {# prise de parole} other {# prises de parole}}, la plus longue {longest}',
    'speaking.thread': '{turns, plural, one {# prise de parole} other {# prises de parole}}, {time} en tout',
    'speaking.silence': 'Silence',
    'speaking.overlaps': 'Chevauchements',
    'speaking.overlaps.value': '{places, plural, =0 {aucun} one {{time} en # fois} other {{time} en # fois}}',
    'speaking.note':
      'Les points reliés par un fil forment une prise de parole\u202F: ni un souffle ni un mot bref d’une autre personne ne l’interrompt. Les chevauchements comptent pour chacun.',
    'speaking.running':
      'Les mots sont comptés jusqu’à {time} sur {duration}\u202F; ils suivent l’écriture et vos corrections.',
    'speaking.sum.one': '{a} parle pendant {time} sur {duration}.',
    'speaking.sum.two': '{a} et {b} parlent pendant {time} sur {duration}.',
    'speaking.sum.most-turns': '{a} prend le plus souvent la parole.',
    'speaking.copy': 'Copier',
    'speaking.copied': 'Le tableau est copié.',
    'speaking.save': 'Enregistrer sous…',
    'speaking.save.csv': 'Tableau (CSV)',
    'speaking.save.png': 'Image (PNG)',
    'speaking.saved': '«\u00A0{file}\u00A0» est enregistré.',
    'speaking.file': '{title} - temps de parole',
    'speaking.straight': 'Les fils tendus',
    'speaking.straight.note':
      'La parole de chacun, bout à bout, dans l’ordre. Les points reliés par un fil forment une prise de parole.',
    'speaking.course': 'Au fil de l’enregistrement',
    'speaking.course.thread': 'Qui parle quand',
    'speaking.table': 'Le temps de parole en tableau',
    'speaking.speaker': 'Intervenant',
    'speaking.time': 'Temps',
    'speaking.share': 'Part',
    'speaking.turns': 'Prises de parole',
    'speaking.longest': 'La plus longue',
    'speaking.pace': 'Mots par minute',
    'speaking.over': 'Sur d’autres',
    'speaking.nobody': 'Personne',
    'speaking.table.note':
      'La part est celle de toute la parole. Une prise de parole s’arrête après 5 s de pause, ou dès que d’autres ont parlé 1 s pendant une pause plus courte\u202F; sa durée comprend ses pauses, le temps de parole non. Quand deux personnes parlent à la fois, le temps compte pour chacune. Parolo mesure à un cinquième de seconde près et ne dit pas qui interrompt qui.',
  },
)
