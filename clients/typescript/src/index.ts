export { type WaitOptions } from './batches.js';
export { type CallOptions, type FinvoOptions } from './connection.js';
export { Finvo } from './finvo.js';
export { FinvoError } from './finvo-error.js';
export { type IssuedPdf } from './invoices.js';
export { type Api, type InputOf, type AnswerOf, type FilterOf } from './operations.js';
export { type IssueOptions } from './route-group.js';
export type * from './shapes.js';
export { verifyWebhook, type VerifyOptions, type WebhookEvent } from './verify-webhook.js';
