import { powerMonitor } from 'electron';
import type { RegistryProcess } from './registry-process.ts';

const checkEveryMs = 5_000;

/** Locks the registry when the screen locks, the computer sleeps, another user comes, or nobody has touched it for too long. */
export function lockWhenLeft(registry: RegistryProcess): void {
  powerMonitor.on('lock-screen', () => registry.lock('screen'));
  powerMonitor.on('user-did-resign-active', () => registry.lock('screen'));
  powerMonitor.on('suspend', () => registry.lock('suspend'));
  setInterval(() => lockWhenIdle(registry), checkEveryMs).unref();
}

function lockWhenIdle(registry: RegistryProcess): void {
  const minutes = registry.autoLockMinutes();
  if (minutes !== undefined && powerMonitor.getSystemIdleTime() >= minutes * 60) registry.lock('idle');
}
