import { describe, expect, it } from '@jest/globals';
import { deviceName, isHandheld } from '../web/src/settings/security-device.js';

const mozilla = 'Mozilla/5.0';
const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const windows = `${mozilla} (Windows NT 10.0; Win64; x64)`;
const mac = `${mozilla} (Macintosh; Intel Mac OS X 10_15_7)`;
const iPhone = `${mozilla} (iPhone; CPU iPhone OS 18_0 like Mac OS X)`;
const android = `${mozilla} (Linux; Android 14; Pixel 8)`;

describe('the name of a browser', () => {
  it.each([
    [`${windows} ${webKit} Chrome/140.0.0.0 Safari/537.36`, 'Chrome on Windows', false],
    [`${windows} ${webKit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0`, 'Edge on Windows', false],
    [`${windows} ${webKit} Chrome/140.0 Safari/537.36 OPR/120.0`, 'Opera on Windows', false],
    [`${mac} AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15`, 'Safari on macOS', false],
    [`${mac} Gecko/20100101 Firefox/142.0`, 'Firefox on macOS', false],
    [`${mozilla} (X11; Linux x86_64) ${webKit} HeadlessChrome/140.0`, 'Chrome on Linux', false],
    [`${mozilla} (X11; CrOS x86_64) ${webKit} Chrome/140.0`, 'Chrome on ChromeOS', false],
    [`${iPhone} Version/18.0 Mobile/15E148 Safari/604.1`, 'Safari on iPhone', true],
    [`${iPhone} CriOS/140.0 Mobile/15E148 Safari/604.1`, 'Chrome on iPhone', true],
    [`${android} ${webKit} Chrome/140.0 Mobile Safari/537.36`, 'Chrome on Android', true],
    [`${android} SamsungBrowser/28.0 Chrome/130.0 Mobile`, 'Samsung Internet on Android', true],
    ['curl/8.14.1', 'curl', false],
    [`${mozilla} (something else)`, 'Browser', false],
    ['', 'Unknown browser', false],
    [null, 'Unknown browser', false],
  ])('%s: %s', (userAgent, name, handheld) => {
    expect([deviceName(userAgent), isHandheld(userAgent)]).toEqual([name, handheld]);
  });
});
