import { openFile } from '../../desk/ticket-files.js';
import { nothing, param, signed, type DeskRoute } from './route.js';

/** Whatever is in it, a browser that opens the address itself runs nothing and reaches nothing. */
const NOTHING_RUNS = "default-src 'none'; sandbox; frame-ancestors 'none'";

export const fileRoutes: readonly DeskRoute[] = [
  signed('tickets', 'get', '/tickets/:id/files/:file', nothing, async (call) => {
    const { file, bytes } = await openFile(call.deps, param(call, 'id'), param(call, 'file'));
    call.response
      .set({
        'Content-Type': file.contentType,
        'Content-Disposition': disposition(file.shown ? 'inline' : 'attachment', file.name ?? `bijlage-${file.kind}`),
        'Content-Security-Policy': NOTHING_RUNS,
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
        'Cache-Control': 'private, no-store',
      })
      .send(bytes);
    return undefined;
  }),
];

/** RFC 6266: a plain name for old clients, the whole one beside it. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`;
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
