import { describe, expect, it } from '@jest/globals';
import {
  DatabaseUnavailable,
  DeletedMeanwhile,
  isDuplicateRow,
  isTransient,
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
const syntax = driverError('near "SELEC": syntax error', { code: 'SQLITE_ERROR', errno: 1064 });

describe('an error of a driver', () => {
  it.each([duplicate, unique, primary])('says that a row is there already: %s', (error) => {
    expect([isDuplicateRow(error), isDuplicateRow(wrapped(error))]).toEqual([true, true]);
    expect(isTransient(error)).toBe(false);
  });

  it.each([deadlock, lockWait, changed, busy])('invites another try: %s', (error) => {
    expect([isTransient(error), isTransient(wrapped(error))]).toEqual([true, true]);
    expect(isDuplicateRow(error)).toBe(false);
  });

  it('says that the database is away, and is left as it is otherwise', () => {
    expect(translateDatabaseError(wrapped(refused))).toBeInstanceOf(DatabaseUnavailable);
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
});
