// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/verify/replay.h"
#include "session/views.h"

#include <QCoroTask>
#include <QObject>

namespace wardroom::report {
struct ReportDocument;
}

namespace wardroom::session {

class Engine;

struct ExportOptions
{
    RoomId room;
    QString path;    //!< a folder, or a file when it ends in .zip
    qint64 from = 0; //!< ms; 0: from the beginning
    qint64 until = 0;
    QString language; //!< "en", "zh"
    QList<FactId> withheld;
    QString withheldReason;
    QByteArray redactions; //!< a line each: an id, a space, the reason
};

//! What checking a bundle said, in one sentence.
struct BundleVerdict
{
    bool intact = false;
    QString sentence;
};

//! The signed bundle. The PDF is drawn by a function that is handed in, because only desktop and ctl link Gui.
class Exporting final : public QObject
{
    Q_OBJECT

public:
    using DrawPdf = std::function<Result<void>(const report::ReportDocument &, const QString &path)>;

    explicit Exporting(Engine &engine);
    void setPdf(DrawPdf draw);
    //! Anchors the record, then writes. Answers the path.
    QCoro::Task<Result<QString>> write(ExportOptions options);
    //! Reads a bundle back as a stranger would, trusting this workspace's fingerprint.
    QCoro::Task<Result<BundleVerdict>> check(QString path);
    //! Whether the past of \a room in another desktop's bundle differs from this one's.
    QCoro::Task<Result<report::Parting>> compare(RoomId room, QString bundle);

private:
    QCoro::Task<Result<void>> anchor(RoomId room);
    QCoro::Task<Result<QList<domain::Entry>>> allEntries(RoomId room);

    Engine &m_engine;
    DrawPdf m_drawPdf;
};

} // namespace wardroom::session
