import { loadKnowledge } from './knowledge/load.js';
