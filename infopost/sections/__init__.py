"""What the post's page about one person shows: a file for each section, gathered in `infopost.desk`."""
