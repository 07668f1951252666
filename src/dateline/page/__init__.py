"""The built front end: `index.html`, one file into which an export puts the record (`make page` builds it)."""
