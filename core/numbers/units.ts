/** A unit by its spoken words, in search order: longer ones first. */
export interface SaidUnit {
  readonly said: readonly string[]
  /** Including the space before it. */
  readonly written: string
}

const units = (list: Readonly<Record<string, string>>): SaidUnit[] => {
  const all = Object.entries(list).flatMap(([said, written]) =>
    said.split('|').map((each) => ({ said: each.split(' '), written })),
  )
  // Not `toSorted`: this runs when the module is loaded, also in processes that lack it.
  all.sort((a, b) => b.said.length - a.said.length)
  return all
}

/** Units with an international symbol (BIPM, SI brochure, 9th edition); others stay words. */
export const englishUnits = units({
  'percent|per cent': '%',
  'kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour': ' km/h',
  'meters per second|metres per second': ' m/s',
  'square kilometers|square kilometres': ' km²',
  'square meters|square metres': ' m²',
  'cubic meters|cubic metres': ' m³',
  'kilometers|kilometres|kilometer|kilometre': ' km',
  'meters|metres': ' m',
  'centimeters|centimetres|centimeter|centimetre': ' cm',
  'millimeters|millimetres|millimeter|millimetre': ' mm',
  'kilograms|kilogrammes|kilos|kilogram': ' kg',
  'milligrams|milligrammes': ' mg',
  'grams|grammes': ' g',
  'milliliters|millilitres': ' ml',
  'degrees celsius': ' °C',
  'degrees fahrenheit': ' °F',
  megahertz: ' MHz',
  kilohertz: ' kHz',
  gigabytes: ' GB',
  megabytes: ' MB',
  'kilowatt hours': ' kWh',
  kilowatts: ' kW',
})

export const frenchUnits = units({
  'pour cent': '\u202F%',
  "kilomètres heure|kilomètres à l'heure|kilomètres par heure": '\u00A0km/h',
  'mètres par seconde': '\u00A0m/s',
  'kilomètres carrés': '\u00A0km²',
  'mètres carrés': '\u00A0m²',
  'mètres cubes': '\u00A0m³',
  kilomètres: '\u00A0km',
  mètres: '\u00A0m',
  centimètres: '\u00A0cm',
  millimètres: '\u00A0mm',
  'kilogrammes|kilos': '\u00A0kg',
  milligrammes: '\u00A0mg',
  grammes: '\u00A0g',
  centilitres: '\u00A0cl',
  millilitres: '\u00A0ml',
  litres: '\u00A0l',
  'degrés celsius': '\u00A0°C',
  mégahertz: '\u00A0MHz',
  kilohertz: '\u00A0kHz',
  gigaoctets: '\u00A0Go',
  mégaoctets: '\u00A0Mo',
  'kilowattheures|kilowatts heure': '\u00A0kWh',
  kilowatts: '\u00A0kW',
})
