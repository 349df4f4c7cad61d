import { describe, expect, it } from '@jest/globals';
import { endOf, handoverAfter, nothingHandedOver, waitingAddresses } from './handover.js';

const asks = (address: string) => ({ address, said: '450 later', isFinal: false });
const refuses = (address: string) => ({ address, said: '550 no', isFinal: true });

describe('the handover of a mail', () => {
  it('is done with who has it and who is refused for good, and with nobody else', () => {
    const attempt = { taken: ['a'], refusals: [asks('b'), refuses('c')] };
    const handover = handoverAfter(nothingHandedOver, attempt, false);
    expect(handover).toEqual({ taken: ['a'], refused: [{ address: 'c', said: '550 no' }] });
    const mail = { to: ['a', 'b'], cc: ['c', 'd'], bcc: ['d'], handover };
    expect(waitingAddresses(mail)).toEqual(['b', 'd']);
  });

  it('counts who asks for another attempt as refused after the last one', () => {
    const before = { taken: ['a'], refused: [] };
    const handover = handoverAfter(before, { taken: [], refusals: [asks('b')] }, true);
    expect(handover).toEqual({ taken: ['a'], refused: [{ address: 'b', said: '450 later' }] });
    expect(endOf(['a', 'b'], handover)).toEqual({
      status: 'sent',
      failure: 'Refused by the mail server: b',
    });
  });

  it('has sent nothing where only copies were taken', () => {
    const handover = { taken: ['copy'], refused: [{ address: 'a', said: '550 no' }] };
    expect(endOf(['a'], handover)).toEqual({
      status: 'failed',
      failure: 'The mail server refused the mail: 550 no Only copies went out, to copy.',
    });
  });
});
