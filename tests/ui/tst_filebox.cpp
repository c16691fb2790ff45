// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "pictures.h"
#include "support/testmain.h"
#include "support/world.h"

#include "session/files.h"
#include "session/talk.h"
#include "session/workspace.h"
#include "ui/conversation/conversationview.h"
#include "ui/conversation/picture.h"
#include "ui/incident/confirmsheet.h"
#include "ui/rooms/roomspane.h"
#include "ui/shell/windowpresenter.h"
#include "ui/timeline/detailpane.h"

#include <QBuffer>
#include <QFileDialog>
#include <QListView>
#include <QPushButton>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace wardroom;
using namespace wardroom::test;
using namespace wardroom::ui;
using session::ConversationRow;
using session::EntryId;
using session::FileLine;
using session::FileStep;
using session::RoomId;

namespace {

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QImage painted(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(QColor(20, 60, 90));
    for (int x = 0; x < width; x += 8)
        for (int y = 0; y < height; ++y)
            image.setPixelColor(x, y, QColor(200, y % 255, 40));
    return image;
}

//! A PNG whose head says it is that large, and whose body is that of a small one.
QByteArray claiming(quint32 width, quint32 height)
{
    QByteArray bytes = encoded(painted(4, 4), "PNG");
    qToBigEndian(width, bytes.data() + 16);
    qToBigEndian(height, bytes.data() + 20);
    return bytes;
}

} // namespace

