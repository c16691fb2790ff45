// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "report/verify/verification.h"
#include "session/roombook.h"
#include "store/store.h"

namespace wardroom::session {

//! What came of an import.
struct Imported
{
    report::Verification found;
    RoomId room;          //!< empty: it was not imported, and found says why
    bool wasHere = false; //!< the same bundle had been imported before
};

//! Other people's bundles as read-only rooms. The bundle's facts are kept as they are and folded by themselves; its
//! entries are in the store under an id of their own, for reading and searching.
class Imports final : public QObject
{
    Q_OBJECT

public:
    Imports(store::Store &store, RoomBook &book, domain::WorkspaceId own, const Clock &clock);

    //! What was imported before. One that cannot be read any more is left out and told as failed().
    QCoro::Task<void> load();
    //! Checks a bundle and takes it in; twice is once. \a trust: the fingerprint of the workspace it comes from, may be
    //! empty. ErrorKind::invalid: no bundle.
    QCoro::Task<Result<Imported>> take(QString path, QString trust);

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence);

private:
    struct Opened;
    static Result<std::shared_ptr<Opened>> openChecked(const QString &path, const QString &trust,
                                                       const domain::WorkspaceId &own);
    QCoro::Task<Result<void>> keep(ImportedFrom from, std::shared_ptr<Opened> opened);
    QCoro::Task<Result<void>> keepAttachments(std::shared_ptr<Opened> opened);
    QCoro::Task<Result<void>> show(ImportedFrom from, QByteArray facts, bool isNew);

    store::Store &m_store;
    RoomBook &m_book;
    domain::WorkspaceId m_own;
    const Clock &m_clock;
};

} // namespace wardroom::session
