import { type EnvironmentReader } from './environment-reader.js';

/** Where the bytes of PDFs are kept outside the database: a bucket of a store that speaks S3. */
export interface DocumentStoreAddress {
  readonly bucket: string;
  /** What every key starts with: '' or a path that ends in a slash. */
  readonly prefix: string;
  readonly region: string;
  /** Unset means AWS itself. */
  readonly endpoint: string | undefined;
  /** Whether the bucket stands in the path instead of the host name. */
  readonly pathStyle: boolean;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const parameters = ['region', 'endpoint', 'path-style'];
const urlProblem = `DOCUMENTS_URL must be "database:" or look like s3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example.org&path-style=true, without user and password (the value is not shown, as it may hold one).`;

/** The store of DOCUMENTS_URL with its credentials, or undefined where PDFs are kept in the database. */
export function readDocumentStore(read: EnvironmentReader): DocumentStoreAddress | undefined {
  const text = read.text('DOCUMENTS_URL');
  if (text === undefined || text === 'database:') return undefined;
  const place = placeOf(text);
  if (place === undefined) {
    read.problems.push(urlProblem);
    return undefined;
  }
  const accessKeyId = read.text('DOCUMENTS_ACCESS_KEY_ID');
  const secretAccessKey = read.text('DOCUMENTS_SECRET_ACCESS_KEY');
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    read.problems.push(
      'DOCUMENTS_URL needs DOCUMENTS_ACCESS_KEY_ID and DOCUMENTS_SECRET_ACCESS_KEY: credentials are looked for nowhere else.',
    );
    return undefined;
  }
  return Object.freeze({ ...place, accessKeyId, secretAccessKey });
}

type Place = Omit<DocumentStoreAddress, 'accessKeyId' | 'secretAccessKey'>;

function placeOf(text: string): Place | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, host, pathname, searchParams, username, hash } = new URL(text);
  const isS3 = protocol === 's3:' && username + hash === '' && /^[\w.-]{3,63}$/.test(host);
  const path = /^\/*((?:[\w.=-]+\/)*[\w.=-]+)?\/*$/.exec(pathname);
  const access = accessOf(searchParams);
  if (!isS3 || path === null || access === undefined) return undefined;
  return { bucket: host, prefix: path[1] === undefined ? '' : `${path[1]}/`, ...access };
}

type Access = Pick<Place, 'region' | 'endpoint' | 'pathStyle'>;

function accessOf(given: URLSearchParams): Access | undefined {
  const region = given.get('region') ?? 'us-east-1';
  const endpoint = given.get('endpoint') ?? undefined;
  const pathStyle = given.get('path-style') ?? String(endpoint !== undefined);
  const isKnown = [...given.keys()].every((name) => parameters.includes(name));
  const isValid = /^[\w-]{1,40}$/.test(region) && /^(true|false)$/.test(pathStyle);
  if (!isKnown || !isValid || !isOrigin(endpoint)) return undefined;
  return { region, endpoint, pathStyle: pathStyle === 'true' };
}

function isOrigin(endpoint: string | undefined): boolean {
  if (endpoint === undefined) return true;
  if (!URL.canParse(endpoint)) return false;
  const { protocol, pathname, search, hash, username } = new URL(endpoint);
  return /^https?:$/.test(protocol) && pathname === '/' && search + hash + username === '';
}
