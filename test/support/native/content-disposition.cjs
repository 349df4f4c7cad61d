const contentDisposition = require('./require.cjs')('content-disposition');
exports.create = contentDisposition.create;
exports.parse = contentDisposition.parse;
