import type { Kysely } from 'kysely';
import type { DeskEvent, Status, User } from '../../shared/contract/registry.ts';
import type { Confirmations } from '../../shared/domain/asks-again.ts';
import type { RegistryDatabase } from './db/open.ts';
import type { Schema } from './db/schema.ts';
import type { ArgonCost } from './vault/keyring.ts';

/** A file that a person chose: the shell's token or the command line's path leads to it, the page never sees the path. */
export interface ChosenFile {
  readonly name: string;
  readonly sizeBytes: number;
  read(): Promise<Uint8Array>;
}

/** Finds the file behind a token; undefined when the token is unknown or the file has gone. */
export interface FileSource {
  find(token: string): Promise<ChosenFile | undefined>;
  /** The folder behind a token; undefined when the token is unknown or there is no such folder. */
  findFolder(token: string): Promise<string | undefined>;
}

/** A document made for paper. `secret` ones carry passwords: they live in memory only and are dropped on lock. */
export interface PreparedDocument {
  readonly bytes: Uint8Array;
  readonly suggestedName: string;
  readonly secret: boolean;
}

/** Documents waiting to be printed or saved, under one-time tokens. Bytes never cross the contract. */
export interface DocumentStore {
  keep(document: PreparedDocument): string;
  find(token: string): PreparedDocument | undefined;
  forget(token: string): void;
  forgetAll(): void;
}

/** The registry that is open now. */
export interface OpenRegistry {
  readonly file: string;
  readonly db: Kysely<Schema>;
  /** The file behind `db`, for snapshots and checks of the whole file. */
  readonly database: RegistryDatabase;
  /** Key of the audit chain, derived from the file's key. */
  readonly auditKey: Uint8Array;
  /** The file's key, to lock it for further users; wiped when the registry is locked. */
  readonly fileKey: Uint8Array;
  readonly user: User;
  /** The log was damaged when the file was opened: changes are missing. */
  readonly damagedLog: Status['damagedLog'];
  /** The recovery code just made, until the next lock: the only time it can be printed. */
  readonly recoveryCode: string | undefined;
}

/** The registry of somebody who has just entered the passphrase again; what lets secrets out takes nothing less. */
export interface ConfirmedRegistry extends OpenRegistry {
  /** For the compiler only: the middleware of `askingRoutes` is the one place that gives this type. */
  readonly [confirmed]: true;
}
declare const confirmed: unique symbol;

/** Time and chance are given, never imported, so that tests decide them. */
export interface Surroundings {
  readonly now: () => Date;
  /** A uniformly chosen whole number, 0 included, `exclusiveMax` not. */
  readonly randomInt: (exclusiveMax: number) => number;
  readonly randomBytes: (length: number) => Uint8Array;
}

export type LockReason = Extract<DeskEvent, { kind: 'locked' }>['why'];

/** The one desk of a registry process: which registry it serves and whether it is open. */
export interface Desk {
  /** Place of the registry file, whether or not it exists yet. */
  readonly file: string;
  readonly demo: boolean;
  /** How hard a passphrase is made to guess; tests take the floor. */
  readonly argonCost: ArgonCost;
  /** Was the file found damaged since it was last good? Then snapshots are offered. */
  readonly damaged: boolean;
  opened(): OpenRegistry | undefined;
  /** Takes over an open registry, in place of the one before. */
  open(registry: OpenRegistry, autoLockMinutes: number): void;
  /** Closes the registry, wipes its keys and forgets documents; nothing happens when it is not open. */
  lock(why: LockReason): void;
  markDamaged(damaged: boolean): void;
  /** When the passphrase was entered since the registry was opened; forgotten on lock. */
  confirmations(): Confirmations;
  confirm(confirmations: Confirmations): void;
  /** Runs one after another what must not overlap: signing in, creating, restoring. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Tells the shell that the idle time changed. */
  autoLockChanged(minutes: number): void;
  /** Tells every listening window. */
  announce(event: DeskEvent): void;
  listen(listener: (event: DeskEvent) => void): () => void;
}

/** What every handler is given. */
export interface DeskContext {
  readonly desk: Desk;
  readonly files: FileSource;
  readonly documents: DocumentStore;
  readonly surroundings: Surroundings;
}
