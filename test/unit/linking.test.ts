import { beforeAll, describe, expect, test } from 'vitest';
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