//! Files in a conversation: what is shown of them, and that nothing hostile comes of it.
class TstFileBox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->apply();
    }
    void cleanupTestCase()
    {
        m_presenter.reset();
        m_window.reset();
        m_workspace.reset();
        m_theme.reset();
    }

    void picturesAreReadByWhatIsInThemAndNoLargerThanWanted()
    {
        const QImage small = decodedPicture(encoded(painted(40, 30), "PNG"), {500, 300});
        QCOMPARE(small.size(), QSize(40, 30));
        const QImage large = decodedPicture(encoded(painted(2000, 1000), "JPG"), {500, 300});
        QCOMPARE(large.size(), QSize(500, 250));
        const QImage thin = decodedPicture(encoded(painted(4000, 2), "PNG"), {500, 300});
        QCOMPARE(thin.size(), QSize(500, 1));
        QImage white(1600, 900, QImage::Format_RGB32);
        white.fill(Qt::white);
        for (const char *format : {"PNG", "JPG", "BMP"}) {
            const QImage scaled = decodedPicture(encoded(white, format), {520, 320});
            QCOMPARE(scaled.width(), 520);
            QVERIFY2(qGray(scaled.pixel(260, scaled.height() - 1)) > 250, format); // to the last line
        }
    }

    void whatIsNoPictureOrTooLargeAPictureIsNotRead_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray png = encoded(painted(400, 300), "PNG");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("words") << QByteArray("not a picture");
        QTest::newRow("cut off at the head") << png.left(20);
        QTest::newRow("a bomb by its size") << claiming(60'000, 60'000);
        QTest::newRow("wide") << claiming(100'000, 1);
        QTest::newRow("many pixels") << claiming(16'000, 16'000);
        QTest::newRow("no size") << claiming(0, 0);
        QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
        QTest::newRow("xpm") << QByteArray("/* XPM */ static char *x[]={\"1 1 1 1\",\"a c #ff0000\",\"a\"};");
        QTest::newRow("many bytes") << png + QByteArray(21 << 20, '\0');
    }
    void whatIsNoPictureOrTooLargeAPictureIsNotRead()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(decodedPicture(bytes, {500, 300}).isNull());
    }

    void theBoxSaysWhatCanBeDone()
    {
        ConversationView view(*m_theme);
        models::ConversationModel model;
        ConversationRow row = message(u"r1"_s, u"Mei Lin"_s, at(2, 10), {});
        row.entry = EntryId(u"$1"_s);
        FileLine file;
        file.kind = domain::MediaKind::image;
        file.name = u"console.png"_s;
        file.size = 240'000;
        file.place = u"mxc://acme.example/abc"_s;
        row.file = file;
        view.setModel(&model);
        view.resize(620, 500);
        view.show();
        const auto offered = [&](FileStep step, const QString &name) {
            row.file->step = step;
            row.file->name = name;
            row.file->got = 60'000;
            row.file->problem = step == FileStep::failed ? u"Cannot reach acme.example."_s : QString();
            row.file->hash = step == FileStep::here ? Sha256::of("x") : Sha256();
            model.setRows({row});
            QStringList labels;
            for (const ActionSpot &spot : view.visibleRows().first().layout->actions)
                labels << spot.label;
            return labels;
        };
        const QString save = u"Save as…"_s, open = u"Open…"_s;
        QCOMPARE(offered(FileStep::away, u"console.png"_s), QStringList({u"Show the picture"_s, save, open}));
        QVERIFY(pictured(view, u"file-away"_s) > 5);
        QCOMPARE(offered(FileStep::coming, u"console.png"_s), QStringList({u"Cancel"_s}));
        QVERIFY(view.textOf(0).contains(u"is being fetched"_s));
        pictured(view, u"file-coming"_s);
        QCOMPARE(offered(FileStep::failed, u"console.png"_s), QStringList({u"Try again"_s, save, open}));
        QVERIFY(view.textOf(0).contains(u"Cannot reach acme.example."_s));
        pictured(view, u"file-failed"_s);
        row.file->kind = domain::MediaKind::file;
        QCOMPARE(offered(FileStep::here, u"invoice.png.exe"_s), QStringList({save})); // never opened
        QVERIFY(view.textOf(0).contains(u"File, invoice.png.exe"_s));
    }

    void evidenceIsSavedAndOpenedAfterAsking()
    {
        openWorkspace();
        attach(u"auth.log"_s, "Failed password for root\n");
        const ConversationRow row = fileRow(u"auth.log"_s);
        QVERIFY(row.file);
        pictured(*m_window, u"file-evidence"_s);
        // Saved: where the person says, for the owner, not to be run.
        QVERIFY(m_presenter->files()->act(*row.file, RowAction::saveFile));
        auto *chooser = m_window->findChild<QFileDialog *>();
        QVERIFY(chooser && chooser->isVisible());
        const QString target = m_folder.filePath(u"saved.log"_s);
        Q_EMIT chooser->fileSelected(target);
        chooser->close();
        QTRY_VERIFY(QFile::exists(target));
        QFile saved(target);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QCOMPARE(saved.readAll(), "Failed password for root\n");
        QVERIFY(!(saved.permissions() & (QFile::ExeOwner | QFile::ReadOther | QFile::ReadGroup)));
        // Opened: only after a yes.
        QList<QUrl> opened;
        m_presenter->files()->setOpener([&](const QUrl &file) {
            opened.append(file);
            return true;
        });
        QVERIFY(m_presenter->files()->act(*row.file, RowAction::openFile));
        auto *sheet = m_window->findChild<ConfirmSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        pictured(*sheet, u"file-open"_s);
        QTest::qWait(200);
        QVERIFY(opened.isEmpty());
        QTest::mouseClick(button(*sheet, u"Open it"_s), Qt::LeftButton);
        QTRY_COMPARE(opened.size(), 1);
        const QFileInfo laid(opened.first().toLocalFile());
        QCOMPARE(laid.fileName(), u"auth.log"_s);
        QVERIFY(laid.filePath().startsWith(m_presenter->files()->folder()));
        QVERIFY(!laid.isWritable() || geteuid() == 0);
        QVERIFY(!laid.isExecutable());
    }

    void aProgramUnderAHarmlessNameIsNotOpened()
    {
        openWorkspace();
        int opened = 0;
        m_presenter->files()->setOpener([&](const QUrl &) { return ++opened > 0; });
        const QList<std::pair<QString, QByteArray>> bad{
            {u"notes.txt"_s, "#!/bin/sh\nreboot\n"},
            {u"photo.png"_s, QByteArray("\x7f"
                                        "ELF\2\1\1",
                                        7)},
            {u"list.csv"_s, "[Desktop Entry]\nType=Application\nExec=sh\n"},
            {u"page.txt"_s, "<!DOCTYPE html><html><script>1</script></html>"}};
        for (const auto &[name, bytes] : bad) {
            attach(name, bytes);
            const ConversationRow row = fileRow(name);
            QVERIFY(row.file);
            QVERIFY(m_presenter->files()->act(*row.file, RowAction::openFile));
            ConfirmSheet *sheet = nullptr;
            QTRY_VERIFY((sheet = visibleSheet()) != nullptr);
            QTest::mouseClick(button(*sheet, u"Open it"_s), Qt::LeftButton);
            QTRY_VERIFY2(saysTrouble(u"might be run"_s), qPrintable(name));
            m_window->showTrouble({});
        }
        QCOMPARE(opened, 0);
        FileLine program = *fileRow(u"notes.txt"_s).file;
        program.name = u"setup.exe"_s;
        QVERIFY(m_presenter->files()->act(program, RowAction::openFile));
        QVERIFY(!visibleSheet()); // not even asked
        QVERIFY(saysTrouble(u"never opened from here"_s));
        m_window->showTrouble({});
    }

    void theListOfEvidenceOffersTheSame()
    {
        openWorkspace();
        attach(u"auth.log"_s, "Failed password for root\n");
        m_window->detail()->focusTabs();
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Right);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Right);
        QTest::keyClick(m_window->focusWidget(), Qt::Key_Right);
        QListView *list = nullptr;
        for (QListView *each : m_window->detail()->findChildren<QListView *>())
            if (each->accessibleName() == u"Evidence"_s)
                list = each;
        QVERIFY(list && list->isVisible());
        QTRY_VERIFY(list->model()->rowCount() > 0);
        list->setCurrentIndex(list->model()->index(0, 0));
        const QString chosen = list->currentIndex().data().toString();
        attach(u"later.txt"_s, "more");
        QTRY_VERIFY(!list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, u"later.txt"_s).isEmpty());
        QCOMPARE(list->currentIndex().data().toString(), chosen); // what comes takes nothing away
        pictured(*m_window, u"file-evidence-tab"_s);
        QPushButton *save = nullptr;
        for (QPushButton *each : m_window->detail()->findChildren<QPushButton *>())
            if (each->accessibleName() == u"Save the chosen evidence"_s)
                save = each;
        QVERIFY(save && save->isEnabled());
        QTest::keyClick(save, Qt::Key_Space);
        auto *chooser = m_window->findChild<QFileDialog *>();
        QTRY_VERIFY((chooser = m_window->findChild<QFileDialog *>()) && chooser->isVisible());
        chooser->close();
    }

