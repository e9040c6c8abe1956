// Nothing: targets that are there for their precompiled header have to have a source.
