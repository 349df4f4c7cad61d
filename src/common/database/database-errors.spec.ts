import { describe, expect, it } from '@jest/globals';
import {
  commitError,
  DatabaseFull,
  DatabaseUnavailable,
  DeletedMeanwhile,
  isDuplicateRow,
  isTransient,
  OutcomeUnknown,
  translateDatabaseError,
} from './database-errors.js';

const driverError = (message: string, more: object) => Object.assign(new Error(message), more);
const wrapped = (error: Error) => Object.assign(new Error('Query failed'), { driverError: error });

const duplicate = driverError("Duplicate entry 'x'", { errno: 1062, code: 'ER_DUP_ENTRY' });
const unique = driverError('UNIQUE constraint failed: a.b', { code: 'SQLITE_CONSTRAINT' });
const primary = driverError('PRIMARY KEY constraint failed: a.b', {});
const deadlock = driverError('Deadlock found', { errno: 1213 });
const lockWait = driverError('Lock wait timeout', { errno: 1205 });
const changed = driverError('Record has changed since last read', { errno: 1020 });
const busy = driverError('database is locked', { code: 'SQLITE_BUSY' });
const refused = driverError('connect ECONNREFUSED', { code: 'ECONNREFUSED' });
const notPrepared = driverError('WSREP has not yet prepared node for application use', {
  errno: 1047,
  code: 'ER_UNKNOWN_COM_ERROR',
});
const notAppended = driverError('Error while appending streaming replication fragment', {
  errno: 1180,
  code: 'ER_ERROR_DURING_COMMIT',
});
const recovering = driverError('database is locked', { code: 'SQLITE_BUSY_RECOVERY' });
const notWritten = driverError('disk I/O error', { code: 'SQLITE_IOERR_WRITE' });
const killed = driverError("Can't add new command when connection is in closed state", {
  fatal: true,
});
const syntax = driverError('near "SELEC": syntax error', { code: 'SQLITE_ERROR', errno: 1064 });

describe('an error of a driver', () => {
  it.each([duplicate, unique, primary])('says that a row is there already: %s', (error) => {
    expect([isDuplicateRow(error), isDuplicateRow(wrapped(error))]).toEqual([true, true]);
    expect(isTransient(error)).toBe(false);
  });

  it.each([deadlock, lockWait, changed, busy, recovering])('invites another try: %s', (error) => {
    expect([isTransient(error), isTransient(wrapped(error))]).toEqual([true, true]);
    expect(isDuplicateRow(error)).toBe(false);
  });

  it.each([refused, notPrepared, notAppended, notWritten, killed])(
    'says that the database is away: %s',
    (error) => {
      expect(translateDatabaseError(wrapped(error))).toBeInstanceOf(DatabaseUnavailable);
      expect(isTransient(error)).toBe(false);
    },
  );

  it.each([
    driverError('database or disk is full', { code: 'SQLITE_FULL' }),
    driverError("The table 'invoices' is full", { errno: 1114, code: 'ER_RECORD_FILE_FULL' }),
  ])('says that there is no room: %s', (error) => {
    expect(translateDatabaseError(wrapped(error))).toBeInstanceOf(DatabaseFull);
    expect(isTransient(error)).toBe(false);
  });

  it('is left as it is otherwise', () => {
    for (const other of [duplicate, syntax, 'text', undefined]) {
      expect(translateDatabaseError(other)).toBe(other);
    }
  });

  it.each([
    Object.assign(new Error('Cannot add or update a child row'), { errno: 1452 }),
    new Error('FOREIGN KEY constraint failed'),
  ])('says that what the row belongs to is gone: %s', (error) => {
    expect(translateDatabaseError(wrapped(error))).toBeInstanceOf(DeletedMeanwhile);
  });

  it.each([syntax, 'text', null, {}])('is nothing of that for %s', (error) => {
    expect([isDuplicateRow(error), isTransient(error)]).toEqual([false, false]);
  });

  it.each([deadlock, notPrepared])('at COMMIT says that nothing was stored: %s', (error) => {
    expect(commitError(error)).toBe(error);
  });

  it.each([
    driverError('Connection lost', { code: 'PROTOCOL_CONNECTION_LOST' }),
    driverError('read ECONNRESET', { code: 'ECONNRESET' }),
    driverError('Not connected to Primary Component', { errno: 1180 }),
    driverError('Lock wait timeout', { errno: 1205 }),
  ])('at COMMIT leaves open what was stored: %s', (error) => {
    const thrown = commitError(error);
    expect(thrown).toBeInstanceOf(OutcomeUnknown);
    expect([translateDatabaseError(thrown), isTransient(thrown)]).toEqual([thrown, false]);
  });
});
