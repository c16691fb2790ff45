// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/recordpresenter.h"

#include "session/board.h"
#include "session/custody.h"
#include "session/exporting.h"
#include "ui/board/boardpage.h"
#include "ui/reports/custodydialog.h"
#include "ui/reports/exportdialog.h"
#include "ui/reports/reportspage.h"

#include <QDesktopServices>
#include <QStandardPaths>
#include <QUrl>

namespace wardroom::ui {

using namespace Qt::StringLiterals;

RecordPresenter::RecordPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
{
    connect(&window, &MainWindow::pageShown, this, &RecordPresenter::refreshPage);
    connect(window.reports(), &ReportsPage::exportWanted, this, &RecordPresenter::openExport);
    connect(window.board(), &BoardPage::roomWanted, this, &RecordPresenter::roomWanted);
    connect(&workspace, &session::Workspace::roomChanged, this, [this] { refreshPage(m_window.page()); });
}

void RecordPresenter::refreshPage(Page page)
{
    if (page == Page::board) {
        m_window.board()->setView(m_workspace.board().view());
    } else if (page == Page::reports) {
        QList<std::pair<session::RoomLine, QString>> rooms;
        for (const session::RoomLine &room : m_workspace.rooms())
            if (room.purpose == session::Purpose::incident && room.imported.isEmpty())
                rooms << std::pair(room, m_workspace.recordSentence(room.id));
        m_window.reports()->setRooms(rooms);
    }
}

void RecordPresenter::openExport(const session::RoomId &room)
{
    if (m_dialog)
        m_dialog->close();
    QList<session::RoomLine> rooms = m_workspace.rooms();
    rooms.removeIf([](const session::RoomLine &line) {
        return line.purpose == session::Purpose::control || line.purpose == session::Purpose::group ||
               !line.imported.isEmpty();
    });
    m_dialog =
        new ExportDialog(rooms, room, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), &m_window);
    m_dialog->setLanguage(m_workspace.language());
    connect(m_dialog, &ExportDialog::exportWanted, this, &RecordPresenter::write);
    connect(m_dialog, &ExportDialog::showFolderWanted, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    m_dialog->open();
}

void RecordPresenter::openCustody(const session::RoomId &room)
{
    auto *dialog =
        new CustodyDialog(m_workspace.header(room).title, session::custodyOf(m_workspace.engine(), room), &m_window);
    connect(dialog, &CustodyDialog::placeWanted, this,
            [this, room](const session::EntryId &entry) { Q_EMIT placeWanted(room, entry); });
    dialog->open();
}

void RecordPresenter::write()
{
    session::ExportOptions options;
    options.room = m_dialog->room();
    options.path = m_dialog->path();
    options.language = m_dialog->language();
    const QPointer<ExportDialog> dialog(m_dialog);
    QCoro::connect(m_workspace.exporting().write(options), this, [this, dialog](const Result<QString> &path) {
        if (path && dialog)
            check(*path);
        else if (dialog)
            dialog->setProblem(path.error().message);
    });
}

//! Reads back what was written: the tick says what a stranger would find.
void RecordPresenter::check(const QString &path)
{
    const QPointer<ExportDialog> dialog(m_dialog);
    QCoro::connect(m_workspace.exporting().check(path), this,
                   [this, dialog, path](const Result<session::BundleVerdict> &verdict) {
                       if (dialog && verdict)
                           dialog->setDone(path, verdict->sentence, verdict->intact, m_workspace.trust());
                       else if (dialog)
                           dialog->setProblem(verdict.error().message);
                   });
}

} // namespace wardroom::ui
