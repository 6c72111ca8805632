"""What members are to each other when somebody else becomes the head."""

from households.choices import Relation

SPOUSES = {Relation.HUSBAND, Relation.WIFE}
# Of the old head's people, what each is to the old head's husband or wife ...
AFTER_SPOUSE = {Relation.PARENT: Relation.PARENT_IN_LAW, Relation.PARENT_IN_LAW: Relation.PARENT}
# ... and to the old head's child: a brother or sister is 'famili lain' on a family card.
AFTER_CHILD = {
    Relation.HUSBAND: Relation.PARENT,
    Relation.WIFE: Relation.PARENT,
    Relation.CHILD: Relation.RELATIVE,
    Relation.PARENT: Relation.RELATIVE,
    Relation.PARENT_IN_LAW: Relation.RELATIVE,
}


# What the old head is to a member who becomes the head of a new family.
HEAD_IS = {
    Relation.HUSBAND: Relation.WIFE,
    Relation.WIFE: Relation.HUSBAND,
    Relation.CHILD: Relation.PARENT,
    Relation.CHILD_IN_LAW: Relation.PARENT_IN_LAW,
    Relation.PARENT: Relation.CHILD,
    Relation.PARENT_IN_LAW: Relation.CHILD_IN_LAW,
}


def relation_in_split(relation: str, *, head_was: str) -> str:
    """What somebody is to the head of a new family, who was `head_was` in the old; empty where it is not certain."""
    if relation == Relation.HEAD:
        return HEAD_IS.get(head_was, Relation.UNKNOWN)
    if head_was in SPOUSES | {Relation.HEAD}:
        return relation_after(relation, head_was=head_was)
    return AFTER_CHILD.get(relation, Relation.UNKNOWN) if head_was == Relation.CHILD else Relation.UNKNOWN


def relation_after(relation: str, *, head_was: str) -> str:
    """What somebody is to the new head, who was `head_was` to the old one; unchanged where that is not certain."""
    if head_was in SPOUSES:
        return AFTER_SPOUSE.get(relation, relation)
    if head_was == Relation.CHILD:
        return AFTER_CHILD.get(relation, relation)
    return relation
