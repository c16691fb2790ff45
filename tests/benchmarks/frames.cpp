// SPDX-FileCopyrightText: 2026 The Wardroom authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/apart.h"
#include "benchmarks/benchwindow.h"
#include "benchmarks/seeded.h"

#include "ui/conversation/conversationview.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QKeyEvent>
#include <QScrollBar>
#include <QThread>

namespace wardroom::bench {
using namespace Qt::StringLiterals;

namespace {

constexpr int kWheels = 800;
constexpr int kPages = 100;
constexpr int kDrags = 200;
constexpr int kAlertsAMinute = 10'000;
constexpr int kArrivalSeconds = 12;
constexpr double kFrameMs = 1000.0 / 60;

std::vector<double> wheels(BenchWindow &window)
{
    std::vector<double> frames;
    for (int i = 0; i < kWheels; ++i)
        frames.push_back(window.frame([&] { window.wheel(i % 10 == 9 ? -1 : 1); }).wall);
    return frames;
}

//! Page Up, and the bar dragged to and fro.
std::vector<double> rest(BenchWindow &window)
{
    std::vector<double> frames;
    for (int i = 0; i < kPages; ++i)
        frames.push_back(window
                             .frame([&] {
                                 QKeyEvent key(QEvent::KeyPress, Qt::Key_PageUp, Qt::NoModifier);
                                 QCoreApplication::sendEvent(&window.view(), &key);
                             })
                             .wall);
    Seeded seeded(3);
    QScrollBar *bar = window.view().verticalScrollBar();
    for (int i = 0; i < kDrags; ++i)
        frames.push_back(window.frame([&] { bar->setValue(seeded.below(std::max(1, bar->maximum()))); }).wall);
    return frames;
}

//! Alerts as another Wardroom of this person posts them: each a signed fact with a card of its own.
class Arrivals
{
public:
    Arrivals(session::Engine &engine, domain::RoomId room) : m_engine(engine), m_room(std::move(room)) {}

    void send(int count)
    {
        QList<domain::Entry> entries;
        for (int i = 0; i < count; ++i)
            entries.append(next());
        if (!entries.isEmpty())
            Q_EMIT m_engine.platform().arrived(entries, {});
    }
    int sent() const { return m_sent; }

private:
    domain::Entry next()
    {
        ++m_sent;
        domain::AlertRaised alert;
        alert.tool = u"crowdsec"_s;
        alert.scenario = u"crowdsecurity/ssh-bf"_s;
        alert.title = u"ssh brute force"_s;
        alert.source = u"203.0.%1.%2"_s.arg(m_sent / 250 % 250).arg(m_sent % 250);
        alert.target = u"bastion-2"_s;
        alert.fingerprint = Sha256::of(QByteArray::number(m_sent)).hex();
        alert.first = alert.last = m_engine.clock().nowMs();
        domain::Envelope draft;
        draft.id = domain::newFactId();
        draft.workspace = m_engine.book().workspace().workspace;
        draft.room = m_room;
        draft.at = alert.first;
        draft.policy = m_engine.book().workspace().policy()->version;
        draft.node = m_engine.entry().node;
        draft.seq = m_sent;
        draft.prev = m_last;
        const domain::SealedEnvelope sealed = domain::seal(draft, alert, m_engine.key());
        m_last = Sha256::of(sealed.bytes);
        domain::Entry entry;
        entry.room = m_room;
        entry.position = {alert.first, domain::EntryId(u"alert-%1"_s.arg(m_sent))};
        entry.sender = m_engine.me();
        entry.text = u"ssh brute force from "_s + alert.source;
        entry.envelope = sealed.bytes;
        return entry;
    }

