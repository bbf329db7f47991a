// What every page begins with; each module finds by itself what it is for.
import './theme.js';
import './forms.js';
import './lanes.js';
import './chart.js';
import './live.js';
import './shortcuts.js';
