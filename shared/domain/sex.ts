import { foldName } from './person-name.ts';

export type Sex = 'male' | 'female';

const words: ReadonlyMap<string, Sex> = new Map([
  ...list('male', 'м муж мужской мужчина мальчик юноша m male man boy 1'),
  ...list('female', 'ж жен женский женщина девочка девушка f female woman girl 2'),
]);

function list(sex: Sex, spellings: string): (readonly [string, Sex])[] {
  return spellings.split(' ').map((spelling) => [spelling, sex] as const);
}

/** Sex as files write it: м/ж, муж/жен, M/F, male/female, 1/2 (ISO 5218), in any case; undefined for anything else. */
export function parseSex(text: string): Sex | undefined {
  return words.get(foldName(text).replace(/\.$/, ''));
}
