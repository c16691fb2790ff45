// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/plaintext.h"
#include "control/calls.h"
#include "session/engine.h"
#include "session/imports.h"

#include <QFileInfo>

namespace wardroom::control {
using namespace Qt::StringLiterals;
using session::Workspace;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportCalls", text);
}

//! Another workspace's bundle becomes a read-only room here.
QCoro::Task<Answer> importBundle(Workspace &workspace, Call call)
{
    const QPointer<Workspace> self(&workspace);
    const QString path = call.pathOf(call.word(0));
    const QString trust = call.option(u"trust"_s);
    if (!QFileInfo::exists(path))
        co_return Answer::wrongUsage(tr("%1 is not there.").arg(path));
    const Result<session::Imported> imported = co_await workspace.engine().imports().take(path, trust);
    if (!self || !imported)
        co_return self ? Answer::failed(imported.error()) : Answer::failed({ErrorKind::cancelled, {}, {}});
    QJsonObject json = imported->found.toJson();
    if (imported->room.isEmpty())
        co_return Answer{no, json, imported->found.toText() + u'\n',
                         tr("It was not imported: only a bundle that is complete and unaltered is.")};
    const session::ImportedFrom &from = workspace.engine().book().imported(imported->room)->from;
    json.insert(u"imported"_s, from.id.text());
    json.insert(u"name"_s, from.name);
    json.insert(u"trusted"_s, from.trusted);
    json.insert(u"wasHere"_s, imported->wasHere);
    const QString line =
        u"%1  #%2  %3\n"_s.arg(from.id.text(), shownPlainly(from.name, 80), workspace.recordSentence(from.id));
    QString note = imported->wasHere ? tr("It had been imported before; nothing was changed.") : QString();
    if (!from.trusted)
        note = tr(
            "Nobody vouches for who signed it; give the fingerprint of its workspace with --trust where you have it.");
    co_return Answer{yes, json, line, note};
}

} // namespace

const QMap<QString, Carry> &importCalls()
{
    static const QMap<QString, Carry> table{{u"import"_s, &importBundle}};
    return table;
}

} // namespace wardroom::control
