import { type INestApplicationContext } from '@nestjs/common';
import { DocumentMoves, type Moved } from '../documents/document-moves.js';
import { DocumentObjects } from '../documents/document-objects.js';
import { DocumentsUnavailable } from '../documents/documents.errors.js';
import { ObjectStore } from '../documents/object-store.js';
import { FaultsFound, shownMax } from './command.js';

/** Moves every PDF to the store of DOCUMENTS_URL, or with "database" back; says what it has moved. */
export async function moveDocuments(
  app: INestApplicationContext,
  [target = 'store']: readonly string[],
) {
  if (target !== 'store' && target !== 'database') {
    throw new FaultsFound(
      'documents:move takes "database", or nothing for the store of DOCUMENTS_URL.',
    );
  }
  expectStore(app);
  const moved: Moved = { documents: 0, bytes: 0, damaged: [] };
  const where = target === 'store' ? 'the store of DOCUMENTS_URL' : 'the database';
  const report = () =>
    `${moved.documents} PDFs (${megabytes(moved.bytes)} MB) were moved to ${where}`;
  try {
    await app.get(DocumentMoves).move(target, moved);
  } catch (error) {
    if (!(error instanceof DocumentsUnavailable)) throw error;
    throw new FaultsFound(`${report()}, then the store failed. Run it again to go on.`);
  }
  if (moved.damaged.length === 0) return `${report()}: all that were not there yet.`;
  const shown = moved.damaged.slice(0, shownMax);
  throw new FaultsFound(
    [...shown, `${report()}; ${moved.damaged.length} were left where they are.`].join('\n'),
  );
}

/** Counts the objects of the store that belong to no PDF, and with "delete" deletes them. */
export async function orphanedDocuments(app: INestApplicationContext, [word]: readonly string[]) {
  if (word !== undefined && word !== 'delete') {
    throw new FaultsFound('documents:orphans takes "delete", or nothing to be told of them only.');
  }
  expectStore(app);
  const objects = app.get(DocumentObjects);
  const found: string[] = [];
  let count = 0;
  for await (const keys of objects.orphans()) {
    count += keys.length;
    found.push(...keys.slice(0, shownMax - found.length));
    if (word === 'delete') await objects.delete(keys);
  }
  const sentence = `${count} objects in the store are older than a day and belong to no PDF of this database`;
  return [...found, `${sentence}${word === 'delete' ? ': they were deleted.' : '.'}`].join('\n');
}

function expectStore(app: INestApplicationContext): void {
  if (!app.get(ObjectStore).isConfigured) {
    throw new FaultsFound('DOCUMENTS_URL names no store: set it as the server has it.');
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
