import { logPlace, recordPlace } from '../codec.js';
import { KEY_MARK } from '../sealed/check-data-key.js';
import type { KeyRing } from '../sealed/data-key.js';
import { sealedCodec } from '../sealed/sealed-codec.js';
import type { Row } from './rows.js';

/** Every row sealed anew with the key in force, also those that lay plain; afterwards the older keys open nothing. */
export async function* resealed(rows: AsyncIterable<Row>, ring: KeyRing): AsyncIterable<Row> {
  const codec = sealedCodec(ring);
  for await (const row of rows) {
    if (row.row === 'counter') {
      yield row;
      continue;
    }
    const place = row.row === 'record' ? recordPlace(row.kind, row.id) : logPlace(row.log);
    const mark = row.row === 'record' && row.kind === KEY_MARK.kind && row.id === KEY_MARK.id;
    const body = mark ? { keys: [ring.current.id] } : codec.decode(row.body, place);
    yield { ...row, body: codec.encode(body, place) };
  }
}
