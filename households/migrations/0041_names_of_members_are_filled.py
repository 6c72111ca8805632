"""Each family gets the names of its members; two statements, whatever the number of rows."""

from django.db import migrations

# The rule of that day, as households.rules.names.together has it.
MOST_TOGETHER = 2000


def fill(apps, schema_editor):
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    joined, by_letter = ("string_agg", 'COLLATE "C"') if is_postgresql else ("group_concat", "")
    members = (
        "SELECT search_name FROM households_person WHERE household_id = households_household.id "  # noqa: S608
        f"ORDER BY search_name {by_letter}"
    )
    names = f"coalesce((SELECT {joined}(search_name, %s) FROM ({members}) AS members), '')"  # noqa: S608
    schema_editor.execute(f"UPDATE households_household SET member_names = {names}", ["\n"])  # noqa: S608
    schema_editor.execute(
        "UPDATE households_household SET member_names = substr(member_names, 1, %s), has_more_names = %s "
        "WHERE length(member_names) > %s",
        [MOST_TOGETHER, True, MOST_TOGETHER],
    )


class Migration(migrations.Migration):
    dependencies = [("households", "0040_names_of_members")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
