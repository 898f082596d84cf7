"""What a store tells of its statements: one reader of them, of their articles, and of those they speak of; which of them; as a network."""
