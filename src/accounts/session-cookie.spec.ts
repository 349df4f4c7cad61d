import { sessionCookie } from './session-cookie.js';

describe('the session cookie', () => {
  it.each([
    'https://finvo.example',
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://[::1]:80',
  ])('is bound to the host and to TLS at %s, where browsers take such cookies', (baseUrl) => {
    const { name, options, secure } = sessionCookie(baseUrl);
    expect(name).toBe('__Host-finvo_session');
    expect(options).toEqual({ path: '/', httpOnly: true, sameSite: 'lax', secure: true });
    expect(secure).toBe(true);
  });

  it.each(['http://192.168.1.20:3000', 'http://finvo.local', 'http://localhost.example.com'])(
    'has a name without the prefix at %s, as browsers refuse Secure cookies there',
    (baseUrl) => {
      const { name, options, secure } = sessionCookie(baseUrl);
      expect(name).toBe('finvo_session');
      expect(options).toEqual({ path: '/', httpOnly: true, sameSite: 'lax', secure: false });
      expect(secure).toBe(false);
    },
  );
});
