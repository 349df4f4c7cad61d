import { apiGroups } from './error-codes-api.js';
import { attachmentGroups } from './error-codes-attachments.js';
import { dashboardGroups } from './error-codes-dashboard.js';
import { inspectionGroups } from './error-codes-e-invoices.js';
import { partFaultGroups } from './error-codes-faults-parts.js';
import { faultGroups } from './error-codes-faults.js';
import { invoiceGroups } from './error-codes-invoices.js';
import { type ErrorGroup } from './error-group.js';

/** Every code that an error answer can have; a test holds this list against docs/errors.md. */
export const errorGroups: readonly ErrorGroup[] = [
  ...apiGroups,
  ...invoiceGroups,
  ...attachmentGroups,
  ...inspectionGroups,
  ...dashboardGroups,
  ...faultGroups,
  ...partFaultGroups,
];
