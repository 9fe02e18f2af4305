import { keepTicks } from './ticks.js';
import { searchAsYouType } from './search-box.js';

/** Everything here only adds comfort: without it each page still does its work. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-search]')) searchAsYouType(form);
for (const list of document.querySelectorAll<HTMLElement>('[data-checklist]')) keepTicks(list);
