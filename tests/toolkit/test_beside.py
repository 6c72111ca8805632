"""Ways that a higher floor offers beside a page of a lower one."""

from toolkit import beside


def test_way_is_offered_once_however_often_it_is_added():
    way = beside.Way("Kartu", "print", "home")
    for _ in range(2):
        beside.add("halaman contoh", way)

    assert beside.ways("halaman contoh") == (way,)


def test_page_without_ways_has_none():
    assert beside.ways("halaman lain") == ()
