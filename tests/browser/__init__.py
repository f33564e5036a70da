"""What a reader meets in Chromium: on every page, by keyboard, without script.

Not here: what a page says; that is tested beside the page. Run by `make test-browser`.
"""
