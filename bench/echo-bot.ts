import { serveBot } from './serve-bot.js';

/** The peer: a bare botbuilder echo bot, nothing read, nothing kept. */
serveBot((text) => `echo ${text}`);
