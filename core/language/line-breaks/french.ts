import { type LineBreakWords, metricUnits, words } from './words.ts'

export const french: LineBreakWords = {
  noBreakAfter: words(
    "le la les l' un une des du de d' au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur",
    'nos vos leurs quel quelle quels quelles chaque quelques plusieurs aucun aucune tout toute tous toutes',
    'à en dans par pour sur sous avec sans chez vers entre contre depuis pendant avant après dès',
    "jusqu' malgré selon",
    "et ou mais donc or ni car que qu' quand lorsque puisque si comme",
    "je j' tu il elle on nous vous ils elles qui me m' te t' se s' ne n' y lui",
    'ai as a avons avez ont avait suis es est sommes êtes sont était vais va vont peut doit',
    'm mme mlle me pr dr',
    // Forms of the auxiliaries and elisions above that are written as one word.
    "c'est c'était j'ai t'as l'a l'ont n'ai n'est n'a n'ont n'avait d'un d'une qu'un qu'une qu'il qu'elle qu'on",
    "qu'ils qu'elles s'il s'ils avais avions aviez avaient étais étions étaient très trop plus moins aussi",
    // Adjectives that precede their noun.
    'ancien ancienne anciens anciennes petit petite petits petites grand grande grands grandes bon bonne bons',
    'bonnes nouveau nouvel nouvelle nouveaux nouvelles vieux vieil vieille beau bel belle beaux belles jeune',
    'jeunes gros grosse premier première derniers dernière dernier dernières autre autres même mêmes',
  ),
  noBreakBefore: words('moi toi'),
  breakBefore: words(
    'et ou mais donc or ni car que quand lorsque puisque si comme qui dont où parce',
    'à dans par pour sur sous avec sans chez vers entre contre depuis pendant avant après dès malgré selon',
    "qu'il qu'elle qu'on qu'ils qu'elles qu'un qu'une s'il s'ils",
  ),
  titles: words('m mm mme mmes mlle me pr dr st ste'),
  calendar: words(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
  ),
  units: words(
    metricUnits,
    'pour cent degrés euros dollars francs centimes mètres kilomètres centimètres grammes kilos tonnes litres',
    'secondes minutes heures jours semaines mois ans années cents mille millions milliards',
    'seconde minute heure jour semaine an année million milliard',
  ),
  negationEnds: words('pas plus jamais rien point guère personne aucun aucune'),
}
