import { createRoot } from 'react-dom/client';
import { createApi } from './base/api.js';
import { connectTeams, isFramed } from './base/teams.js';
import './base/base.css';
import { App } from './app.js';

const root = document.getElementById('root');
if (root) {
  const api = createApi();
  // Inside Teams we wait for its theme and deep link; a plain browser starts at once.
  const host = isFramed() ? connectTeams() : Promise.resolve(null);
  void host.then((teams) => {
    createRoot(root).render(<App api={api} teams={teams} />);
  });
}
