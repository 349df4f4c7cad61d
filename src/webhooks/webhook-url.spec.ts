import { describe, expect, it } from '@jest/globals';
import { allowedUrl } from './webhook-url.js';
import { UrlNotAllowed } from './webhooks.errors.js';

const outside = { allowPrivate: false };
const inside = { allowPrivate: true };

describe('the address of a webhook', () => {
  it.each([
    ['https://shop.example/webhooks?a=1', 'https://shop.example/webhooks?a=1'],
    ['https://SHOP.example:443', 'https://shop.example/'],
    ['https://shop.example:8443/x#part', 'https://shop.example:8443/x'],
    ['https://1.1.1.1/', 'https://1.1.1.1/'],
    ['https://[2606:4700::1111]/', 'https://[2606:4700::1111]/'],
  ])('is taken in its normal form: %s', (text, normal) => {
    expect(allowedUrl(text, outside)).toBe(normal);
  });

  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '017700000001',
    '①②⑦.0.0.1',
    '127.0.0.1.',
    '0',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::1]',
    '[::127.0.0.1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:a9fe:a9fe]',
    '[64:ff9b::7f00:1]',
    '[64:ff9b:1::1]',
    '[2002:7f00:1::]',
    '[2001::1]',
    '[fd00::8]',
    '[fe80::1]',
    '[ff02::1]',
    'localhost',
    'LOCALHOST',
    'localhost.',
    'localhost..',
    'finvo.localhost',
    'printer.local',
    'db.internal',
    'router.home.arpa',
    'database',
    'metadata.google.internal',
  ])('is refused when it leads inside: %s', (host) => {
    expect(() => allowedUrl(`https://${host}/`, outside)).toThrow(UrlNotAllowed);
    expect(() => allowedUrl(`https://${host}:8443/`, outside)).toThrow(UrlNotAllowed);
  });

  it.each([
    'shop.example/webhooks',
    'http://shop.example/',
    'file:///etc/passwd',
    'gopher://shop.example/',
    'data:text/plain,x',
    'ftp://shop.example/',
    'javascript:alert(1)',
    'https://user:password@shop.example/',
    'https://user@shop.example/',
    'https://shop.example:22/',
    'https://shop.example:25/',
    'https://shop.example:0/',
    'https://',
    'https://%zz/',
  ])('is refused when it is no https address of a web server: %s', (text) => {
    expect(() => allowedUrl(text, outside)).toThrow(UrlNotAllowed);
  });

  it('is refused when its normal form is too long to be stored', () => {
    expect(() => allowedUrl(`https://shop.example/${'é'.repeat(400)}`, outside)).toThrow(
      UrlNotAllowed,
    );
    expect(allowedUrl(`https://shop.example/${'é'.repeat(300)}`, outside)).toHaveLength(1821);
  });

  it('may lead inside and lack TLS where the operator says so, and nothing else is allowed by that', () => {
    expect(allowedUrl('http://127.0.0.1:8080/x', inside)).toBe('http://127.0.0.1:8080/x');
    expect(allowedUrl('http://localhost:3000', inside)).toBe('http://localhost:3000/');
    for (const text of ['http://localhost:22/', 'ftp://localhost/', 'http://a:b@localhost/'])
      expect(() => allowedUrl(text, inside)).toThrow(UrlNotAllowed);
  });
});
