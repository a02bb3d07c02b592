/** A file that a person chose or dropped; its path stays with the shell. */
export interface ChosenFile {
  readonly token: string;
  readonly name: string;
  readonly sizeBytes: number;
}

/** A printer of the system. */
export interface Printer {
  readonly name: string;
  readonly isDefault: boolean;
}

/** What became of a print job. */
export type PrintResult = { readonly kind: 'printed' } | { readonly kind: 'failed'; readonly message: string };

/** What became of saving a document. */
export type SaveResult =
  | { readonly kind: 'saved'; readonly fileName: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly message: string };

/** The runtime told plainly, for the "about" dialog. */
export interface AboutDesk {
  readonly version: string;
  readonly electron: string;
  readonly chrome: string;
  readonly sqlite: string;
  /** The desk runs on a runtime meant for development and tests only. */
  readonly developmentRuntime: boolean;
  readonly dataFolder: string;
}

/** What a menu item asks of the page. */
export type DeskCommand = 'import' | 'print' | 'lock' | 'search' | 'about';

/** The few things that only the shell can do, given to the page by the preload as a frozen object. */
export interface DeskBridge {
  /** Asks for a port to the registry process. It arrives as a window message `diary-desk:port`, again after a restart. */
  connect(): void;
  chooseTable(): Promise<ChosenFile | null>;
  /** Lets a person choose a folder; null when none was chosen. */
  chooseFolder(): Promise<Pick<ChosenFile, 'token'> | null>;
  /** Opens the folder of copies in the system's own window of files. */
  openBackupFolder(): Promise<void>;
  acceptDroppedFile(file: File): Promise<ChosenFile | null>;
  printers(): Promise<readonly Printer[]>;
  print(documentToken: string, printer: string, copies: number): Promise<PrintResult>;
  saveDocument(documentToken: string, suggestedName: string): Promise<SaveResult>;
  about(): Promise<AboutDesk>;
  /** Opens the page of the user guide about what the window shows. */
  openUserGuide(): Promise<void>;
  /** Tells the shell the language chosen here, for menus and native dialogs. */
  speak(language: 'ru' | 'en'): void;
  /** Keeps the window out of screenshots and shared screens, where the system can (Windows, older macOS). */
  protectContent(on: boolean): void;
  /** Listens to the menu; the answer stops listening. */
  onCommand(listener: (command: DeskCommand) => void): () => void;
}

declare global {
  interface Window {
    readonly diaryDesk: DeskBridge;
  }
}
