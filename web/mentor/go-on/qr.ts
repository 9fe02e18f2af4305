import { create } from 'qrcode';

const SVG = 'http://www.w3.org/2000/svg';
/** White around it, in squares: cameras look for it. */
const MARGIN = 3;

/** A picture for a phone's camera, drawn here: no server sees what it says. Its own bundle, loaded when asked. */
export function drawQr(text: string, label: string): SVGElement {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const squares = Array.from(data, (dark, at) =>
    dark ? `M${String((at % size) + MARGIN)} ${String(Math.floor(at / size) + MARGIN)}h1v1h-1z` : '',
  );
  const side = String(size + 2 * MARGIN);
  const picture = element('svg', { viewBox: `0 0 ${side} ${side}`, role: 'img', 'aria-label': label, class: 'qr' });
  picture.append(
    element('rect', { width: side, height: side, fill: '#fff' }),
    element('path', { d: squares.join(''), fill: '#000', 'shape-rendering': 'crispEdges' }),
  );
  return picture;
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
