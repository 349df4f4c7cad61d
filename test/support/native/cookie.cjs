const cookie = require('./require.cjs')('cookie');
// One by one, because jest finds the names that an import() may use by reading this file.
exports.parseCookie = cookie.parseCookie;
exports.parseSetCookie = cookie.parseSetCookie;
exports.stringifyCookie = cookie.stringifyCookie;
exports.stringifySetCookie = cookie.stringifySetCookie;
