/* global document, HTMLInputElement, requestAnimationFrame, Event */

/** In the page: the gesture, at every frame a look whether its result is there, then one frame to paint it. Milliseconds. */
globalThis.timeGesture = async ({ click, search, shows: [css, words] }) => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const isThere = () =>
    [...document.querySelectorAll(css)].some((node) => node.textContent.includes(words)) &&
    (search === undefined || (document.querySelector('h1')?.textContent ?? '').includes(`“${search}”`));
  const field = document.querySelector('input[type=search]');
  if (search !== undefined) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, search);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await frame();
  }
  const begin = performance.now();
  if (search === undefined) document.querySelectorAll(click[0])[click[1]].click();
  else field.form.requestSubmit();
  while (!isThere()) await frame();
  await frame();
  await new Promise((done) => setTimeout(done));
  return performance.now() - begin;
};
