"""The documentation site: pages of docs/ and pages drawn from the code, made into plain HTML that needs no network."""
