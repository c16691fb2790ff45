// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/benchwindow.h"

#include "ui/conversation/conversationview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QWheelEvent>

namespace wardroom::bench {

namespace {

constexpr int kLongestMs = 10'000;

//! Sees a widget paint.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }
    bool painted() const { return m_painted; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_painted = false;
};

} // namespace

//! No notification server may decide how long a frame takes.
class BenchWindow::Silent final : public ui::Notifier
{
public:
    void notify(const session::Attention &) override {}
};

BenchWindow::BenchWindow(World &world)
    : m_engine(&world.engine())
    , m_window(m_theme)
    , m_silent(std::make_unique<Silent>())
    , m_workspace(std::make_unique<session::Workspace>(world.takeEngine()))
    , m_presenter(std::make_unique<ui::WindowPresenter>(m_window, world.clock()))
{
    m_theme.apply();
    m_presenter->setNotifier(m_silent.get());
    m_window.showPage(ui::Page::rooms);
    m_window.resize(1200, 800);
    m_window.show();
    m_presenter->show(*m_workspace);
    settle(300);
}

BenchWindow::~BenchWindow()
{
    m_presenter->leave();
}

bool BenchWindow::open(const domain::RoomId &room)
{
    m_presenter->openRoom(room);
    QElapsedTimer elapsed;
    elapsed.start();
    while (view().visibleRows().isEmpty() && elapsed.elapsed() < kLongestMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    frame();
    return !view().visibleRows().isEmpty();
}

Cost BenchWindow::frame(const std::function<void()> &input)
{
    const PaintWatch watch(view().viewport());
    return costOf([&] {
        if (input)
            input();
        view().viewport()->update();
        // What comes from other threads and timers that are due belong to the frame that they fall into.
        for (int i = 0; i < 20 && !watch.painted(); ++i)
            QCoreApplication::processEvents();
    });
}

void BenchWindow::wheel(int notches)
{
    QWidget *viewport = view().viewport();
    const QPointF middle = viewport->rect().center();
    QWheelEvent event(middle, viewport->mapToGlobal(middle), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(viewport, &event);
}

void BenchWindow::settle(int ms)
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < ms)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
}

} // namespace wardroom::bench
