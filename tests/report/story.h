// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/bundle/exporter.h"
#include "support/roombuilder.h"

#include <QTemporaryDir>

namespace wardroom::test {

//! A small incident, as every report test needs one: alert, incident, a patch approved by Tom, words, an attachment,
//! and anchors by both.
class Story
{
public:
    Story();

    static domain::RoomId room() { return domain::RoomId(QStringLiteral("room-7")); }
    //! A request to export it; change it before exportTo().
    report::ExportRequest request() const;
    //! Exports to a new folder (or .zip) in the test's own directory and answers its path; empty on failure.
    QString exported(const report::ExportRequest &request, const QString &name = QStringLiteral("bundle"));
    QString exported() { return exported(request()); }
    QString trust() const { return rooms.workspace().text(); }
    QString path(const QString &name) const { return m_folder.filePath(name); }

    RoomBuilder rooms;
    QByteArray log = "Reading package lists...\nSetting up nginx (1.22.1-9+deb12u1) ...\n";

private:
    QTemporaryDir m_folder;
};

QByteArray fileBytes(const QString &path);
void setFileBytes(const QString &path, const QByteArray &bytes);
//! A copy of a folder with its files; \a to must not be there.
void copyFolder(const QString &from, const QString &to);

} // namespace wardroom::test
