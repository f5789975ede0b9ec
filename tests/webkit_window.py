#!/usr/bin/python3
"""A window of WebKitGTK that WebDriver may drive, as wide and high as asked. Run by Debian's Python, not by ours."""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402 - a version is asked for first

width, height = int(sys.argv[1]), int(sys.argv[2])
context = WebKit2.WebContext.new_ephemeral()
context.set_automation_allowed(True)


def view(*_):
    """The page that WebDriver drives."""
    shown = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    window = Gtk.Window(decorated=False)
    window.set_default_size(width, height)
    window.add(shown)
    window.show_all()
    return shown


def started(_, session):
    """A session begins: it asks for its page."""
    session.set_application_info(WebKit2.ApplicationInfo())
    session.connect("create-web-view", view)


context.connect("automation-started", started)
Gtk.main()
