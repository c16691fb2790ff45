// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMap>
#include <QString>

namespace wardroom::ctl {

//! What `plugin new` writes: a plugin that works, with tests that pass. %1 is its name, %2 its author as YAML, %3 the
//! schema's path.
struct PluginTemplate
{
    QString manifest;
    QString script;
    QMap<QString, QString> files; //!< below tests/: what the hosts of its tests hold

    static PluginTemplate reading();  //!< counts what a log says
    static PluginTemplate changing(); //!< rehearsed, verified and undone
};

} // namespace wardroom::ctl
