/**
 * Stems that must not stand in a generated login or password, in Latin letters: Russian ones as they are commonly
 * spelled in Latin, with and without vowels, and English ones.
 */
const stems = (
  'hui huy huj xuy xui xuj hyi pizd pezd p1zd pzd ebat eban ebal ebuc ebi yob blya blia blyad blt bld mudak mudil mdk ' +
  'pidor pidar pdr gandon gondon gnd zalup shluh manda droch drch govn gvn zhop jop perd prd srat srak ssat chmo hrn xrn ' +
  'herov durak dura debil dbl urod kozel tvar suka suki suchk bzd pnh nahu poher xep xer gnid vagin penis chlen sperm ' +
  'fuck fck fuk shit sht cunt cnt cock cck dick dck tits twat btch bitch nigg ngr fag fgt porn prn rape rapt piss anal arse ' +
  'cum sex slut whore nazi hitler kkk wtf kill 666 1488'
).split(' ');

const obscene = new RegExp(stems.join('|'));

/** Digits as the letters they are read for: first the English way, then the Russian one (3 as З). */
const readings: readonly ReadonlyMap<string, string>[] = [
  new Map(Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 6: 'b', 7: 't', 8: 'b', 9: 'g' })),
  new Map(Object.entries({ 0: 'o', 1: 'i', 3: 'z', 4: 'ch', 6: 'b', 9: 'ya' })),
];

/** True when the text, digits read as digits or as the letters they resemble, holds an obscene or offensive stem. */
export function isObscene(text: string): boolean {
  const lower = text.toLowerCase();
  return obscene.test(lower) || (/\d/.test(lower) && readings.some((reading) => obscene.test(readAs(lower, reading))));
}

function readAs(text: string, reading: ReadonlyMap<string, string>): string {
  return text.replace(/\d/g, (digit) => reading.get(digit) ?? digit);
}
