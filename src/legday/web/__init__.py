"""The app: a REST API over the rooms below, and the pages that talk to it."""
