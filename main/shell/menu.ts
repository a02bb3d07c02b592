import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from '../../shared/i18n/index.ts';
import { commandMessage } from './channels.ts';

type Command = 'import' | 'print' | 'lock' | 'search' | 'about';

/** Puts up the menu; its commands go to the page, which knows what is possible just now. */
export function showMenu(window: BrowserWindow, words: Words, openGuide: () => void): void {
  const command = (name: Command, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator && { accelerator }),
    click: () => window.webContents.send(commandMessage, name),
  });
  const menu = Menu.buildFromTemplate([
    { label: words('shell.menu.file'), submenu: fileMenu(words, command) },
    { label: words('shell.menu.edit'), submenu: editMenu(words) },
    { label: words('shell.menu.view'), submenu: viewMenu(words, command) },
    {
      label: words('shell.menu.help'),
      submenu: [
        { label: words('shell.menu.guide'), accelerator: 'F1', click: openGuide },
        command('about', words('shell.menu.about')),
      ],
    },
  ]);
  Menu.setApplicationMenu(menu);
  if (process.platform !== 'darwin') window.setAutoHideMenuBar(true);
}

type MakeCommand = (name: Command, label: string, accelerator?: string) => MenuItemConstructorOptions;

const fileMenu = (words: Words, command: MakeCommand): MenuItemConstructorOptions[] => [
  command('import', words('shell.menu.import'), 'CmdOrCtrl+I'),
  command('print', words('shell.menu.print'), 'CmdOrCtrl+P'),
  { type: 'separator' },
  command('lock', words('shell.menu.lock'), 'CmdOrCtrl+L'),
  { type: 'separator' },
  { role: 'quit', label: words('shell.menu.quit') },
];

const editMenu = (words: Words): MenuItemConstructorOptions[] => [
  { role: 'undo', label: words('shell.menu.undo') },
  { role: 'redo', label: words('shell.menu.redo') },
  { type: 'separator' },
  { role: 'cut', label: words('shell.menu.cut') },
  { role: 'copy', label: words('shell.menu.copy') },
  { role: 'paste', label: words('shell.menu.paste') },
  { role: 'selectAll', label: words('shell.menu.selectAll') },
];

const viewMenu = (words: Words, command: MakeCommand): MenuItemConstructorOptions[] => [
  command('search', words('shell.menu.search'), 'CmdOrCtrl+K'),
  { type: 'separator' },
  { role: 'zoomIn', label: words('shell.menu.zoomIn') },
  { role: 'zoomOut', label: words('shell.menu.zoomOut') },
  { role: 'resetZoom', label: words('shell.menu.actualSize') },
  { role: 'togglefullscreen', label: words('shell.menu.fullScreen') },
];
