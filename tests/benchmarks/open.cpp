// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/measure.h"
#include "benchmarks/world.h"

#include "session/conversation.h"
#include "ui/conversation/conversationview.h"

#include <QApplication>
#include <QElapsedTimer>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

constexpr int kRounds = 15;
constexpr int kLongestMs = 10'000;

//! Sees a view paint rows.
class PaintWatch final : public QObject
{
public:
    PaintWatch(QWidget *viewport, const models::ConversationModel &model) : m_model(model)
    {
        viewport->installEventFilter(this);
    }
    bool painted() const { return m_painted; }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_painted = m_painted || (event->type() == QEvent::Paint && m_model.size() > 0);
        return false;
    }

private:
    const models::ConversationModel &m_model;
    bool m_painted = false;
};

//! From the choice of a room until its rows are painted, in a view that has laid out nothing yet.
Cost openRoom(World &world, const ui::Theme &theme, const domain::RoomId &room, QString &problem)
{
    models::ConversationModel model;
    ui::ConversationView view(theme);
    view.setModel(&model);
    view.resize(1200, 800);
    view.show();
    QCoreApplication::processEvents();
    PaintWatch watch(view.viewport(), model);
    std::unique_ptr<session::Conversation> conversation;
    const Cost cost = costOf([&] {
        conversation = std::make_unique<session::Conversation>(world.engine(), room);
        model.follow(conversation.get());
        // Painting ends within the call that the watch saw it begin in.
        QElapsedTimer elapsed;
        elapsed.start();
        while (!watch.painted() && elapsed.elapsed() < kLongestMs)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
    });
    if (!watch.painted() || view.visibleRows().isEmpty())
        problem = u"%1 was not painted"_s.arg(room.text());
    model.follow(nullptr);
    return cost;
}

} // namespace

Result<Lines> measureOpen()
{
    const Result<World *> world = World::instance();
    if (!world)
        return tl::unexpected(world.error());
    ui::Theme theme;
    theme.apply();
    QString problem;
    Duel duel([&] { return openRoom(**world, theme, (*world)->large(), problem); },
              [&] { return openRoom(**world, theme, (*world)->small(), problem); });
    duel.play(kRounds);
    if (!problem.isEmpty())
        return fail(ErrorKind::timeout, problem);
    Line line = duel.line(u"open"_s, u"ms"_s, Told::byWorse);
    line.bar = 1.2;
    line.what =
        u"a room of %1 entries to its first painted frame / one of %2"_s.arg(World::largeSize()).arg(World::kSmall);
    return Lines{line};
}

} // namespace wardroom::bench
