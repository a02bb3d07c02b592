import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserWindow, type Rectangle, screen } from 'electron';
import { z } from 'zod';

const windowStateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1024),
  height: z.int().min(700),
  maximized: z.boolean(),
});
type WindowState = z.infer<typeof windowStateSchema>;

const stateFile = (folder: string) => join(folder, 'window.json');

/** Where the window stood last time; undefined when that is unknown or lies on no present screen. */
export function readWindowState(folder: string): WindowState | undefined {
  try {
    const state = windowStateSchema.parse(JSON.parse(readFileSync(stateFile(folder), 'utf8')));
    return isOnScreen(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isOnScreen({ x, y, width }: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const seen = Math.min(x + width, workArea.x + workArea.width) - Math.max(x, workArea.x);
    return seen >= 100 && y >= workArea.y && y < workArea.y + workArea.height - 40;
  });
}

/** Remembers the window's place when it closes. A folder that cannot be written only loses the place. */
export function rememberWindowState(window: BrowserWindow, folder: string): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(stateFile(folder), JSON.stringify(state));
    } catch {
      // The place of a window is not worth a message.
    }
  });
}
