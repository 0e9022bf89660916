/**
 * A name, and two ways in which a recognizer that does not know it may write it; written for this project.
 */
export interface MadeUpName {
  readonly term: string
  readonly heard: readonly [string, string]
}

export interface MadeUpTalk {
  readonly language: 'en' | 'fr'
  readonly names: readonly MadeUpName[]
  /** Sentences with a placeholder `*` for a name. */
  readonly sentences: readonly string[]
}

const name = (term: string, first: string, second: string): MadeUpName => ({ term, heard: [first, second] })

/** Each name is said twice, in alternating sentences. */
export const madeUpTalks: readonly MadeUpTalk[] = [
  {
    language: 'en',
    names: [
      name('Parolo', 'par olo', 'Barolo'),
      name('Okonjo', 'Oh Kondo', 'a congo'),
      name('Fennick', 'Fenwick', 'phonic'),
      name('Idris Haverty', 'address Haverty', 'Idris have a tea'),
      name('Nkemelu', 'and Camelu', 'Kemalu'),
      name('Szczepanski', 'Stepansky', 'Cheponsky'),
      name('Rautavaara', 'Rauta Vara', 'route of Ara'),
      name('Kubernetes', 'Cuban Eighties', 'cooper nettys'),
      name('Postgres', 'post grass', 'post dress'),
      name('Ebenezer Ademesoye', 'Ebenezer Adam is soya', 'Ebenezer Adame soy'),
      name('Duguid', 'do good', 'Dugood'),
      name('Tamsin Wray', 'Thompson Ray', 'Tamsin Ray'),
      name('Llandaff', 'Landoff', 'land of'),
      name('Beauchamp', 'Beecham', 'bow champ'),
      name('Mirembe', 'Mirambe', 'Miriam be'),
      name('Caius Thorley', 'Kaius Thorley', 'Keys Thorley'),
      name('sherpa-onnx', 'sherpa onyx', 'Sherpa on X'),
      name('Quillfeather', 'quill feather', 'Queen Feather'),
      name('Ashgrove Lane', 'ash grove lane', 'Ash Growth Lane'),
      name('Velkommen', 'welcome in', 'Valcommon'),
      name('Zhenya', 'Jenya', 'Shenya'),
      name('Dunmurry', 'Done Murray', 'Dunmary'),
      name('oxlint', 'ox lint', 'Oaks lint'),
      name('Hathersage', 'heather sage', 'Hattersage'),
      name('Ferreira', 'for era', 'Ferrera'),
    ],
    sentences: [
      'I talked about it with * before the meeting began.',
      'Then somebody said that * would know how the old heating works.',
      'We have to ask * again, because nobody wrote it down last year.',
      'Without * there is no way that this is ready by the end of March.',
      'So the second point today is * and what it costs us every month.',
    ],
  },
  {
    language: 'fr',
    names: [
      name('Parolo', 'par au lo', 'parole eau'),
      name('Guennoc', 'Guénoc', 'gainoc'),
      name('Maëlle Kerbrat', 'Maëlle Kerbra', 'ma elle carbra'),
      name('Thibault Sarrazin', 'Thibaud Sarazin', 'Tibo sarasin'),
      name('Plouézec', 'plouezec', 'plus et sec'),
      name('Anouk Delcourt', 'Anouk de la cour', 'Annouc Delcour'),
      name('Wassim Benhaddou', 'Wassim Ben Adou', 'ouassim Bénadou'),
      name('Ndiaye', "N'Diaille", 'ndiaï'),
      name('Szymanowski', 'Chimanovski', 'Simanosky'),
      name('Roscanvel', 'rosse canvelle', 'Ross Canvel'),
      name('Quimperlé', 'quand perlé', 'Kimperlé'),
      name('Lescoat', 'les coites', 'Lescoate'),
      name('Hauterive', 'haute rive', 'autrive'),
      name('Bouchoucha', 'Bouchoucah', 'bouchou chat'),
      name('Le Goff', 'le golf', 'Legof'),
      name('Sainte-Adresse', 'sainte adresse', 'Saint Adrès'),
      name('Kowalczyk', 'Kovalchik', 'Cowalchic'),
      name('Yaoundé', 'Yaoundet', 'ya oundé'),
      name('Dutertre', 'du tertre', 'Dutairtre'),
      name('Mbappé', 'Embapé', 'bappé'),
      name('Villeurbanne', 'ville urbaine', 'Villeurbane'),
      name('Zinedine Ouali', 'Zinédine Wally', 'Zinedine Walli'),
      name('Ambroise Quélen', 'Ambroise Kélène', 'Ambroise quel hein'),
      name('Fauconnier', 'Foconnier', 'faut connier'),
      name('Trégastel', 'très castel', 'Trégastelle'),
    ],
    sentences: [
      'On en a parlé avec * avant le début de la réunion.',
      'Ensuite quelqu’un a dit que * saurait comment marche le vieux chauffage.',
      'Il faut redemander à * parce que personne ne l’a noté l’année dernière.',
      'Sans * ce ne sera jamais prêt pour la fin du mois de mars.',
      'Le deuxième point, c’est * et ce que cela nous coûte tous les mois.',
    ],
  },
]
