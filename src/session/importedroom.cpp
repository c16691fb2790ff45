// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/importedroom.h"

#include "base/plaintext.h"
#include "report/verify/factline.h"

#include <QJsonDocument>

namespace wardroom::session {
using namespace Qt::StringLiterals;

namespace {

const QString kPrefix = u"imported:"_s;

QString tr(const char *text)
{
    return QCoreApplication::translate("ImportedRoom", text);
}

} // namespace

QByteArray toBytes(const ImportedFrom &from)
{
    return QJsonDocument(QJsonObject{{u"id"_s, from.id.text()},
                                     {u"name"_s, from.name},
                                     {u"workspace"_s, from.workspace.text()},
                                     {u"room"_s, from.room.text()},
                                     {u"control"_s, from.control.text()},
                                     {u"exporter"_s, from.exporter},
                                     {u"exportedAt"_s, from.exportedAt},
                                     {u"importedAt"_s, from.importedAt},
                                     {u"trusted"_s, from.trusted},
                                     {u"withheld"_s, from.withheld},
                                     {u"facts"_s, from.facts.hex()}})
        .toJson(QJsonDocument::Compact);
}

Result<ImportedFrom> importedFromBytes(const QByteArray &bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    ImportedFrom from;
    from.id = domain::RoomId(json.value(u"id"_s).toString());
    from.name = json.value(u"name"_s).toString();
    from.workspace = domain::WorkspaceId(json.value(u"workspace"_s).toString());
    from.room = domain::RoomId(json.value(u"room"_s).toString());
    from.control = domain::RoomId(json.value(u"control"_s).toString());
    from.exporter = json.value(u"exporter"_s).toString();
    from.exportedAt = json.value(u"exportedAt"_s).toInteger();
    from.importedAt = json.value(u"importedAt"_s).toInteger();
    from.trusted = json.value(u"trusted"_s).toBool();
    from.withheld = json.value(u"withheld"_s).toInteger();
    from.facts = Sha256::fromHex(json.value(u"facts"_s).toString());
    if (!isImportedId(from.id) || from.facts.isNull())
        return fail(ErrorKind::corrupt, tr("What is kept of an imported room cannot be read."));
    return from;
}

Result<std::shared_ptr<ImportedRoom>> foldImported(const ImportedFrom &from, const QByteArray &facts)
{
    Result<QList<report::FactLine>> lines = report::readFactLines(facts);
    if (!lines)
        return tl::unexpected(lines.error());
    QList<domain::Entry> control, room, shown;
    for (const report::FactLine &line : std::as_const(*lines)) {
        const bool isControl = line.entry.room == from.control;
        if (!line.withheld)
            (isControl ? control : room).append(line.entry);
        if (isControl)
            continue;
        domain::Entry entry = line.entry;
        entry.room = from.id;
        if (line.withheld)
            entry.text = tr("Left out by whoever exported it: %1").arg(shownPlainly(line.withheld->reason, 300));
        shown.append(entry);
    }
    domain::WorkspaceFold workspace(from.workspace);
    workspace.add(control);
    domain::RoomFold fold(from.room, workspace.state());
    fold.add(room);
    chat::Room face;
    face.id = from.id;
    face.name = from.name;
    face.topic = tr("Imported and read-only: exported by %1").arg(from.exporter);
    face.purpose = fold.state().incident.opened ? chat::Purpose::incident : chat::Purpose::channel;
    face.archived = true;
    return std::make_shared<ImportedRoom>(
        ImportedRoom{from, std::move(face), workspace.state(), std::move(fold), std::move(shown)});
}

domain::RoomId importedId(const QByteArray &manifest)
{
    return domain::RoomId(kPrefix + Sha256::of(manifest).hex().first(16));
}

bool isImportedId(const domain::RoomId &room)
{
    return room.text().startsWith(kPrefix);
}

QString whyImportedIsReadOnly()
{
    return tr(
        "This room was imported from a bundle: it is a record of somebody's past, and nothing can be added to it.");
}

} // namespace wardroom::session