    session::Engine &m_engine;
    domain::RoomId m_room;
    Sha256 m_last;
    int m_sent = 0;
};

//! At the pace of a screen; what is left of each frame's time is slept.
std::vector<double> arrivals(BenchWindow &window, const domain::RoomId &room, QString &problem)
{
    Arrivals alerts(window.engine(), room);
    const auto standing = [&] { return window.engine().book().state(room).alerts.size(); };
    const auto before = standing(); // the room has a past
    std::vector<double> frames;
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < kArrivalSeconds * 1000) {
        const int due = static_cast<int>(elapsed.elapsed() * kAlertsAMinute / 60'000) - alerts.sent();
        alerts.send(due); // signing is the sender's work, so it stands outside the frame
        const double took = window.frame().wall;
        frames.push_back(took);
        if (took < kFrameMs)
            QThread::usleep(static_cast<unsigned long>((kFrameMs - took) * 1000));
    }
    for (int i = 0; i < 20 && standing() - before < alerts.sent(); ++i)
        window.settle(500);
    const auto cards = standing() - before;
    if (cards != alerts.sent())
        problem = u"%1 alerts were sent and %2 are there"_s.arg(alerts.sent()).arg(cards);
    return frames;
}

QJsonObject told(std::vector<double> frames)
{
    const auto late = std::count_if(frames.begin(), frames.end(), [](double ms) { return ms > 16; });
    return {{u"frames"_s, static_cast<qint64>(frames.size())},
            {u"late"_s, static_cast<double>(late) / static_cast<double>(frames.size())},
            {u"p50"_s, percentile(frames, 0.5)},
            {u"p99"_s, percentile(frames, 0.99)},
            {u"longest"_s, percentile(frames, 1)}};
}

Line line(const QString &name, double bar, const QJsonObject &ours, const QJsonObject &baseline, const QString &what)
{
    Line line;
    line.name = name;
    line.unit = u"ms"_s;
    line.ours = ours.value("p99"_L1).toDouble();
    line.baseline = baseline.value("p99"_L1).toDouble();
    line.ratio = line.ours / line.baseline;
    line.bar = bar;
    line.absolute = true;
    line.what = u"p99 of %1 frames of the whole window, median %2 ms, longest %3 ms: %4 / the same in a room of %5"_s
                    .arg(ours.value("frames"_L1).toInt())
                    .arg(ours.value("p50"_L1).toDouble(), 0, 'f', 1)
                    .arg(ours.value("longest"_L1).toDouble(), 0, 'f', 1)
                    .arg(what)
                    .arg(World::kSmall);
    return line;
}

Result<QJsonObject> framesIn(World &world, const QString &room, int scale)
{
    return world.runApart({u"frames"_s, room}, {{u"QT_SCALE_FACTOR"_s, QString::number(scale)}});
}

} // namespace

QJsonObject framesApart(World &world, const domain::RoomId &room)
{
    BenchWindow window(world);
    if (!window.open(room))
        return {};
    QString problem;
    QJsonObject all{{u"wheel"_s, told(wheels(window))}, {u"rest"_s, told(rest(window))}};
    window.view().scrollToBottom();
    window.settle(300);
    all.insert(u"arrivals"_s, told(arrivals(window, room, problem)));
    all.insert(u"problem"_s, problem);
    return all;
}

Result<Lines> measureFrames()
{
    const Result<World *> world = World::instance();
    if (!world)
        return tl::unexpected(world.error());
    Lines lines;
    for (const int scale : {1, 2}) {
        const Result<QJsonObject> ours = framesIn(**world, u"large"_s, scale);
        const Result<QJsonObject> baseline = framesIn(**world, u"small"_s, scale);
        if (!ours || !baseline)
            return tl::unexpected(ours ? baseline.error() : ours.error());
        for (const Result<QJsonObject> &each : {ours, baseline})
            if (const QString problem = each->value("problem"_L1).toString(); !problem.isEmpty())
                return fail(ErrorKind::corrupt, problem);
        const QString suffix = scale == 1 ? QString() : u".2x"_s;
        const auto add = [&](const QString &name, double bar, const QString &what) {
            lines.append(line(u"frames."_s + name + suffix, bar, ours->value(name).toObject(),
                              baseline->value(name).toObject(), what));
        };
        add(u"wheel"_s, 16, u"the wheel through a room of %1, pages being read"_s.arg(World::largeSize()));
        add(u"rest"_s, scale == 1 ? 16 : 28, u"Page Up and the bar dragged anywhere, every frame"_s);
        add(u"arrivals"_s, scale == 1 ? 16 : 28,
            u"%1 alerts a minute, each a signed fact with its card"_s.arg(kAlertsAMinute));
    }
    return lines;
}

} // namespace wardroom::bench
