export { type BatchRowFilter, type WaitOptions } from './batches.js';
export { type CallOptions, type FinvoOptions } from './connection.js';
export { Finvo } from './finvo.js';
export { FinvoError } from './finvo-error.js';
export { type IssuedPdf, type IssueOptions, type ListFilter } from './invoices.js';
export { type Api, type InputOf, type AnswerOf } from './operations.js';
export type * from './shapes.js';
export { verifyWebhook, type VerifyOptions, type WebhookEvent } from './verify-webhook.js';
