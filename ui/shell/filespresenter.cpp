// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/filespresenter.h"

#include "base/filename.h"
#include "session/files.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/picture.h"
#include "ui/conversation/threadpane.h"
#include "ui/incident/confirmsheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/announcer.h"
#include "ui/timeline/detailpane.h"

#include <QCoroFuture>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QMimeDatabase>
#include <QSaveFile>
#include <QtConcurrentRun>

namespace wardroom::ui {

using namespace Qt::StringLiterals;
using session::FileLine;
using session::FileStep;

namespace {

constexpr int pictureBudget = 32 * 1024; // kilobytes of decoded pictures
constexpr QSize largestPicture(520, 320);
constexpr qsizetype mostOpened = 10;

//! Whether what is in it is what its name says, as far as that can be told: a program is a program under any name.
bool isHarmless(const QString &name, const QByteArray &bytes)
{
    const QMimeDatabase types;
    const QMimeType inside = types.mimeTypeForData(bytes.left(64 * 1024));
    for (const QString &bad :
         {u"application/x-executable"_s, u"application/x-sharedlib"_s, u"application/x-shellscript"_s,
          u"application/x-desktop"_s, u"application/x-msdownload"_s, u"text/html"_s,
          u"application/x-ms-dos-executable"_s, u"application/vnd.microsoft.portable-executable"_s,
          u"application/java-archive"_s, u"image/svg+xml"_s})
        if (inside.inherits(bad))
            return false;
    return mayBeShown(name) && !bytes.startsWith("#!") && !bytes.startsWith("MZ") &&
           !bytes.startsWith("\x7f"
                             "ELF");
}

Result<void> written(const QString &path, const QByteArray &bytes, QFile::Permissions rights)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.setPermissions(rights) && file.write(bytes) == bytes.size() &&
        file.commit())
        return {};
    return fail(ErrorKind::storage, FilesPresenter::tr("%1 could not be written: %2. Choose another place.")
                                        .arg(QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace

FilesPresenter::FilesPresenter(MainWindow &window, session::Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_workspace(workspace)
    , m_opener([](const QUrl &file) { return QDesktopServices::openUrl(file); })
    , m_pictures(pictureBudget)
{
    m_decoders.setMaxThreadCount(1);
    for (ConversationView *view : {window.conversation(), window.thread()->conversation()})
        view->setPictures([this](const FileLine &file) { return picture(file); });
    connect(window.detail(), &DetailPane::evidenceActionWanted, this, [this](int row, bool open) {
        const QList<FileLine> files = m_workspace.evidence(m_window.rooms()->currentRoom());
        if (row >= 0 && row < files.size())
            act(files.at(row), open ? RowAction::openFile : RowAction::saveFile);
    });
}

FilesPresenter::~FilesPresenter()
{
    for (ConversationView *view : {m_window.conversation(), m_window.thread()->conversation()})
        view->setPictures({});
    m_decoders.waitForDone();
}

bool FilesPresenter::act(const FileLine &file, RowAction action)
{
    switch (action) {
    case RowAction::fetchFile: fetch(file); return true;
    case RowAction::cancelFile: m_workspace.files().cancel(file); return true;
    case RowAction::saveFile: askSave(file); return true;
    case RowAction::openFile: askOpen(file); return true;
    default: return false;
    }
}

//! What goes wrong stands at the file itself.
void FilesPresenter::fetch(const FileLine &file)
{
    QCoro::connect(m_workspace.files().bytes(file), this, [this, file](const Result<QByteArray> &bytes) {
        if (!bytes && bytes.error().kind != ErrorKind::cancelled)
            return m_window.announcer()->say(tr("%1: %2").arg(file.name, bytes.error().message));
        if (bytes)
            m_window.announcer()->say(tr("%1 is here").arg(file.name));
    });
}

void FilesPresenter::askSave(const FileLine &file)
{
    auto *chooser = new QFileDialog(&m_window, tr("Save the file"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->selectFile(file.name);
    connect(chooser, &QFileDialog::fileSelected, this, [this, file](const QString &path) { save(file, path); });
    chooser->open();
}

void FilesPresenter::save(const FileLine &file, const QString &path)
{
    QCoro::connect(m_workspace.files().bytes(file), this, [this, file, path](const Result<QByteArray> &bytes) {
        if (!bytes && bytes.error().kind == ErrorKind::cancelled)
            return;
        const Result<void> done = bytes.and_then([&](const QByteArray &those) {
            return written(path, those, QFile::ReadOwner | QFile::WriteOwner); // never to be run as it is
        });
        if (!done)
            return m_window.showTrouble(done.error().message);
        m_window.announcer()->say(tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
    });
}

void FilesPresenter::askOpen(const FileLine &file)
{
    if (!mayBeShown(file.name))
        return m_window.showTrouble(
            tr("A file of this kind is never opened from here. Save it, and look at it where it "
               "can do no harm."));
    auto *sheet = new ConfirmSheet({tr("Open the file"),
                                    tr("Another program of this machine opens it. Nobody has checked what is in it: "
                                       "open it only when you know who "
                                       "posted it and why."),
                                    tr("File"), file.name, tr("Open it")},
                                   &m_window);
    connect(sheet, &Sheet::confirmed, this, [this, sheet, file] {
        sheet->accept();
        open(file);
    });
    sheet->open();
}

void FilesPresenter::open(const FileLine &file)
{
    QCoro::connect(m_workspace.files().bytes(file), this, [this, file](const Result<QByteArray> &bytes) {
        if (!bytes && bytes.error().kind == ErrorKind::cancelled)
            return;
        const Result<QUrl> place = bytes.and_then([&](const QByteArray &those) { return laidOut(file, those); });
        if (!place)
            return m_window.showTrouble(place.error().message);
        if (!m_opener(*place))
            m_window.showTrouble(tr("No program of this machine opens such a file. Save it instead."));
    });
}

//! In a folder of this program alone, gone with it; the name is that which was shown.
Result<QUrl> FilesPresenter::laidOut(const FileLine &file, const QByteArray &bytes)
{
    if (!isHarmless(file.name, bytes))
        return fail(ErrorKind::forbidden,
                    tr("What is in this file is not what its name says, and might be run. It is not "
                       "opened. Save it, and look at it where it can do no harm."));
    const QString folder = m_folder.filePath(Sha256::of(bytes).hex().left(16));
    if (!m_folder.isValid() || !QDir().mkpath(folder))
        return fail(ErrorKind::storage, tr("There is no place to put the file. Make room on the disk."));
    const QString path = folder + u'/' + file.name;
    m_opened.removeAll(folder);
    m_opened.append(folder);
    while (m_opened.size() > mostOpened)
        QDir(m_opened.takeFirst()).removeRecursively();
    QFile::remove(path); // from before; nobody may write to it
    return written(path, bytes, QFile::ReadOwner).map([&] { return QUrl::fromLocalFile(path); });
}

//! Of what is here only: looking at a conversation fetches nothing.
QImage FilesPresenter::picture(const FileLine &file)
{
    const QString key = file.key();
    if (const QImage *known = m_pictures.object(key))
        return *known;
    const bool wanted = file.kind == domain::MediaKind::image && file.step == FileStep::here;
    if (wanted && !m_decoding.contains(key) && !m_undecodable.contains(key))
        QCoro::connect(decode(file), this, [] {});
    return {};
}

QCoro::Task<void> FilesPresenter::decode(FileLine file)
{
    const QPointer<FilesPresenter> self(this);
    const QString key = file.key();
    m_decoding.insert(key);
    const Result<QByteArray> bytes = co_await m_workspace.files().bytes(file);
    if (!self)
        co_return;
    const double ratio = m_window.devicePixelRatioF();
    QImage made;
    if (bytes) {
        const auto decoding = [those = *bytes, ratio] { return decodedPicture(those, largestPicture * ratio); };
        QFuture<QImage> future = QtConcurrent::run(&m_decoders, decoding);
        made = co_await future;
        if (!self)
            co_return;
    }
    m_decoding.remove(key);
    if (made.isNull()) {
        m_undecodable.insert(key);
        co_return;
    }
    made.setDevicePixelRatio(ratio);
    m_pictures.insert(key, new QImage(made), std::max<int>(1, static_cast<int>(made.sizeInBytes() / 1024)));
    for (ConversationView *view : {m_window.conversation(), m_window.thread()->conversation()})
        view->refreshPicture(key);
}

} // namespace wardroom::ui
