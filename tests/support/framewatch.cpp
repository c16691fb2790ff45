// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
//! A library that a test starts the desktop with (LD_PRELOAD, ld.so(8)): it opens the room that WARDROOM_FRAMES_ROOM
//! names, as a person does by a click, and then demands a frame of the conversation 60 times a second. A frame takes
//! from when it was due until it is painted, so whatever else the window did meanwhile counts. At the end it writes
//! what they took to the file that WARDROOM_FRAMES names. The program itself knows nothing of it.
#include <QAbstractItemView>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QTimer>
#include <algorithm>
#include <vector>

namespace {
using namespace Qt::StringLiterals;

constexpr qint64 kFrameNs = 1'000'000'000 / 60;
constexpr int kMostFrames = 1'000'000;

class FrameWatch final : public QObject
{
public:
    FrameWatch() : QObject(qApp)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setSingleShot(true);
        m_timer.callOnTimeout(this, [this] { tick(); });
        connect(qApp, &QCoreApplication::aboutToQuit, this, [this] { write(); });
        m_clock.start();
        m_timer.start(1000);
    }

private:
    void tick()
    {
        if (!m_view && !openRoom()) {
            m_timer.start(200);
            return;
        }
        const qint64 now = m_clock.nsecsElapsed();
        if (m_due == 0)
            m_due = now;
        m_view->repaint();
        m_seen = m_seen || m_view->isVisible(); // not that of the last frame: the window closes then
        const qint64 done = m_clock.nsecsElapsed();
        if (m_frames.size() < kMostFrames)
            m_frames.push_back(static_cast<double>(done - m_due) / 1e6);
        m_due = std::max(m_due + kFrameNs, done);
        m_timer.start(std::max<int>(0, static_cast<int>((m_due - done) / 1'000'000)));
    }

    bool openRoom()
    {
        const QString wanted = qEnvironmentVariable("WARDROOM_FRAMES_ROOM");
        const QWidgetList widgets = QApplication::allWidgets();
        for (QWidget *widget : widgets) {
            auto *list = qobject_cast<QAbstractItemView *>(widget);
            if (!list || !list->isVisible() || !list->model())
                continue;
            for (int row = 0; row < list->model()->rowCount(list->rootIndex()); ++row) {
                const QModelIndex index = list->model()->index(row, 0, list->rootIndex());
                if (!index.data().toString().contains(wanted))
                    continue;
                click(list->viewport(), list->visualRect(index).center());
                m_view = conversation();
                return m_view != nullptr;
            }
        }
        return false;
    }

    static void click(QWidget *on, QPoint at)
    {
        for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
            const auto held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
            QMouseEvent event(type, at, on->mapToGlobal(at), Qt::LeftButton, held, Qt::NoModifier);
            QCoreApplication::sendEvent(on, &event);
        }
    }

    //! The one that is shown: the pane for threads has one as well, and hides it while no thread is open.
    static QWidget *conversation()
    {
        const QWidgetList widgets = QApplication::allWidgets();
        for (QWidget *widget : widgets)
            if (widget->inherits("wardroom::ui::ConversationView") && widget->isVisible())
                return static_cast<QAbstractScrollArea *>(widget)->viewport();
        return nullptr;
    }

    void write()
    {
        std::sort(m_frames.begin(), m_frames.end());
        const auto at = [&](double part) {
            const auto last = static_cast<double>(m_frames.size()) - 1;
            return m_frames.empty() ? 0.0 : m_frames[static_cast<size_t>(last * part)];
        };
        const QJsonObject told{{u"frames"_s, static_cast<qint64>(m_frames.size())},
                               {u"p50"_s, at(0.5)},
                               {u"p99"_s, at(0.99)},
                               {u"longest"_s, at(1)},
                               {u"seen"_s, m_seen}};
        QFile file(qEnvironmentVariable("WARDROOM_FRAMES"));
        if (file.open(QIODevice::WriteOnly))
            file.write(QJsonDocument(told).toJson(QJsonDocument::Compact));
    }

    QTimer m_timer;
    QElapsedTimer m_clock;
    QPointer<QWidget> m_view;
    qint64 m_due = 0;
    bool m_seen = false;
    std::vector<double> m_frames;
};

void watchFrames()
{
    if (qobject_cast<QApplication *>(QCoreApplication::instance()) && qEnvironmentVariableIsSet("WARDROOM_FRAMES"))
        new FrameWatch; // owned by the application
}

} // namespace

Q_COREAPP_STARTUP_FUNCTION(watchFrames)
