import { describe, expect, it } from '@jest/globals';
import { namesPdf, preferred } from './negotiate.js';

const json = 'application/json';
const pdf = 'application/pdf';

describe('preferred', () => {
  it.each([
    [undefined, pdf, pdf],
    ['', pdf, pdf],
    ['*/*', pdf, pdf],
    ['*/*', json, json],
    ['application/*', json, json],
    [json, pdf, json],
    [pdf, json, pdf],
    ['APPLICATION/PDF', json, pdf],
    ['application/pdf;q=0', json, json],
    ['application/pdf;q=0', pdf, pdf],
    ['application/pdf;q=0.1, application/json;q=0.2', pdf, json],
    ['application/pdf, application/json', json, json],
    ['application/json, */*;q=0.5', pdf, json],
    ['application/json ; charset=utf-8 ; q=0.9', pdf, json],
    ['text/html, application/xhtml+xml, */*;q=0.8', json, json],
    ['application/pdf;q=high', json, json],
    [',,;;=', json, json],
    ['application/xml', json, pdf],
    ['application/xml;q=0.2, application/json', pdf, json],
  ] as const)('of Accept %j, usually %s, is %s', (accept, usual, expected) => {
    expect(preferred(accept, usual)).toBe(expected);
  });
});

describe('an Accept header', () => {
  it.each([
    [undefined, false],
    ['*/*', false],
    ['application/*', false],
    [pdf, true],
    ['application/pdf, application/xml', false],
    ['application/pdf, application/xml;q=0.5', true],
    ['application/xml', false],
  ] as const)('%j names PDF: %s', (accept, expected) => {
    expect(namesPdf(accept)).toBe(expected);
  });
});
