import type { shell as ru } from '../ru/shell.ts';
import type { WordsLike } from '../words.ts';

/** The window's own words: menu, native dialogs, messages before the page is there. */
export const shell: WordsLike<typeof ru> = {
  appName: 'Diary Desk',
  menu: {
    file: 'File',
    import: 'Import a list…',
    print: 'Print slips…',
    lock: 'Lock the registry',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    search: 'Search and commands…',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    actualSize: 'Actual size',
    fullScreen: 'Full screen',
    help: 'Help',
    guide: 'User guide',
    about: 'About',
  },
  chooseTable: { title: 'Choose a list of pupils', button: 'Choose', filter: 'Tables', all: 'All files' },
  chooseFolder: { title: 'Choose a folder for copies' },
  saveDocument: {
    title: 'Save the document',
    button: 'Save',
    filter: 'PDF document',
    table: 'Table',
    xlsx: 'Excel workbook',
    zip: 'ZIP archive',
  },
  stopped: {
    title: 'The registry service has stopped',
    message: 'Everything saved is safe. The program is starting the service again.',
    failed: 'It could not be started. Close the program and open it again.',
    quit: 'Close the program',
  },
};
