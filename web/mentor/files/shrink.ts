import type { Shrunk } from './file-note.js';

/** Longest side of a photo as it is sent: enough to read a label on a machine, a tenth of what a camera makes. */
const LONGEST = 2_000;
const THUMB = 320;
/** Below this a photo goes as it is. */
const SMALL_BYTES = 400_000;

/**
 * A photo for a bad connection: smaller, and without what the camera wrote into it (place, time, device). What the
 * browser cannot draw goes as it is.
 */
export async function shrinkPhoto(file: Blob): Promise<Shrunk> {
  // A drawing may have sides that a JPEG loses; an animation its movement.
  if (!/^image\/(?:jpeg|png|webp|heic|heif)$/.test(file.type)) return { blob: file, thumb: null };
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (picture === null) return { blob: file, thumb: null };
  try {
    const thumb = draw(picture, THUMB).toDataURL('image/jpeg', 0.6);
    if (file.type === 'image/png' && file.size < SMALL_BYTES) return { blob: file, thumb };
    const blob = await toJpeg(draw(picture, LONGEST));
    return { blob: blob ?? file, thumb };
  } finally {
    picture.close();
  }
}

function draw(picture: ImageBitmap, longest: number): HTMLCanvasElement {
  const factor = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * factor));
  canvas.height = Math.max(1, Math.round(picture.height * factor));
  const context = canvas.getContext('2d');
  if (context) {
    // A photo with see-through places stands on white, as in the conversation.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

function toJpeg(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return new Promise((done) => {
    canvas.toBlob(done, 'image/jpeg', 0.82);
  });
}
