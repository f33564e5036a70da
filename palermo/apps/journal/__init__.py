"""The journal: one line for every act that changes or reveals protected data.

Not here: nothing of other rooms: actor, State and object are text.
May import: `queries` and `actions` of nothing above `domain`.
"""
