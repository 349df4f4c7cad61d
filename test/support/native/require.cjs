// Jest below Node 24.9 cannot require() an ES module as Node itself can, so Node's own require loads it:
// that of the context outside the tests, because inside them jest stands for `node:module` too.
const outside = process.getBuiltinModule('node:vm').runInThisContext('process');
module.exports = outside.getBuiltinModule('node:module').createRequire(module.filename);
