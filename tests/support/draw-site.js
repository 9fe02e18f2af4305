/* global document */

/** In a page: a garden site with a fence that lost a board, as a phone's camera would give it. A JPEG as a data address. */
globalThis.drawSite = (width, height) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const draw = canvas.getContext('2d');
  draw.scale(width / 300, height / 200);
  const fill = (color, ...box) => {
    draw.fillStyle = color;
    draw.fillRect(...box);
  };
  const fade = (y, tall, from, to) => {
    const shade = draw.createLinearGradient(0, y, 0, y + tall);
    shade.addColorStop(0, from);
    shade.addColorStop(1, to);
    fill(shade, 0, y, 300, tall);
  };
  const disc = (color, x, y, wide, tall = wide) => {
    draw.fillStyle = color;
    draw.beginPath();
    draw.ellipse(x, y, wide, tall, 0, 0, 7);
    draw.fill();
  };
  // Always the same picture: its own numbers instead of chance.
  let seed = 7;
  const any = (most) => ((seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647) * most;

  fade(0, 90, '#8fb8d8', '#dbe7ea');
  for (let at = 0; at < 60; at += 1)
    disc(`hsl(${95 + any(25)} 32% ${22 + any(14)}%)`, any(300), 72 + any(26), 8 + any(14));
  fade(96, 104, '#6d8f45', '#4d7030');
  for (let at = 0; at < 2_600; at += 1)
    fill(`hsl(${75 + any(35)} ${30 + any(25)}% ${24 + any(26)}%)`, any(300), 98 + any(102), 0.7, 1 + any(4));
  draw.fillStyle = '#a4937b';
  draw.beginPath();
  for (const [x, y] of [
    [118, 104],
    [150, 104],
    [230, 200],
    [70, 200],
  ])
    draw.lineTo(x, y);
  draw.fill();
  for (let at = 0; at < 900; at += 1) {
    const y = 105 + any(95);
    const open = (y - 104) / 96;
    disc(`hsl(34 12% ${48 + any(30)}%)`, 118 - 48 * open + any(32 + 128 * open), y, 0.5 + any(0.8));
  }
  const board = (x, y, tall, turn = 0) => {
    draw.save();
    draw.translate(x, y);
    draw.rotate(turn);
    fill('#8a6a45', 0, 0, 9, tall);
    fill('#6f5233', 7.6, 0, 1.4, tall);
    for (let at = 0; at < 14; at += 1) fill('rgba(60,40,20,.25)', 1 + any(6), any(tall), 0.5, 3 + any(8));
    draw.restore();
  };
  fill('#5f472c', 0, 84, 300, 4);
  fill('#5f472c', 0, 118, 206, 4);
  for (let x = 4; x < 296; x += 12) if (x < 206 || x > 236) board(x, 70 + any(3), 62);
  board(214, 128, 58, 1.25);
  board(225, 80, 50, 0.22);
  disc('rgba(0,0,0,.25)', 262, 186, 30, 5);
  draw.fillStyle = '#3f7a4f';
  draw.beginPath();
  for (const [x, y] of [
    [232, 148],
    [292, 150],
    [280, 174],
    [246, 174],
  ])
    draw.lineTo(x, y);
  draw.fill();
  disc('#6b4a2b', 262, 148, 27, 7);
  disc('#2a2a2a', 240, 180, 8);
  disc('#8b8b8b', 240, 180, 3);
  fill('#444', 276, 172, 3, 16);
  return canvas.toDataURL('image/jpeg', 0.95);
};
