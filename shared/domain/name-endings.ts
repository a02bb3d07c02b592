/** Patronymics of men that do not end in -ович or -евич. */
const shortPatronymics = new Set(
  'ильич лукич кузьмич кузмич никитич фомич саввич савич фокич силич мокич аникич вавилич зосимич'.split(' '),
);

const patronymicEnding = /(?:[ое]вич|овна|евна|ична|инишна|.(?:оглы|кызы|улы))$/;

/** True for a folded word that can be a patronymic: -ович, -евна, «Ильич», «Никитична», -оглы, -кызы, -улы. */
export function hasPatronymicEnding(folded: string): boolean {
  return patronymicEnding.test(folded) || shortPatronymics.has(folded);
}

/** True for a folded word that can only be a woman's patronymic, never a surname. */
export function isSurelyPatronymic(folded: string): boolean {
  return /(?:овна|евна|ична|инишна)$/.test(folded);
}

/** First names that end like surnames. */
const deceptiveFirstNames = new Set(
  (
    'ева ирина марина полина алина карина валентина екатерина галина кристина арина ангелина регина эвелина сабина нина ' +
    'дина василина каролина альбина мадина камилина фаина зина лина мина эльвина янина амина зарина лиана аглая ' +
    'константин валентин мартин вениамин августин севастьян дмитрий юрий анатолий георгий василий григорий валерий ' +
    'евгений аркадий геннадий виталий арсений макарий игнатий леонтий лаврентий мефодий лев яков ян демьян касьян ' +
    'лукьян емельян марко данко амин эмин айдын ной'
  ).split(' '),
);

const surnameEnding =
  /(?:[оеы]в|[иы]н|[сц]кий|[нчжшк]ий|ый|ой|[оеы]ва|[иы]на|[нвлжшк]ая|ска|ко|[чщн]ук|юк|ян|янц|швили|дзе|их|ых)$/;

/** True for a folded word with an ending usual for surnames that is not a well-known first name. */
export function hasSurnameEnding(folded: string): boolean {
  return surnameEnding.test(folded) && !deceptiveFirstNames.has(folded);
}

/** Surnames with such endings that men and women share. */
const commonSurnames = new Set(
  (
    'калина малина щербина глина былина бузина дубина осина рябина скотина старшина перина лучина корова сова голова ' +
    'цой хой ной лой грин дарвин чаплин франклин мартин герцен'
  ).split(' '),
);

/** Sex as far as a folded patronymic, else a folded surname, tells it. */
export function sexByEndings(patronymic: string, surname: string): 'male' | 'female' | undefined {
  return byEnding(patronymic, /(?:на|кызы)$/, /(?:[иы]ч|оглы|улы)$/) ?? bySurname(surname);
}

function bySurname(surname: string): 'male' | 'female' | undefined {
  const words = surname.split(' ').filter((word) => !commonSurnames.has(word));
  const guesses = words.map((word) => byEnding(word, /(?:[оеы]ва|[иы]на|ая)$/, /(?:[оеы]в|[иы]н|[иыо]й)$/));
  return guesses.findLast((guess) => guess !== undefined);
}

function byEnding(folded: string, female: RegExp, male: RegExp): 'male' | 'female' | undefined {
  if (female.test(folded)) return 'female';
  return male.test(folded) ? 'male' : undefined;
}
