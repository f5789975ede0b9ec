from conftest import ROOT
from theming import SHIPPED, made, prune


def test_a_rule_stays_when_something_of_an_article_may_match_it():
    css = ".md-typeset h1,.md-header h1{margin:0}.md-nav{color:red}.md-typeset .admonition-title{color:blue}"
    assert prune(css, "") == ".md-typeset h1{margin:0}.md-typeset .admonition-title{color:blue}"
    assert not prune(".md-typeset .tip>.admonition-title{color:red}@keyframes fact{to{opacity:1}}", "")


def test_what_stands_in_not_and_is_does_not_drop_a_rule():
    css = ".md-typeset table:not(.linked){margin:0}:is(.md-typeset,.md-header) a{color:red}"
    assert prune(css, "") == css


def test_rules_for_parts_of_the_theme_that_attributes_name_go():
    assert prune("[data-md-toggle=search]:checked~p{color:red}[dir=rtl] p{color:blue}", "") == "[dir=rtl] p{color:blue}"


def test_a_media_query_stays_with_what_is_left_of_it():
    css = "@media print{.md-nav{display:none}hr{margin:0}}@media (min-width:10em){.md-nav{color:red}}"
    assert prune(css, "") == "@media print{hr{margin:0}}"


def test_a_custom_property_that_nothing_reads_goes_with_those_that_only_it_read():
    css = ":root{--a:1px;--b:var(--a);--c:2px;--d:3px}hr{margin:var(--c)}"
    assert prune(css, "p { padding: var(--d) }") == ":root{--c:2px;--d:3px}hr{margin:var(--c)}"


def test_the_stylesheet_that_is_shipped_is_what_the_script_makes_of_the_theme():
    assert (ROOT / "overrides" / SHIPPED).read_text("utf-8") == made(ROOT / "overrides"), "run scripts/theme"
