// Every style of the site, in the order in which they build on each other.
import './base.css'
import './masthead.css'
import './issue.css'
import './article.css'
import './calendar.css'
import './search.css'
import './print.css'
