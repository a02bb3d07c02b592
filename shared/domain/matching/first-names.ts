/** First names of which one is now and then written for the other; the first stands for all. */
const variants = `наталья наталия|софья софия софа|дарья дария|юлия юлья|мария марья|анастасия настасья|ксения оксана аксинья|
алена елена олена|татьяна татиана|валерия валерья|виктория виктория|евгения евгенья|лидия лидья|лилия лиля|аполлинария полинария|
екатерина катерина|елизавета елисавета|наина наина|пелагея пелагия|таисия таисья|ульяна юлиана|яна иванна|
даниил данил данила|артем артемий|георгий егор|дмитрий димитрий|кирилл кирил|михаил михайло|николай никола|гавриил гаврила|
савелий савва|семен симон|сергей сергий|станислав стас|федор теодор|филипп филип|иоанн иван|илья илия|тимофей тимотей|
мухаммад мухаммед магомед мохаммед|амир эмир|айгуль айгул|гульнара гюльнара|алия алья`;

const head = new Map(
  variants.split('|').flatMap((group) => {
    const names = group.trim().split(/\s+/);
    return names.map((name) => [name, names[0] ?? name] as const);
  }),
);

/** The name that stands for a folded first name and its other forms: `софия` gives `софья`. */
export function firstNameHead(folded: string): string {
  return head.get(folded) ?? folded;
}

/** All first names that have other forms. */
export const namesWithForms: readonly string[] = [...head.keys()];

/** Names that are a letter or two apart from another name, so that a difference is another person, not a mistake. */
const established = new Set(
  (
    'анна инна яна жанна алина алиса алла элла эля ася аня аля дарья дана диана дина нина зина лина мила лиля лия мия майя ' +
    'маша саша паша миша даша александр александра валентин валентина евгений евгения виктор виктория валерий валерия ' +
    'василий василиса олег ольга олеся лев леон леонид марк марат марина карина каролина ирина арина полина галина ' +
    'роман ростислав рустам руслан артем артур антон антонина егор игорь иван илья данил даниил давид денис максим ' +
    'матвей мирон мирослав мирослава ярослав ярослава станислав святослав владислав вячеслав семен самир амир тимур ' +
    'тимофей эмиль эмилия эмма ева вера варвара ника вероника кира кирилл клим юлия юлиана юрий софья соня тая таня таисия'
  ).split(' '),
);

/** True for a folded first name that is well known, so that another well-known one beside it is another person's. */
export function isEstablished(folded: string): boolean {
  return established.has(folded);
}
