/** Longest voice note; a mentor who talks longer wants a phone call. */
const MOST_SECONDS = 180;
/** Speech needs no more: three minutes are less than a megabyte. */
const BITS = 32_000;

export interface Recording {
  /** Stops and gives what was said. */
  readonly stop: () => void;
  /** Stops and forgets it. */
  readonly drop: () => void;
}

export interface RecordingEvents {
  readonly onSecond: (seconds: number) => void;
  readonly onDone: (sound: Blob) => void;
}

/** Old browsers, and pages without https, have no microphone. */
export function canRecord(): boolean {
  const { mediaDevices } = navigator as { readonly mediaDevices?: MediaDevices };
  return mediaDevices !== undefined && 'MediaRecorder' in window;
}

/** Records until it is stopped, or long enough. Throws when the person or the browser says no. */
export async function record({ onSecond, onDone }: RecordingEvents): Promise<Recording> {
  const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
  const type = ['audio/webm;codecs=opus', 'audio/mp4'].find((one) => MediaRecorder.isTypeSupported(one));
  const recorder = new MediaRecorder(microphone, { audioBitsPerSecond: BITS, ...(type ? { mimeType: type } : {}) });
  const pieces: Blob[] = [];
  let wanted = true;
  let seconds = 0;
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop();
  };
  const clock = setInterval(() => {
    seconds += 1;
    onSecond(seconds);
    if (seconds >= MOST_SECONDS) stop();
  }, 1_000);
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data));
  recorder.addEventListener('stop', () => {
    clearInterval(clock);
    // The red light of the phone goes out.
    for (const track of microphone.getTracks()) track.stop();
    if (wanted) onDone(new Blob(pieces, { type: (recorder.mimeType || 'audio/webm').split(';')[0] ?? '' }));
  });
  recorder.start(1_000);
  return {
    stop,
    drop: () => {
      wanted = false;
      stop();
    },
  };
}
