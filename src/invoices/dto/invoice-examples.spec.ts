import { describe, expect, it } from '@jest/globals';
import { newOrganization } from '../../accounts/organization.js';
import { readRequest } from '../../common/http/read-request.js';
import { type CompleteRequest } from '../complete-request.js';
import { draftOf } from '../draft.js';
import { CreateInvoiceDto } from './create-invoice.dto.js';
import { invoiceExamples } from './invoice-examples.js';

describe('the examples of the API reference', () => {
  it.each(Object.entries(invoiceExamples))('%s: can be sent as it stands', (_name, example) => {
    const { value, faults } = readRequest(CreateInvoiceDto, example.value);
    expect(faults).toEqual([]);
    const organization = { ...newOrganization, name: 'Example Ltd' };
    const result = draftOf(value as CompleteRequest, {
      organization,
      today: '2026-01-19',
      source: 'api',
      templateVersion: () => 'clean-2',
    });
    expect(result.ok).toBe(true);
  });
});
