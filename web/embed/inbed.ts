/**
 * One script tag on another website: a button at the bottom of the page that opens Mentorlijn in a frame of our own
 * origin. Styles are set through the DOM only, so that a host page with a strict CSP needs `script-src` and `frame-src`
 * for our origin, and nothing inline.
 */
const TEXTS = { open: 'Vraag het aan Mentorlijn', close: 'Sluit Mentorlijn', frame: 'Gesprek met Mentorlijn' };
const GREEN = '#0b4a2e';

const script = document.currentScript;
const home = script instanceof HTMLScriptElement ? new URL(script.src).origin : null;
if (home !== null) {
  if (document.readyState === 'loading')
    window.addEventListener('DOMContentLoaded', () => { place(home); }); // prettier-ignore
  else place(home);
}

function place(from: string): void {
  const launcher = document.createElement('button');
  launcher.type = 'button';
  launcher.textContent = TEXTS.open;
  launcher.setAttribute('aria-expanded', 'false');
  dress(launcher, {
    position: 'fixed', right: '16px', bottom: '16px', zIndex: '2147483000', minHeight: '48px', padding: '0 20px',
    border: `2px solid #fff`, borderRadius: '24px', background: GREEN, color: '#fff', font: '600 16px/1.2 system-ui, sans-serif',
    cursor: 'pointer', boxShadow: '0 2px 8px rgb(0 0 0 / 35%)',
  }); // prettier-ignore
  let frame: HTMLIFrameElement | null = null;
  const show = (open: boolean): void => {
    frame ??= open ? addFrame(from) : null;
    if (!frame) return;
    frame.hidden = !open;
    frame.style.display = open ? 'block' : 'none';
    launcher.textContent = open ? TEXTS.close : TEXTS.open;
    launcher.setAttribute('aria-expanded', String(open));
    if (open) frame.focus();
    else launcher.focus();
  };
  launcher.addEventListener('click', () => {
    show(launcher.getAttribute('aria-expanded') !== 'true');
  });
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape' && launcher.getAttribute('aria-expanded') === 'true') show(false);
  });
  // Escape inside the frame: the page in it asks to be closed.
  window.addEventListener('message', ({ source, origin: sender, data }) => {
    if (source === frame?.contentWindow && sender === from && data === 'mentorlijn:sluit') show(false);
  });
  document.body.append(launcher);
}

/** Only made when it is asked for: the host page loads nothing of ours before. */
function addFrame(from: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = `${from}/inbed`;
  frame.title = TEXTS.frame;
  frame.allow = 'clipboard-write; microphone; camera';
  const small = matchMedia('(max-width: 480px)').matches;
  dress(frame, {
    position: 'fixed', zIndex: '2147482999', border: '0', background: '#fff', colorScheme: 'light',
    boxShadow: '0 4px 24px rgb(0 0 0 / 35%)',
    ...(small
      ? { inset: '0 0 76px 0', width: '100%', height: 'calc(100% - 76px)' }
      : { right: '16px', bottom: '80px', width: '400px', height: 'min(680px, calc(100vh - 112px))', borderRadius: '12px' }),
  }); // prettier-ignore
  document.body.append(frame);
  return frame;
}

function dress(element: HTMLElement, style: Partial<CSSStyleDeclaration>): void {
  Object.assign(element.style, style);
}
