import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import type { Channel } from './channels.ts';
import { deskOrigin } from './origin.ts';

/** Answers one channel: only to the main frame of this window at its own origin, only to arguments of the declared shape. */
export type Handle = <Arguments extends z.ZodType<readonly unknown[]>>(
  channel: Channel,
  schema: Arguments,
  answer: (...given: z.infer<Arguments>) => unknown,
) => void;

/** The only door from the page to the shell. A wrong sender and wrong arguments are refused without a reason. */
export function doorOf(window: BrowserWindow): Handle {
  return (channel, schema, answer) => {
    ipcMain.removeHandler(channel);
    ipcMain.handle(channel, (event, ...given: unknown[]) => {
      const checked = schema.safeParse(given);
      if (!comesFrom(window, event) || !checked.success) throw new Error('refused');
      return answer(...checked.data);
    });
  };
}

function comesFrom(window: BrowserWindow, { sender, senderFrame }: IpcMainInvokeEvent): boolean {
  const { webContents } = window;
  return (
    sender === webContents &&
    senderFrame?.routingId === webContents.mainFrame.routingId &&
    senderFrame.processId === webContents.mainFrame.processId &&
    senderFrame.origin === deskOrigin
  );
}
