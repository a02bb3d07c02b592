import { beforeAll, describe, expect, test } from 'vitest';
import type { LinkReasonCode } from '../../shared/domain/link-reason-code.ts';
import { linkPeople } from '../../shared/domain/reconcile-linking.ts';
import type { PersonLink, SaidPair } from '../../shared/domain/reconcile-people.ts';
import { bestQuality, qualityOf, recallByCorruption } from '../support/linking-score.ts';
import { type LinkingTruth, makeLinkingTruth } from '../support/linking-truth.ts';

function linked({ school, portal }: LinkingTruth, said: readonly SaidPair[] = []): PersonLink[] {
  const job = linkPeople({ school, portal, said });
  for (;;) {
    const step = job.next();
    if (step.done) return step.value;
  }
}

const sure = (links: readonly PersonLink[]) => links.filter(({ verdict }) => verdict === 'linked');

describe('a school of two thousand people against a portal that spells, forgets and mixes up', () => {
  const truth = makeLinkingTruth({ seed: 11, people: 2000 });
  let links: PersonLink[];
  beforeAll(() => {
    links = linked(truth);
  });

  test('what is linked without a person is right, and is nearly everybody', () => {
    const { precision, recall } = qualityOf(truth, sure(links));
    expect(precision).toBeGreaterThanOrEqual(0.9995);
    expect(recall).toBeGreaterThan(0.97);
    expect(bestQuality(truth, links).best.f1).toBeGreaterThan(0.99);
  });

  test('nobody is linked twice, and strangers are left alone', () => {
    expect(new Set(links.map(({ portal }) => portal)).size).toBe(links.length);
    expect(new Set(links.map(({ personId }) => personId)).size).toBe(links.length);
    const strangers = recallByCorruption(truth, sure(links)).find(({ corruption }) => corruption === 'stranger');
    expect(strangers?.people).toBeGreaterThan(50);
    expect(strangers?.wrong).toBe(0);
  });

  test('records with nothing wrong are all found, and every link says why', () => {
    const clean = recallByCorruption(truth, sure(links)).find(({ corruption }) => corruption === 'nothing');
    expect(clean?.recall).toBeGreaterThan(0.995);
    for (const { reasons } of links) expect(reasons.length).toBeGreaterThan(0);
  });

  test('the same files give the same answer, also in another order', () => {
    expect(linked(truth)).toEqual(links);
    const backwards = { ...truth, school: truth.school.toReversed() };
    const pairs = (found: readonly PersonLink[]) => found.map(({ portal, personId }) => `${portal} ${personId}`);
    expect(pairs(sure(linked(backwards)))).toEqual(pairs(sure(links)));
  });

  test('what a person has said is kept: parted pairs stay parted, confirmed pairs stay linked', () => {
    const [first, second] = sure(links);
    if (first === undefined || second === undefined) throw new Error('nobody was linked');
    const parted = { portal: first.portal, personId: first.personId, same: false };
    const confirmed = { portal: second.portal, personId: second.personId, same: true };
    const again = linked(truth, [parted, confirmed]);
    expect(again.find(({ portal }) => portal === first.portal)?.personId).not.toBe(first.personId);
    const kept = again.find(({ portal }) => portal === second.portal);
    expect(kept).toMatchObject({ personId: second.personId, score: 1, reasons: [{ code: 'said' }] });
  });
});

/** What was done to a record, and the reasons of which one must tell it. */
const toldBy: readonly (readonly [string, readonly LinkReasonCode[]])[] = [
  ['name: yo', ['name-yo']],
  ['name: look-alike', ['name-look-alike']],
  ['name: hyphen', ['name-spelling']],
  ['name: order', ['name-order']],
  ['name: layout', ['name-layout']],
  ['name: transliterated', ['name-transliterated']],
  ['name: typo', ['name-typo']],
  ['name: no patronymic', ['patronymic-missing']],
  ['name: half a double surname', ['surname-half']],
  ['name: surname changed', ['surname-changed', 'surname-former']],
  ['phone: former', ['phone-former']],
  ['phone: one digit', ['phone-near']],
  ['phone: other', ['phone-differs']],
  ['e-mail: former', ['email-former']],
  ['e-mail: typo', ['email-near']],
  ['e-mail: other', ['email-differs']],
  ['SNILS: one digit', ['snils-near']],
  ['birth date: day and month', ['birth-date-near']],
  ['birth date: year', ['birth-date-near']],
  ['class: other', ['class-differs']],
];

describe('reasons of links', () => {
  const truth = makeLinkingTruth({ seed: 12, people: 12_000 });
  let links: PersonLink[];
  beforeAll(() => {
    // Of pupils both sides know class and birth date, so that every reason must be told.
    links = linked(truth).filter(
      ({ portal, personId }) => truth.personIds[portal] === personId && truth.portal[portal]?.kind === 'pupil',
    );
  });
  const codesOf = (link: PersonLink) => link.reasons.map(({ code }) => code);
  const done = (link: PersonLink) => truth.corruptions[link.portal] ?? [];

  test.each(toldBy)(
    '%s: told in every record to which nothing else was done, in no record that is as it was',
    (name, told) => {
      const only = links.filter((link) => done(link).length === 1 && done(link)[0] === name);
      expect(only.length).toBeGreaterThan(0);
      const silent = only.filter((link) => !codesOf(link).some((code) => told.includes(code)));
      expect(silent.map(codesOf)).toEqual([]);
      const clean = links.filter((link) => done(link).length === 0);
      expect(clean.filter((link) => codesOf(link).some((code) => told.includes(code))).map(codesOf)).toEqual([]);
    },
  );
});
