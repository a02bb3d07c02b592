import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDemoSchool } from '../../main/registry/demo-school.ts';
import { openInProcess } from '../../main/registry/in-process.ts';
import { leastCost } from '../../main/registry/vault/keyring.ts';
import { demoPassphrase } from '../../shared/demo/demo-passphrase.ts';

test('the demo school shows every state of the work and opens again with its phrase', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-school-'));
  const made = openInProcess({ file: join(folder, 'school.desk'), demo: true, argonCost: leastCost });
  try {
    await openDemoSchool(made.context);
    const { classes } = await made.client.classes.list();
    const total = (role: 'pupils' | 'guardians', state: 'persons' | 'none' | 'generated' | 'printed' | 'handedOver') =>
      classes.reduce((sum, one) => sum + one[role][state], 0);
    expect(total('pupils', 'persons')).toBe(612);
    for (const state of ['none', 'generated', 'printed', 'handedOver'] as const) {
      expect(total('pupils', state)).toBeGreaterThan(0);
      expect(total('guardians', state)).toBeGreaterThan(0);
    }
    await made.client.registry.lock();
    const { schoolName } = await made.client.registry.unlock({ passphrase: demoPassphrase });
    expect(schoolName).toContain('1000');
  } finally {
    made.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
