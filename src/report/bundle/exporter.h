// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "base/keys.h"
#include "domain/entry.h"
#include "report/bundle/redaction.h"
#include "report/reportdocument.h"
#include "report/verify/verification.h"

#include <functional>

namespace wardroom::report {

//! Draws the PDF; lives in another module, because it needs fonts.
using PdfWriter = std::function<Result<void>(const ReportDocument &document, const QString &pdfPath)>;
//! An attachment's bytes by hash; an error means that they are not here.
using AttachmentReader = std::function<Result<QByteArray>(const Sha256 &hash)>;

struct ExportRequest
{
    domain::WorkspaceId workspace;
    domain::RoomId controlRoom;
    QList<domain::Entry> controlEntries; //!< the whole control room
    domain::RoomId room;
    QString roomName;
    QList<domain::Entry> entries; //!< the whole room, facts and words, in any order, doubled or not
    AttachmentReader attachment;
    PdfWriter pdf; //!< empty: no report.pdf
    SigningKey key;
    domain::NodeId node;
    QString language = QStringLiteral("en");
    QString translation; //!< the .qm file of that language; empty for English
    qint64 nowMs = 0;    //!< the time written into the bundle
    qint64 from = 0;     //!< ms of the server's clock; earlier entries are withheld; 0: from the start
    qint64 until = 0;    //!< ms; later entries are withheld; 0: to the end
    QList<Redaction> redactions;
    QString path; //!< a folder that is not there yet or is empty, or a new file that ends in .zip
};

struct Exported
{
    QString path;
    Manifest manifest;
    QList<Problem> problems; //!< what is missing or does not add up in the room itself: tell the person who exports
};

//! Writes the signed bundle, whole or not at all: it is made beside \a path and moved there at the end.
//! ErrorKind::conflict: something is there already; notFound: a redaction names nothing in the room; forbidden: the
//! key is not the node's; storage: disk. Blocks; call it off the main thread.
Result<Exported> exportBundle(const ExportRequest &request);

} // namespace wardroom::report
