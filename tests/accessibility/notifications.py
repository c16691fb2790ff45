# SPDX-FileCopyrightText: 2026 The Wardroom authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A notification server for tests on the bus of the environment: org.freedesktop.Notifications as the Desktop
Notifications Specification 1.2 says in "D-BUS Protocol"
(https://specifications.freedesktop.org/notification-spec/latest/protocol.html). It shows nothing and remembers all."""

XML = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""


class NotificationServer:
    def __init__(self):
        from gi.repository import Gio, GLib
        self.glib = GLib
        self.shown = []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        interface = Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0]
        self.bus.register_object("/org/freedesktop/Notifications", interface, self.called, None, None)
        self.name = Gio.bus_own_name_on_connection(self.bus, "org.freedesktop.Notifications", Gio.BusNameOwnerFlags.NONE, None, None)

    def called(self, _bus, _sender, _path, _interface, method, arguments, answer):
        given = arguments.unpack()
        if method == "Notify":
            number = given[1] or len(self.shown) + 1
            self.shown.append({"id": number, "title": given[3], "body": given[4], "actions": given[5], "hints": given[6]})
            answer.return_value(self.glib.Variant("(u)", (number,)))
        elif method == "GetCapabilities":
            answer.return_value(self.glib.Variant("(as)", (["actions", "body"],)))
        else:
            answer.return_value(None)

    def press(self, number):
        self.bus.emit_signal(None, "/org/freedesktop/Notifications", "org.freedesktop.Notifications", "ActionInvoked",
                             self.glib.Variant("(us)", (number, "default")))
