"""A family's and a person's whole story as chapters: what the registry knows now, and later what each pillar adds."""
