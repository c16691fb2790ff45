// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "session/workspace.h"
#include "ui/conversation/rowlayout.h"
#include "ui/shell/mainwindow.h"

#include <QCache>
#include <QSet>
#include <QTemporaryDir>
#include <QThreadPool>

#include <functional>

namespace wardroom::ui {

//! What people do with files that others posted or that facts name: look at a picture, save one, have one opened by
//! another program, which asks first. Nothing is fetched, decoded or opened by itself, and nothing that could be run is
//! ever opened.
class FilesPresenter final : public QObject
{
    Q_OBJECT

public:
    //! Hands a file on this machine to the program that shows such files; false: there is none.
    using Opener = std::function<bool(const QUrl &file)>;

    FilesPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent = nullptr);
    ~FilesPresenter() override;

    //! False: it is not about files.
    bool act(const session::FileLine &file, RowAction action);
    void setOpener(Opener opener) { m_opener = std::move(opener); }
    //! Where it is put to be opened; for tests.
    QString folder() const { return m_folder.path(); }

private:
    void fetch(const session::FileLine &file);
    void askSave(const session::FileLine &file);
    void save(const session::FileLine &file, const QString &path);
    void askOpen(const session::FileLine &file);
    void open(const session::FileLine &file);
    Result<QUrl> laidOut(const session::FileLine &file, const QByteArray &bytes);
    QImage picture(const session::FileLine &file);
    QCoro::Task<void> decode(session::FileLine file);

    MainWindow &m_window;
    session::Workspace &m_workspace;
    Opener m_opener;
    QTemporaryDir m_folder;
    QStringList m_opened; //!< what was laid out, oldest first; few are kept
    QThreadPool m_decoders;
    QCache<QString, QImage> m_pictures; //!< by file; the cost is kilobytes
    QSet<QString> m_decoding;
    QSet<QString> m_undecodable;
};

} // namespace wardroom::ui
