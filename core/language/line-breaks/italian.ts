import { type LineBreakWords, metricUnits, words } from './words.ts'

/**
 * Simple prepositions and those joined with articles (givemeachance.it, guida grammaticale: le preposizioni semplici e
 * articolate), articles with their elided forms, determiners, conjunctions, clitic and subject pronouns, forms of the
 * auxiliaries; "non" before its verb.
 */
export const italian: LineBreakWords = {
  noBreakAfter: words(
    "il lo la l' i gli le un uno una un' questo questa questi queste quest' quel quello quella quei quegli quelle quell'",
    'mio mia miei mie tuo tua tuoi tue suo sua suoi sue nostro nostra nostri nostre vostro vostra vostri vostre loro',
    'ogni qualche alcuni alcune nessun nessuno nessuna tutto tutta tutti tutte molto molta molti molte poco poca pochi poche',
    'altro altra altri altre quale quali quanto quanta quanti quante',
    'di a da in con su per tra fra verso dopo prima durante senza sotto sopra dentro contro presso secondo',
    "del dello della dell' dei degli delle al allo alla all' ai agli alle dal dallo dalla dall' dai dagli dalle",
    "nel nello nella nell' nei negli nelle sul sullo sulla sull' sui sugli sulle col coi d'",
    'e ed o oppure ma però né che se perché poiché quando mentre come dove anche benché',
    "io tu lui lei noi voi essi mi ti si ci vi ne m' t' s' c' v' n' chi cui",
    'ho hai ha abbiamo avete hanno aveva avevano sono sei è siamo siete era erano stato stata',
    'sto stai sta stiamo stanno va vanno può possono deve devono',
    "non più meno molto troppo così dov' com' cos'",
    'sig dott prof san santa',
    'gran grande bel bello bella bei begli belle buon buona primo prima primi prime secondo seconda ultimo ultima ultimi',
    'ultime nuovo nuova nuovi nuove vecchio vecchia stesso stessa stessi stesse',
    "c'è c'era ci l'ha l'ho",
  ),
  noBreakBefore: words('me te sé'),
  breakBefore: words(
    'e ed o oppure ma però né che se perché poiché quando mentre come dove benché cui',
    "di a da in con su per tra fra verso dopo durante senza sotto sopra contro secondo del dello della dell' dei degli",
    "delle al allo alla all' ai agli alle dal dallo dalla dall' dai dagli dalle nel nello nella nell' nei negli nelle sul",
    "sullo sulla sull' sui sugli sulle",
  ),
  titles: words('sig sigg dott dottssa prof ing avv san santa'),
  calendar: words(
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
    'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  ),
  units: words(
    metricUnits,
    'cento gradi euro dollari franchi centesimi metri chilometri centimetri grammi chili chilogrammi tonnellate litri',
    'secondi minuti ore giorni settimane mesi anni mila milioni miliardi',
    'secondo minuto ora giorno settimana mese anno milione miliardo',
  ),
  negationEnds: words('mai più niente nulla nessuno mica affatto'),
}
