import { Column, type ColumnOptions, ForeignKey, PrimaryColumn } from 'typeorm';
import { blobBytes } from './database.js';

const ascii = { charset: 'ascii', collation: 'ascii_bin' } as const;

/**
 * The column types that MySQL, MariaDB and SQLite share, by what they hold.
 * Ids, hashes and instants are ASCII with a binary collation, because MySQL's default one finds
 * "ABC" for "abc" (docs/decisions/0004).
 */
export const PrimaryIdColumn = (): PropertyDecorator =>
  PrimaryColumn('varchar', { length: 32, ...ascii });

/** The id of another row, or none. */
export const IdColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('varchar', { length: 32, ...ascii, ...options });

/** Text that must match to the letter. */
export const ExactColumn = (length: number, options: ColumnOptions = {}): PropertyDecorator =>
  Column('varchar', { length, ...ascii, ...options });

/** An instant as ISO 8601 UTC text with milliseconds: sorts by time and is the same on every database. */
export const InstantColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('varchar', { length: 24, ...ascii, ...options });

/** A calendar day `YYYY-MM-DD`; never a JavaScript Date, so that no time zone can move it. */
export const DayColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('varchar', { length: 10, ...ascii, ...options });

/** Text of people, compared by its code points. */
export const TextColumn = (length: number, options: ColumnOptions = {}): PropertyDecorator =>
  Column('varchar', { length, charset: 'utf8mb4', collation: 'utf8mb4_bin', ...options });

/** An amount in minor units of a currency. */
export const MinorColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('bigint', {
    transformer: {
      to: (value: bigint | null) => value?.toString() ?? null,
      from: (value: string | number | null) => (value === null ? null : BigInt(value)),
    },
    ...options,
  });

/** Long text of people. */
export const LongTextColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('longtext', { charset: 'utf8mb4', collation: 'utf8mb4_bin', ...options });

/** A value that is only ever read as a whole, as JSON text. */
export const JsonColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  LongTextColumn({
    transformer: {
      to: (value: unknown) => (value === null ? null : JSON.stringify(value)),
      from: (value: string | null) => (value === null ? null : (JSON.parse(value) as unknown)),
    },
    ...options,
  });

/** Bytes of a file. */
export const BytesColumn = (options: ColumnOptions = {}): PropertyDecorator =>
  Column('longblob', {
    transformer: { to: (value: Buffer) => value, from: blobBytes },
    ...options,
  });

/** The row of another table that this one belongs to; named by text where it is another module's. */
export const References = (
  target: string | (() => new () => object),
  name: string,
  onDelete: 'CASCADE' | 'SET NULL' | 'NO ACTION' = 'NO ACTION',
): PropertyDecorator => ForeignKey(target, { name, onDelete, onUpdate: 'NO ACTION' });