private:
    void openWorkspace()
    {
        if (m_workspace)
            return;
        m_desk = std::make_unique<Desk>(m_folder.filePath(u"ada"_s), u"Ada Byron"_s, m_clock);
        QCOMPARE(m_desk->found(u"blue"_s, m_folder.filePath(u"room"_s)), QString());
        m_ops = m_desk->room(u"security-ops"_s);
        m_workspace = std::make_unique<session::Workspace>(m_desk->takeEngine());
        m_window = std::make_unique<MainWindow>(*m_theme);
        m_presenter = std::make_unique<WindowPresenter>(*m_window, m_clock);
        m_window->show();
        m_presenter->show(*m_workspace);
        Q_EMIT m_window->rooms()->roomChosen(m_ops);
    }
    void attach(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(wait(m_workspace->talk().attach(m_ops, file.fileName())));
        QTRY_VERIFY(fileRow(name).file);
    }
    ConversationRow fileRow(const QString &name) const
    {
        auto &rows = m_window->models().conversation;
        for (int i = rows.size() - 1; i >= 0; --i)
            if (rows.row(i).file && rows.row(i).file->name == name)
                return rows.row(i);
        return {};
    }
    ConfirmSheet *visibleSheet() const
    {
        for (ConfirmSheet *each : m_window->findChildren<ConfirmSheet *>())
            if (each->isVisible())
                return each;
        return nullptr;
    }
    bool saysTrouble(const QString &words) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }
    static QPushButton *button(const QWidget &widget, const QString &text)
    {
        for (QPushButton *each : widget.findChildren<QPushButton *>())
            if (each->text() == text)
                return each;
        return nullptr;
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Desk> m_desk;
    RoomId m_ops;
    std::unique_ptr<session::Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowPresenter> m_presenter;
};

WARDROOM_TEST(TstFileBox)
#include "tst_filebox.moc"
