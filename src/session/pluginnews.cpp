// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/pluginnews.h"

#include "base/plaintext.h"

#include <QCoreApplication>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text, int n = -1)
{
    return QCoreApplication::translate("PluginNews", text, nullptr, n);
}

QString vettingNews(const PluginChange &change, const domain::Policy *policy)
{
    if (!policy || policy->isVetted(change.plugin, change.now))
        return {};
    if (!change.before.isNull() && policy->isVetted(change.plugin, change.before))
        return u' ' +
               tr("Its vetting ended with the change: until somebody vets it again, all it does waits for approval.");
    return u' ' + tr("It is not vetted, so all it does waits for approval.");
}

} // namespace

QString pluginNews(const PluginChange &change, const domain::Policy *policy)
{
    const QString name = shownPlainly(change.plugin, 60);
    switch (change.kind) {
    case PluginChange::Kind::added:
        return tr("Plugin %1 %2 is here: %n command(s).", change.commands).arg(name, change.version) +
               vettingNews(change, policy);
    case PluginChange::Kind::changed:
        if (change.before == change.now)
            return tr("Plugin %1 is whole again.").arg(name);
        return tr("Plugin %1 %2 was read anew: %n command(s).", change.commands).arg(name, change.version) +
               vettingNews(change, policy);
    case PluginChange::Kind::removed: return tr("Plugin %1 is gone, and its commands with it.").arg(name);
    case PluginChange::Kind::broken: break;
    }
    const QString mistake = tr("Plugin %1 cannot be read. %2").arg(name, change.mistake);
    return change.kept ? mistake + u' ' + tr("What was there before goes on working until this is mended.") : mistake;
}

} // namespace wardroom::session
