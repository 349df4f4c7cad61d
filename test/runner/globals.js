// @ts-check
// What `@jest/globals` is to the tests: every function passes on to the one of the file that runs now,
// because the modules of test/support stay loaded from file to file and jest's functions do not.

/** Where the runner puts the functions of the file that runs now. */
const place = Symbol.for('finvo.jest-globals');

/** @param {string} name */
function standIn(name) {
  const current = () => Reflect.get(Reflect.get(globalThis, place), name);
  return new Proxy(() => undefined, {
    apply: (_target, _this, words) => Reflect.apply(current(), undefined, words),
    get: (_target, key) => Reflect.get(current(), key),
  });
}

export const afterAll = standIn('afterAll');
export const afterEach = standIn('afterEach');
export const beforeAll = standIn('beforeAll');
export const beforeEach = standIn('beforeEach');
export const describe = standIn('describe');
export const expect = standIn('expect');
export const it = standIn('it');
