import { readFileSync } from 'node:fs';

/**
 * The most memory, in MiB, that this process has held since its program began. Linux counts what the parent held at the
 * moment of starting it into `maxRSS`, so there the kernel's own figure for the program is asked for.
 */
export function peakMebibytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  const [, kibibytes] = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes) / 1024;
}
