// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "domain/envelope.h"
#include "domain/workspacestate.h"
#include "report/verify/manifestparts.h"

namespace wardroom::report {

inline constexpr const char16_t *kBundleSchema = u"wardroom.bundle/1";

//! What manifest.json says; its signature by the exporter's node is in manifest.sig.
struct Manifest
{
    QString schema = QString::fromUtf16(kBundleSchema);
    QString program;
    domain::WorkspaceId workspace;
    domain::RoomId controlRoom;
    domain::RoomId room;
    QString roomName;
    QString language;
    qint64 exportedAt = 0; //!< ms, the exporter's clock
    qint64 from = 0;       //!< ms, the period asked for; 0: from the start
    qint64 until = 0;      //!< ms; 0: to the end
    domain::NodeId exporter;
    QString exporterKey;
    BundleCounts counts;
    QList<ChainHead> chains;
    QList<BundleAnchor> anchors;
    QList<WithheldEntry> withheld;
    QList<AbsentAttachment> absent;
    QList<BundleFile> files; //!< by name, all but manifest.json and manifest.sig
    static void fields(auto &s, auto &&f)
    {
        f("schema", s.schema);
        f("program", s.program);
        f("workspace", s.workspace);
        f("controlRoom", s.controlRoom);
        f("room", s.room);
        f("roomName", s.roomName);
        f("language", s.language);
        f("exportedAt", s.exportedAt);
        f("from", s.from);
        f("until", s.until);
        f("exporter", s.exporter);
        f("exporterKey", s.exporterKey);
        f("counts", s.counts);
        f("chains", s.chains);
        f("anchors", s.anchors);
        f("withheld", s.withheld);
        f("absent", s.absent);
        f("files", s.files);
    }
};

//! Canonical JSON: what is signed.
QByteArray manifestBytes(const Manifest &manifest);
//! Strict: canonical, nothing unknown.
Result<Manifest> parseManifest(const QByteArray &bytes);

//! keys.json: every node that the control room knows, with its person and public key.
QByteArray keysBytes(const domain::WorkspaceState &workspace);

} // namespace wardroom::report
